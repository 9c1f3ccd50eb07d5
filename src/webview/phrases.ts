/** The words of the page's own controls, in the language of the content. */
import type { ByLang, Lang } from '../core/concept.ts';

const PHRASES = {
  back: { en: 'Back', es: 'Atrás' },
  forward: { en: 'Forward', es: 'Adelante' },
  browse: { en: 'Browse', es: 'Explorar' },
  practice: { en: 'Practice', es: 'Práctica' },
  search: { en: 'Search concepts', es: 'Buscar conceptos' },
  noHits: {
    en: 'No good match. Try another word, or browse the topics below.',
    es: 'Sin resultados claros. Conviene probar otra palabra o recorrer los temas.',
  },
  filteredOut: { en: 'Nothing is left by these filters.', es: 'Estos filtros no dejan nada.' },
  loading: { en: 'Loading…', es: 'Cargando…' },
  switchLanguage: { en: 'Leer en español', es: 'Read in English' },
  questions: { en: 'Questions', es: 'Preguntas' },
  fromPack: { en: 'From the knowledge pack', es: 'Del paquete de conocimiento' },
  related: { en: 'Related', es: 'Relacionados' },
  prerequisites: { en: 'First', es: 'Antes' },
  partOf: { en: 'Part of', es: 'Parte de' },
  contrasts: { en: 'Compare with', es: 'Comparar con' },
  leadsTo: { en: 'Leads to', es: 'Lleva a' },
  sources: { en: 'Sources', es: 'Fuentes' },
  practiseThis: { en: 'Practice this', es: 'Practicar esto' },
  copyMarkdown: { en: 'Copy as Markdown', es: 'Copiar como Markdown' },
  copyCode: { en: 'Copy', es: 'Copiar' },
  next: { en: 'Next', es: 'Siguiente' },
  uncover: { en: 'Show the answer', es: 'Ver la respuesta' },
  yourAnswer: { en: 'Your answer', es: 'Tu respuesta' },
  again: { en: 'Again', es: 'Otra vez' },
  hard: { en: 'Hard', es: 'Difícil' },
  good: { en: 'Good', es: 'Bien' },
  easy: { en: 'Easy', es: 'Fácil' },
  howWell: { en: 'How well did you know it?', es: '¿Qué tan bien lo sabías?' },
  topics: { en: 'Topics', es: 'Temas' },
  topic: { en: 'Topic', es: 'Tema' },
  allTopics: { en: 'All topics', es: 'Todos los temas' },
  mastery: { en: 'Mastery', es: 'Dominio' },
  allLevels: { en: 'New or known', es: 'Nuevos o sabidos' },
  new: { en: 'new', es: 'nuevo' },
  learning: { en: 'learning', es: 'en aprendizaje' },
  known: { en: 'known', es: 'sabido' },
  paths: { en: 'Learning paths: to understand …', es: 'Rutas de aprendizaje: para entender…' },
  wayHere: { en: 'The way here', es: 'El camino hasta aquí' },
  map: { en: 'Map of the topic', es: 'Mapa del tema' },
  mapHelp: {
    en: 'Each concept stands below what it builds on. Up and down move; left goes to what it builds on, right to what builds on it.',
    es: 'Cada concepto está debajo de aquello en lo que se apoya. Arriba y abajo recorren; izquierda va a su base, derecha a lo que lleva.',
  },
  step: { en: 'Step', es: 'Paso' },
  follow: { en: 'Follow the cursor', es: 'Seguir al cursor' },
  pin: { en: 'Keep this page', es: 'Fijar esta página' },
  openTab: { en: 'Open in an editor tab', es: 'Abrir en una pestaña del editor' },
  copied: { en: 'Copied', es: 'Copiado' },
  onThisPage: { en: 'On this page', es: 'En esta página' },
  inFile: { en: 'In', es: 'En' },
  line: { en: 'line', es: 'línea' },
  lines: { en: 'lines', es: 'líneas' },
  play: { en: 'Play with it', es: 'Para jugar' },
  yours: { en: 'yours', es: 'tuyo' },
  backToYours: { en: 'Back to your value', es: 'Volver a tu valor' },
  yourLine: { en: 'Your line:', es: 'Tu línea:' },
  reset: { en: 'Start over', es: 'Empezar de nuevo' },
  noFigure: { en: 'There is no such figure.', es: 'No existe esa figura.' },
  undo: { en: 'Undo', es: 'Deshacer' },
  skip: { en: 'Skip', es: 'Saltar' },
  openConcept: { en: 'Concept', es: 'Concepto' },
  concepts: { en: 'concepts', es: 'conceptos' },
} as const satisfies Record<string, ByLang<string>>;

/** The name of a phrase. */
export type Phrase = keyof typeof PHRASES;

/** A phrase in a language. */
export function say(phrase: Phrase, lang: Lang): string {
  return PHRASES[phrase][lang];
}
