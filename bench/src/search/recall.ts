import { foldName } from '@foyer/patients'
import type { Invented } from './people.ts'
import { isoOf, type Question, slippedDate, slippedName, usDate } from './questions.ts'
import { pick } from './random.ts'

/** Asked about somebody of whom the first ten shown are to hold. */
export type RecallQuestion = Question & {
  readonly mrn: string
  /** Folded beginnings of names, the last two digits of the year of birth and the last four of the phone: whoever has all fits. */
  readonly means: { readonly words: readonly string[]; readonly year?: string; readonly phone?: string }
}

export interface RecallKind {
  readonly name: string
  /** Share of the right person in the first ten. */
  readonly least: number
  /** The recipe has no phones. */
  readonly isForRecipe: boolean
  /** Many may fit: asked only about who is among ten at most. */
  readonly isBroad: boolean
  readonly make: (one: Invented, random: () => number) => Omit<RecallQuestion, 'kind' | 'mrn'>
}

const wordsOf = (text: string): readonly string[] => foldName(text).split(' ')
const yearOf = (one: Invented): string => one.birthDate.slice(2, 4)

function named(name: string, text = name): Omit<RecallQuestion, 'kind' | 'mrn'> {
  return { text, name, birthDate: null, means: { words: wordsOf(name) } }
}

function dated(name: string, typed: string, iso: string, one: Invented): Omit<RecallQuestion, 'kind' | 'mrn'> {
  return { text: `${name} ${typed}`, name, birthDate: iso, means: { words: wordsOf(`${one.given} ${one.family}`) } }
}

const whole = { isForRecipe: true, isBroad: false } as const
const broad = { isForRecipe: true, isBroad: true } as const

export const recallKinds: readonly RecallKind[] = [
  {
    ...whole,
    name: 'name-slip',
    least: 0.99,
    make: (one, random) => dated(slippedName(one, random), usDate(one.birthDate), one.birthDate, one),
  },
  {
    ...whole,
    name: 'date-slip',
    least: 0.99,
    make: (one, random) => {
      const date = slippedDate(one.birthDate, random)
      return dated(`${one.given} ${one.family}`, date, isoOf(date), one)
    },
  },
  {
    ...whole,
    name: 'both-slip',
    least: 0.95,
    make: (one, random) => {
      const [name, date] = [slippedName(one, random), slippedDate(one.birthDate, random)]
      return dated(name, date, isoOf(date), one)
    },
  },
  { ...broad, name: 'one-word', least: 0.99, make: (one) => named(one.family) },
  {
    ...broad,
    name: 'beginnings',
    least: 0.99,
    make: (one) => {
      const question = named(`${one.family.slice(0, 3)} ${one.given.slice(0, 1)}`)
      return { ...question, text: `${question.text} ${yearOf(one)}`, means: { ...question.means, year: yearOf(one) } }
    },
  },
  {
    ...broad,
    name: 'last-four',
    least: 0.99,
    isForRecipe: false,
    make: (one) => {
      const phone = one.phone.slice(-4)
      const question = named(one.family, `${one.family} ${phone}`)
      return { ...question, means: { ...question.means, phone } }
    },
  },
  { ...broad, name: 'swapped', least: 0.99, make: (one) => named(`${one.family} ${one.given}`) },
  {
    ...broad,
    name: 'in-one-word',
    least: 0.99,
    make: ({ given, family }) => {
      const text = wordsOf(`${family} ${given}`).join('')
      return { ...named(`${family} ${given}`, text), name: text }
    },
  },
]

/** Who fits what a question means, told without any of the searches. */
export interface Town {
  /** Whether at most so many of them fit. */
  fitsFew(question: Pick<RecallQuestion, 'means'>, most: number): boolean
  /** Of the people invented; those of the demo practice, who are beside them, are not known here and may fit. */
  fits(question: Pick<RecallQuestion, 'means'>, mrn: string): boolean
}

/** So many letters lead to the people with a name that begins with them. */
const LETTERS = 3

export function townOfPeople(all: readonly Invented[]): Town {
  const byLetters = new Map<string, number[]>()
  const byMrn = new Map<string, number>()
  for (const [at, one] of all.entries()) {
    byMrn.set(one.mrn, at)
    for (const letters of new Set(namesOf(one).map((word) => word.slice(0, LETTERS)))) {
      const those = byLetters.get(letters)
      if (those) those.push(at)
      else byLetters.set(letters, [at])
    }
  }
  return {
    fitsFew: ({ means }, most) => {
      const longest = means.words.reduce((best, word) => (word.length > best.length ? word : best), '')
      const begun = longest.slice(0, LETTERS)
      if (begun.length < LETTERS) return false
      let count = 0
      for (const at of byLetters.get(begun) ?? []) {
        const one = all[at]
        if (one && isMeant(one, means)) count++
        if (count > most) return false
      }
      return true
    },
    fits: ({ means }, mrn) => {
      const one = all[byMrn.get(mrn) ?? -1]
      return one === undefined || isMeant(one, means)
    },
  }
}

function namesOf({ given, middle, family }: Invented): readonly string[] {
  return wordsOf(`${given} ${middle ?? ''} ${family}`)
}

function isMeant(one: Invented, { words, year, phone }: RecallQuestion['means']): boolean {
  if (phone !== undefined && !one.phone.endsWith(phone)) return false
  if (year !== undefined && yearOf(one) !== year) return false
  const names = namesOf(one)
  return words.every((word) => names.some((name) => name.startsWith(word)))
}

/** Questions of a kind; of a broad one those that at most `most` people fit, and apart from them as many that more fit. */
export function recallQuestions(
  all: readonly Invented[],
  town: Town,
  kind: RecallKind,
  { count, most }: { readonly count: number; readonly most: number },
  random: () => number,
): { readonly sure: readonly RecallQuestion[]; readonly common: readonly RecallQuestion[] } {
  const sure: RecallQuestion[] = []
  const common: RecallQuestion[] = []
  for (let drawn = 0; sure.length < count && drawn < 50 * count; drawn++) {
    const one = pick(all, random)
    const question = { kind: kind.name, mrn: one.mrn, ...kind.make(one, random) }
    if (!kind.isBroad || town.fitsFew(question, most)) sure.push(question)
    else if (common.length < count) common.push(question)
  }
  return { sure, common }
}
