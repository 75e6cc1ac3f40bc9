import { attributeOf } from '@foyer/scheduling'
import { lastWeek } from './repeat.ts'
import type { DayPart } from './wish.ts'
import { alike } from './wish-reader.ts'

/** Folded words (lower case, no accents) of both languages, wherever somebody types a wish. */
export const dayPartPhrases: ReadonlyArray<readonly [phrase: string, part: DayPart]> = [
  ['por la manana', 'morning'],
  ['por las mananas', 'morning'],
  ['de manana', 'morning'],
  ['en la manana', 'morning'],
  ['en las mananas', 'morning'],
  ['a la manana', 'morning'],
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

/** As timetables have them. "Tu" alone is somebody's name. */
export const dayLetters = [
  ...alike<readonly number[]>('mwf | m w f', [1, 3, 5]),
  ...alike<readonly number[]>('tth | tuth | t th | tu th', [2, 4]),
  ...alike<readonly number[]>('mw | m w', [1, 3]),
]
export const weekendPhrases = alike<readonly number[]>('weekend | weekends | fin de semana | fines de semana', [6, 7])
export const workdayPhrases = alike<readonly number[]>(
  'weekday | weekdays | entre semana | dias de semana | dias entre semana',
  [1, 2, 3, 4, 5],
)

export type Unit = 'day' | 'week' | 'month' | 'year'

/** Also as they are shortened after a number: "2 wks". */
export const unitWords: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['day', 'd day days dia dias'],
      ['week', 'w wk wks week weeks sem semana semanas'],
      ['month', 'mo mos month months mes meses'],
      ['year', 'yr yrs year years ano anos'],
    ] as const
  ).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
)

export const ordinalWords: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, 'first 1st primer primero primera'],
      [2, 'second 2nd segundo segunda'],
      [3, 'third 3rd tercer tercero tercera'],
      [4, 'fourth 4th cuarto cuarta'],
      [lastWeek, 'last ultimo ultima'],
    ] as const
  ).flatMap(([week, names]) => names.split(' ').map((name) => [name, week] as const)),
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

const numberWords: ReadonlyMap<string, number> = new Map([
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
  ['nine', 9],
  ['nueve', 9],
  ['ten', 10],
  ['diez', 10],
  ['twelve', 12],
  ['doce', 12],
  ['quince', 15],
])

/** A number in words or up to three digits; 0 where there is none. */
export function numberAt(words: readonly string[], at: number): number {
  const word = words[at] ?? ''
  return numberWords.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : 0)
}

/** Whoever says so gets what everybody gets: the soonest stands first. */
export const soonestPhrases = [
  ...alike('asap | as soon as possible | as early as possible | first available | next available | stat', {}),
  ...alike('earliest | soonest | the earliest | the soonest | earliest available | soonest available', {}),
  ...alike('lo antes posible | cuanto antes | lo mas pronto posible | lo mas pronto | lo primero que haya', {}),
  ...alike('primera disponible | la primera disponible | lo primero disponible | urgente', {}),
]

export const anyonePhrases = ['anyone', 'anybody', 'any clinician', 'any doctor', 'cualquiera', 'quien sea'] as const
export const anyTimePhrases = ['any time of day', 'any time', 'anytime', 'cualquier hora'] as const
export const anyDayPhrases = ['any day', 'cualquier dia'] as const

/** Words that hold a sentence together and say nothing by themselves. */
export const fillers: ReadonlySet<string> = new Set(
  [
    'for with on in at the a an and or to of next who only just some any time i s he she they dr doctor clinician now',
    'needs need wants want would like please can either ideally preferably prefers prefer if patient appointment appt visit opening slot book schedule',
    'para con el la los las en de del y o a por que un una dra doctora clinica clinico ahora solo solamente',
    'necesita necesito quiere quiero favor puede cita agendar reservar proximo proxima viene prefiere preferiblemente mejor mismo',
  ].flatMap((words) => words.split(' ')),
)

/** Attributes of clinicians as people say them. */
export const attributePhrases: ReadonlyArray<readonly [phrase: string, attribute: string]> = [
  ['female clinician', 'female'],
  ['female', 'female'],
  ['woman', 'female'],
  ['woman doctor', 'female'],
  ['female doctor', 'female'],
  ['female provider', 'female'],
  ['una doctora', 'female'],
  ['doctora mujer', 'female'],
  ['mujer', 'female'],
  ['male clinician', 'male'],
  ['male', 'male'],
  ['male doctor', 'male'],
  ['male provider', 'male'],
  ['man', 'male'],
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
  ...alike('nothing | not too | not so | nada | no tan | no muy | sin', true),
  ...alike('not | no | but not | except | except for | never | excluding | avoid | avoiding | other than', true),
  ...alike('any day but | any day except | any day other than | every day but | any time but | any time except', true),
  ...alike('can t | can t do | can t make | cannot | cannot do | cannot make | won t do | doesn t want', true),
  ...alike('excepto | menos | salvo | pero no | nunca | evitar | que no sea | que no sean | no sea | no sean', true),
  ...alike('no puede | no puedo | no quiere | no quiero | cualquier dia menos | cualquier dia excepto', true),
  ...alike('cualquier dia salvo | todos los dias menos | cualquier hora menos', true),
  ...alike('anyone but | anybody but | anyone except | anybody except | anyone other than | any doctor but', true),
  ...alike('any doctor except | without | cualquiera menos | cualquiera excepto | con cualquiera menos', true),
]

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
