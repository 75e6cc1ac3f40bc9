import { attributeOf } from '@foyer/scheduling'
import type { DayPart } from './wish.ts'

/** Folded words (lower case, no accents) of both languages, wherever somebody types a wish. */
export const dayPartPhrases: ReadonlyArray<readonly [phrase: string, part: DayPart]> = [
  ['por la manana', 'morning'],
  ['por las mananas', 'morning'],
  ['de manana', 'morning'],
  ['mananas', 'morning'],
  ['morning', 'morning'],
  ['mornings', 'morning'],
  ['am', 'morning'],
  ['por la tarde', 'afternoon'],
  ['por las tardes', 'afternoon'],
  ['tarde', 'afternoon'],
  ['tardes', 'afternoon'],
  ['afternoon', 'afternoon'],
  ['afternoons', 'afternoon'],
  ['pm', 'afternoon'],
  ['por la noche', 'evening'],
  ['noche', 'evening'],
  ['noches', 'evening'],
  ['evening', 'evening'],
  ['evenings', 'evening'],
]

const weekdays: ReadonlyArray<readonly string[]> = [
  ['monday', 'mondays', 'mon', 'lunes', 'lun'],
  ['tuesday', 'tuesdays', 'tue', 'tues', 'martes', 'mar'],
  ['wednesday', 'wednesdays', 'wed', 'miercoles', 'mie'],
  ['thursday', 'thursdays', 'thu', 'thur', 'thurs', 'jueves', 'jue'],
  ['friday', 'fridays', 'fri', 'viernes', 'vie'],
  ['saturday', 'saturdays', 'sat', 'sabado', 'sabados', 'sab'],
  ['sunday', 'sundays', 'sun', 'domingo', 'domingos', 'dom'],
]
export const weekdayWords: ReadonlyMap<string, number> = new Map(
  weekdays.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

export const weekendPhrases = ['weekend', 'weekends', 'fin de semana', 'fines de semana'].map(
  (phrase) => [phrase, [6, 7]] as const,
)

const months: ReadonlyArray<readonly string[]> = [
  ['jan', 'january', 'ene', 'enero'],
  ['feb', 'february', 'febrero'],
  ['mar', 'march', 'marzo'],
  ['apr', 'april', 'abr', 'abril'],
  ['may', 'mayo'],
  ['jun', 'june', 'junio'],
  ['jul', 'july', 'julio'],
  ['aug', 'august', 'ago', 'agosto'],
  ['sep', 'sept', 'september', 'septiembre'],
  ['oct', 'october', 'octubre'],
  ['nov', 'november', 'noviembre'],
  ['dec', 'december', 'dic', 'diciembre'],
]
export const monthWords: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

export const numberWords: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['un', 1],
  ['una', 1],
  ['two', 2],
  ['dos', 2],
  ['three', 3],
  ['tres', 3],
  ['four', 4],
  ['cuatro', 4],
  ['five', 5],
  ['cinco', 5],
  ['six', 6],
  ['seis', 6],
  ['seven', 7],
  ['siete', 7],
  ['eight', 8],
  ['ocho', 8],
])

/** A number in words or up to three digits; 0 where there is none. */
export function numberAt(words: readonly string[], at: number): number {
  const word = words[at] ?? ''
  return numberWords.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : 0)
}

export const anyonePhrases = ['anyone', 'anybody', 'any clinician', 'any doctor', 'cualquiera', 'quien sea'] as const
export const anyTimePhrases = ['any time of day', 'any time', 'anytime', 'cualquier hora'] as const
export const anyDayPhrases = ['any day', 'cualquier dia'] as const

/** Words that hold a sentence together and say nothing by themselves. */
export const fillers: ReadonlySet<string> = new Set(
  'for with on in at the a an and or to of para con el la los las en de del y o a por dr dra doctor doctora next who que clinician clinica clinico now ahora'.split(
    ' ',
  ),
)

/** Attributes of clinicians as people say them. */
export const attributePhrases: ReadonlyArray<readonly [phrase: string, attribute: string]> = [
  ['female clinician', 'female'],
  ['female', 'female'],
  ['woman', 'female'],
  ['mujer', 'female'],
  ['male clinician', 'male'],
  ['male', 'male'],
  ['hombre', 'male'],
  ['wheelchair', 'wheelchair'],
  ['silla de ruedas', 'wheelchair'],
  ...(
    [
      ['es', 'spanish espanol'],
      ['vi', 'vietnamese vietnamita'],
      ['ar', 'arabic arabe'],
      ['zh', 'chinese mandarin chino'],
      ['fr', 'french frances'],
      ['pt', 'portuguese portugues'],
      ['ru', 'russian ruso'],
      ['ko', 'korean coreano'],
      ['hi', 'hindi'],
      ['pl', 'polish polaco'],
      ['de', 'german aleman'],
    ] as const
  ).flatMap(([code, names]) =>
    names
      .split(' ')
      .flatMap((name) =>
        [name, `speaks ${name}`, `speaking ${name}`, `${name} speaking`, `habla ${name}`, `que hable ${name}`].map(
          (phrase) => [phrase, attributeOf(code)] as const,
        ),
      ),
  ),
]

export const notPhrases = [
  'not',
  'no',
  'but not',
  'except',
  'never',
  'excepto',
  'menos',
  'salvo',
  'pero no',
  'nunca',
].map((phrase) => [phrase, true] as const)

export const overbookPhrases = [
  'overbook',
  'overbooked',
  'overbooking',
  'double book',
  'squeeze in',
  'con sobrecupo',
  'sobrecupo',
] as const
export const videoPhrases = [
  'by video',
  'by video call',
  'video',
  'video call',
  'telehealth',
  'virtual',
  'por video',
  'por videollamada',
  'videollamada',
  'telesalud',
] as const
export const inPersonPhrases = [
  'in person',
  'face to face',
  'in the office',
  'en persona',
  'presencial',
  'cara a cara',
  'en el consultorio',
] as const
export const interpreterPhrases = [
  'with an interpreter',
  'with interpreter',
  'and an interpreter',
  'and interpreter',
  'interpreter',
  'con un interprete',
  'con una interprete',
  'con interprete',
  'y un interprete',
  'y una interprete',
  'y interprete',
  'e interprete',
  'interprete',
] as const
export const walkInPhrases = ['walk in now', 'walk in', 'walkin', 'walk ins', 'sin cita ahora', 'sin cita'] as const
