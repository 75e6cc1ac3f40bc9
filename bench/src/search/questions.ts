import type { Invented } from './people.ts'
import { pick } from './random.ts'

export interface Question {
  readonly kind: string
  /** As it is typed into the box. */
  readonly text: string
  /** Whom it is about; null where it says too little to be about one. */
  readonly mrn: string | null
  /** The same for a search by name: the name, and a birth date to order by. */
  readonly name: string
  readonly birthDate: string | null
}

type Make = (one: Invented, random: () => number) => Omit<Question, 'kind' | 'mrn'> & { readonly isBroad?: true }

export const usDate = (date: string): string => {
  const [year, month, day] = date.split('-')
  return `${Number(month)}/${Number(day)}/${year}`
}
const both = ({ given, family }: Invented): string => `${given} ${family}`

/** Each is asked as often as the others. */
const kinds: Readonly<Record<string, Make>> = {
  'name-date': (one) => ({ text: `${both(one)} ${usDate(one.birthDate)}`, name: both(one), birthDate: one.birthDate }),
  'family-date': (one) => ({
    text: `${one.family} ${usDate(one.birthDate)}`,
    name: one.family,
    birthDate: one.birthDate,
  }),
  name: (one) => ({ text: `${one.family}, ${one.given}`, name: both(one), birthDate: null, isBroad: true }),
  beginnings: (one) => {
    const name = `${one.family.slice(0, 3)} ${one.given.slice(0, 1)}`
    return { text: `${name} ${one.birthDate.slice(2, 4)}`, name, birthDate: null, isBroad: true }
  },
  'one-word': (one) => ({ text: one.family, name: one.family, birthDate: null, isBroad: true }),
  'last-four': (one) => ({
    text: `${one.family} ${one.phone.slice(-4)}`,
    name: one.family,
    birthDate: null,
  }),
  'name-slip': (one, random) => {
    const name = slippedName(one, random)
    return { text: `${name} ${usDate(one.birthDate)}`, name, birthDate: one.birthDate }
  },
  'date-slip': (one, random) => {
    const date = slippedDate(one.birthDate, random)
    return { text: `${both(one)} ${date}`, name: both(one), birthDate: isoOf(date) }
  },
  'both-slip': (one, random) => {
    const [name, date] = [slippedName(one, random), slippedDate(one.birthDate, random)]
    return { text: `${name} ${date}`, name, birthDate: isoOf(date) }
  },
}

export function questions(all: readonly Invented[], each: number, random: () => number): readonly Question[] {
  const made = Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: each }, (): Question => {
      const one = pick(all, random)
      const { isBroad, ...question } = make(one, random)
      return { kind, mrn: isBroad ? null : one.mrn, ...question }
    }),
  )
  return made.toSorted(() => random() - 0.5)
}

/** One letter missing, too many, wrong, or swapped with its neighbour, in the given or the family name. */
export function slippedName(one: Invented, random: () => number): string {
  const inGiven = random() < 0.5
  const slipped = slip(inGiven ? one.given : one.family, 'abcdefghijklmnopqrstuvwxyz', random)
  return inGiven ? `${slipped} ${one.family}` : `${one.given} ${slipped}`
}

function slip(text: string, letters: string, random: () => number): string {
  const at = Math.floor(random() * text.length)
  const letter = pick([...letters], random)
  const kind = Math.floor(random() * 4)
  if (kind === 0 && text.length > 2) return text.slice(0, at) + text.slice(at + 1)
  if (kind === 1) return text.slice(0, at) + letter + text.slice(at)
  if (kind === 2 && at + 1 < text.length)
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  return text.slice(0, at) + letter + text.slice(at + 1)
}

/** Day and month swapped, a digit wrong, or two neighbours of one part swapped; written as in the US. */
export function slippedDate(birthDate: string, random: () => number): string {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const kind = random()
  if (kind < 0.25) return `${Number(day)}/${Number(month)}/${year}`
  const parts = [month, day, year]
  const at = Math.floor(random() * 3)
  const text = parts[at] ?? ''
  const place = Math.floor(random() * text.length)
  const next = place + 1 < text.length ? place + 1 : place - 1
  const digits = [...text]
  if (kind < 0.5) [digits[place], digits[next]] = [digits[next] ?? '', digits[place] ?? '']
  else digits[place] = String((Number(digits[place]) + 1 + Math.floor(random() * 9)) % 10)
  parts[at] = digits.join('')
  return parts.join('/')
}

export function isoOf(date: string): string {
  const [month = '', day = '', year = ''] = date.split('/')
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
