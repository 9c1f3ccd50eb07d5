/** The words of practice and progress, in the language of the content; counts are spoken in whole sentences. */
import type { ByLang, Lang } from '../../core/concept.ts';

const PHRASES = {
  title: { en: 'Practice', es: 'Práctica' },
  start: { en: 'Start', es: 'Empezar' },
  twoMinutes: { en: 'Two minutes', es: 'Dos minutos' },
  resume: { en: 'Go on', es: 'Seguir' },
  startHint: {
    en: 'A right answer comes back later, a wrong one sooner. Nothing is lost by stopping.',
    es: 'Lo que se acierta vuelve más tarde; lo que se falla, antes. Parar no hace perder nada.',
  },
  nothing: {
    en: 'Nothing is due. Open a concept and practice it, or come back another day.',
    es: 'No hay nada pendiente. Se puede abrir un concepto y practicarlo, o volver otro día.',
  },
  inYourCode: { en: 'In your code', es: 'En tu código' },
  showLine: { en: 'Show the line', es: 'Ver la línea' },
  hint: { en: 'Hint', es: 'Pista' },
  struckOut: { en: 'Struck out', es: 'Tachadas' },
  allNamed: { en: 'All have a name: Enter checks.', es: 'Todas tienen nombre: Intro comprueba.' },
  suspend: { en: 'Never ask this again', es: 'No preguntar más esto' },
  suspended: {
    en: 'Set aside. It can be brought back under Progress.',
    es: 'Apartada. Se puede recuperar en Progreso.',
  },
  keys: { en: 'Keys', es: 'Teclas' },
  guessed: { en: 'I guessed', es: 'Fue al azar' },
  guessNoted: { en: 'Noted as a guess: it comes back soon.', es: 'Anotada como azar: volverá pronto.' },
  right: { en: 'Right', es: 'Correcto' },
  wrong: { en: 'Not this one', es: 'No es esta' },
  notYet: { en: 'Not quite', es: 'No exactamente' },
  was: { en: 'The answer:', es: 'La respuesta:' },
  match: { en: 'Which name belongs to each description?', es: '¿Qué nombre corresponde a cada descripción?' },
  check: { en: 'Check', es: 'Comprobar' },
  slips: { en: 'This one keeps slipping away. What may help:', es: 'Esta se resiste. Puede ayudar:' },
  contrast: { en: 'Tell it apart from its neighbors', es: 'Distinguirlo de sus vecinos' },
  easier: { en: 'An easier question first', es: 'Antes, una pregunta más fácil' },
  snooze: { en: 'Leave it for 30 days', es: 'Dejarla 30 días' },
  snoozed: { en: 'It rests for 30 days.', es: 'Descansa 30 días.' },
  doneTitle: { en: 'Done', es: 'Listo' },
  toStart: { en: 'Another round', es: 'Otra ronda' },
  leave: { en: 'Back', es: 'Volver' },
  learnt: { en: 'What was practiced', es: 'Lo practicado' },
  keyAnswer: { en: 'choose or rate', es: 'elegir o valorar' },
  keyEnter: { en: 'show, check, go on', es: 'ver, comprobar, seguir' },
  keyUndo: { en: 'take the last answer back', es: 'deshacer la última respuesta' },
  keyHint: { en: 'a hint', es: 'una pista' },
  keySkip: { en: 'skip for now', es: 'saltar por ahora' },
  keyGuess: { en: 'I guessed', es: 'fue al azar' },
  keyAside: { en: 'set aside', es: 'apartar' },
  keyConcept: { en: 'open the concept', es: 'abrir el concepto' },
  keyEscape: { en: 'leave the text field, then the session', es: 'salir del campo y después de la sesión' },
  keyHelp: { en: 'these keys', es: 'estas teclas' },
  progressTitle: { en: 'Progress', es: 'Progreso' },
  retention: { en: 'Recalled when due', es: 'Recordado al tocar repaso' },
  forecast: { en: 'Due in the next 14 days', es: 'Pendiente en los próximos 14 días' },
  byTopic: { en: 'By topic', es: 'Por tema' },
  calendar: { en: 'The last twelve weeks', es: 'Las últimas doce semanas' },
  hardest: { en: 'Forgotten most often', es: 'Lo que más se olvida' },
  today: { en: 'today', es: 'hoy' },
  known: { en: 'known', es: 'sabido' },
  learning: { en: 'learning', es: 'en curso' },
  setAside: { en: 'Set aside', es: 'Apartado' },
  mutedTitle: { en: 'Hovers muted', es: 'Fichas silenciadas' },
  bringBack: { en: 'Bring back', es: 'Recuperar' },
  muteHover: { en: 'Mute its hover', es: 'Silenciar su ficha' },
  unmuteHover: { en: 'Show its hover in full', es: 'Mostrar su ficha entera' },
  unmute: { en: 'Show again', es: 'Mostrar otra vez' },
  noAnswersYet: {
    en: 'No answers yet. After the first session, this page shows what holds and what comes back when.',
    es: 'Aún no hay respuestas. Tras la primera sesión, esta página muestra qué se sostiene y qué vuelve cuándo.',
  },
} as const satisfies Record<string, ByLang<string>>;

/** The name of a phrase. */
export type PracticePhrase = keyof typeof PHRASES;

/** A phrase in a language. */
export function tell(phrase: PracticePhrase, lang: Lang): string {
  return PHRASES[phrase][lang];
}

/** "12 due, 3 of them in train.py": what there is to do, in one sentence. */
export function dueSentence(due: number, here: number, file: string | undefined, lang: Lang): string {
  if (lang === 'en') return `${due} due${here > 0 && file ? `, ${here} of them from ${file}` : ''}`;
  return `${due} por repasar${here > 0 && file ? `, ${here} de ${file}` : ''}`;
}

/** How many new questions today has. */
export function freshSentence(count: number, lang: Lang): string {
  if (lang === 'en') return `${count} new`;
  return count === 1 ? '1 nueva' : `${count} nuevas`;
}

/** What waits over the cap of the day. */
export function waitingSentence(count: number, lang: Lang): string {
  if (lang === 'en') return `${count} more ${count === 1 ? 'waits' : 'wait'}: over today's limit.`;
  return `${count} más ${count === 1 ? 'espera' : 'esperan'}: pasan del límite de hoy.`;
}

/** The button that practises the open file. */
export function fileButton(file: string, count: number, lang: Lang): string {
  return lang === 'en' ? `${count} on ${file}` : `${count} sobre ${file}`;
}

/** How many questions are left in the session. */
export function leftSentence(count: number, lang: Lang): string {
  if (lang === 'en') return `${count} left`;
  return count === 1 ? 'queda 1' : `quedan ${count}`;
}

/** What a session came to. */
export function doneSentence(answers: number, right: number, lang: Lang): string {
  if (lang === 'en') return `${answers} ${answers === 1 ? 'answer' : 'answers'}, ${right} right.`;
  return `${answers} ${answers === 1 ? 'respuesta' : 'respuestas'}, ${right} ${right === 1 ? 'correcta' : 'correctas'}.`;
}

/** What comes back when. */
export function returnSentence(tomorrow: number, week: number, lang: Lang): string {
  if (lang === 'en') return `Tomorrow ${tomorrow} will be due, ${week} within a week.`;
  return `Mañana tocarán ${tomorrow}; en una semana, ${week}.`;
}

/** How often an item was forgotten. */
export function timesSentence(count: number, lang: Lang): string {
  if (lang === 'en') return count === 1 ? 'once' : `${count} times`;
  return count === 1 ? 'una vez' : `${count} veces`;
}
