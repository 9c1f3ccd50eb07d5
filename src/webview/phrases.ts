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
  loading: { en: 'Loading…', es: 'Cargando…' },
  switchLanguage: { en: 'Leer en español', es: 'Read in English' },
  questions: { en: 'Questions', es: 'Preguntas' },
  related: { en: 'Related', es: 'Relacionados' },
  prerequisites: { en: 'First', es: 'Antes' },
  partOf: { en: 'Part of', es: 'Parte de' },
  contrasts: { en: 'Compare with', es: 'Comparar con' },
  leadsTo: { en: 'Leads to', es: 'Lleva a' },
  sources: { en: 'Sources', es: 'Fuentes' },
  practiseThis: { en: 'Practise this', es: 'Practicar esto' },
  copyMarkdown: { en: 'Copy as Markdown', es: 'Copiar como Markdown' },
  copyCode: { en: 'Copy', es: 'Copiar' },
  check: { en: 'Check', es: 'Comprobar' },
  next: { en: 'Next', es: 'Siguiente' },
  uncover: { en: 'Show the answer', es: 'Ver la respuesta' },
  yourAnswer: { en: 'Your answer', es: 'Tu respuesta' },
  right: { en: 'Right', es: 'Correcto' },
  wrong: { en: 'Not this one', es: 'No es esta' },
  guessed: { en: 'I guessed', es: 'Fue al azar' },
  again: { en: 'Again', es: 'Otra vez' },
  hard: { en: 'Hard', es: 'Difícil' },
  good: { en: 'Good', es: 'Bien' },
  easy: { en: 'Easy', es: 'Fácil' },
  howWell: { en: 'How well did you know it?', es: '¿Qué tan bien lo sabías?' },
  follow: { en: 'Follow the cursor', es: 'Seguir al cursor' },
  pin: { en: 'Keep this page', es: 'Fijar esta página' },
  openTab: { en: 'Open in an editor tab', es: 'Abrir en una pestaña del editor' },
  copied: { en: 'Copied', es: 'Copiado' },
  onThisPage: { en: 'On this page', es: 'En esta página' },
  inFile: { en: 'In', es: 'En' },
  line: { en: 'line', es: 'línea' },
  lines: { en: 'lines', es: 'líneas' },
  play: { en: 'Play with it', es: 'Para jugar' },
  playWithValues: { en: 'Play with the values', es: 'Jugar con los valores' },
  yours: { en: 'yours', es: 'tuyo' },
  backToYours: { en: 'Back to your value', es: 'Volver a tu valor' },
  yourLine: { en: 'Your line:', es: 'Tu línea:' },
  reset: { en: 'Start over', es: 'Empezar de nuevo' },
  noFigure: { en: 'There is no such figure.', es: 'No existe esa figura.' },
  undo: { en: 'Undo', es: 'Deshacer' },
  skip: { en: 'Skip', es: 'Saltar' },
  openConcept: { en: 'Concept', es: 'Concepto' },
  left: { en: 'left', es: 'por responder' },
  doneTitle: { en: 'That is all for now', es: 'Eso es todo por ahora' },
  nothingDue: {
    en: 'Nothing is due. Open a concept and practise it, or come back tomorrow.',
    es: 'No hay nada pendiente. Se puede abrir un concepto y practicarlo, o volver mañana.',
  },
  doneText: { en: 'answered, of which right:', es: 'respondidas, de ellas correctas:' },
  concepts: { en: 'concepts', es: 'conceptos' },
  waiting: { en: 'more wait for another day', es: 'más esperan a otro día' },
} as const satisfies Record<string, ByLang<string>>;

/** The name of a phrase. */
export type Phrase = keyof typeof PHRASES;

/** A phrase in a language. */
export function say(phrase: Phrase, lang: Lang): string {
  return PHRASES[phrase][lang];
}
