import { abdForm } from '../abd.ts'
import { otherGenderForms } from '../gender-forms.ts'
import { usualForms } from '../nickname.ts'
import { longVowelForms } from '../scripts/long-vowels.ts'
import { latinSpellings } from '../scripts/spellings.ts'
import type { PatientSearch } from '../query.ts'
import { pairsOfDate, swappedDate } from './date-parts.ts'
import { withoutParticles } from './particles.ts'
import {
  beginningKey,
  dateKey,
  datePairKey,
  emailKey,
  identifierKey,
  phoneEndKey,
  runTogetherKey,
  slipKeys,
  wholeKey,
  yearKey,
} from './person-keys.ts'
import { type Reading, readingsOf } from './readings.ts'
import { mayBeRunTogether } from './run-together.ts'

/** Keys of which a person must have one in every group. */
export type KeyGroups = readonly (readonly number[])[]

/** How to look for somebody, in the order in which to ask: a later step is asked when the ones before found too few. */
export type SearchPlan = {
  readonly asTyped: KeyGroups
  /** With short words as whole names: where many fit the beginning, Ng must not be lost behind all the Nguyens. Null without any. */
  readonly asWhole: KeyGroups | null
  /**
   * Names that were typed in one word: the beginning of `martinezgeorge` is that of every Martinez, and slips would be lost among
   * them. Null without such words, and where few fit anyway.
   */
  readonly asRunTogether: KeyGroups | null
  /** With slips, sounds, other forms of a name and dates of which two parts of three agree; null where there are no names. */
  readonly withSlips: KeyGroups | null
  /** Whoever fits the rest and one of several names: a married name, a middle name nobody wrote down. Null where nothing would hold it. */
  readonly withOneName: KeyGroups | null
  /** Something besides names holds it, more than a year: few fit even with slips, and one question finds all. */
  readonly isNarrow: boolean
}

/** A typed word of so many letters may be a whole name, and the beginning of very many. */
const shortWhole = { least: 2, most: 3 }

/** More words than these make a question no more exact. */
const mostNames = 5

/** Null when nothing was typed by which somebody could be found. */
export function planSearch(search: PatientSearch, today: string): SearchPlan | null {
  const names = search.nameParts.slice(0, mostNames)
  const readings = readingsOf(search, today)
  const facts = readings.map((piece) => piece.flatMap((reading) => readingKeys(reading, false)))
  const asTyped = [...names.map(spelledKeys), ...facts].filter((group) => group.length > 0)
  if (asTyped.length === 0) return null
  if (names.length === 0)
    return { asTyped, asWhole: null, asRunTogether: null, withSlips: null, withOneName: null, isNarrow: true }

  const near = readings.map((piece) => distinct(piece.flatMap((reading) => readingKeys(reading, true))))
  const slips = withoutParticles(names).map(({ word, glued }) => [
    ...nearWord(word),
    ...(mayBeRunTogether(word) ? [runTogetherKey(word)] : []),
    ...gluedBeside(names, names.indexOf(word)).map(beginningKey),
    ...(glued === null ? [] : nearWord(glued)),
  ])
  const isNarrow = readings.some((piece) => piece.every(({ part }) => part !== 'birth-year'))
  const whole = names.map((word) =>
    isShort(word) ? latinSpellings(word).concat(word).map(wholeKey) : spelledKeys(word),
  )
  const together = names.filter(mayBeRunTogether).map(runTogetherKey)
  return {
    asTyped,
    asRunTogether: isNarrow || together.length === 0 ? null : [together, ...facts],
    asWhole: names.some(isShort) ? [...whole, ...facts].filter((group) => group.length > 0) : null,
    withSlips: [...slips.map(distinct), ...near].filter((group) => group.length > 0),
    withOneName: slips.length > 1 && isNarrow ? [slips.flat(), ...facts].filter((group) => group.length > 0) : null,
    isNarrow,
  }
}

/** Each key costs the search of it, a second time as much as the first. */
function distinct(keys: readonly number[]): readonly number[] {
  return [...new Set(keys)]
}

function isShort({ length }: string): boolean {
  return length >= shortWhole.least && length <= shortWhole.most
}

/** A word as it stands, and in Latin letters. Together with its neighbours it is looked for with slips: each key more costs every search. */
function spelledKeys(word: string): readonly number[] {
  const [usual, ...others] = latinSpellings(word)
  return [beginningKey(word), ...(usual === undefined ? [] : [beginningKey(usual)]), ...others.map(wholeKey)]
}

/** `haile mariam` is written as one word as well. */
function gluedBeside(names: readonly string[], at: number): readonly string[] {
  const [before, word, after] = [names[at - 1], names[at] ?? '', names[at + 1]]
  const glued = [...(before === undefined ? [] : [before + word]), ...(after === undefined ? [] : [word + after])]
  return glued.flatMap((one) => [one, abdForm(one)?.whole ?? one])
}

function nearWord(word: string): readonly number[] {
  const abd = abdForm(word)
  const forms = [...usualForms(word), ...otherGenderForms(word), ...longVowelForms(word), ...(abd ? [abd.whole] : [])]
  const [usual = word] = latinSpellings(word)
  return [...spelledKeys(word), ...slipKeys(word), ...(usual === word ? [] : slipKeys(usual)), ...forms.map(wholeKey)]
}

function readingKeys(reading: Reading, isNear: boolean): readonly number[] {
  switch (reading.part) {
    case 'birth-date': {
      const exact = [...reading.dates.map(dateKey), ...reading.pairs.map(datePairKey)]
      return isNear ? [...exact, ...reading.dates.flatMap(nearDate)] : exact
    }
    case 'birth-year':
      return reading.years.map((year) => yearKey(String(year)))
    case 'phone':
      return [phoneEndKey(reading.digits)]
    case 'mrn':
      return [identifierKey(reading.mrn)]
    case 'identifier':
      return [identifierKey(reading.text)]
    case 'email': {
      const key = emailKey(reading.text)
      return key === null ? [] : [key]
    }
  }
}

/** Day and month swapped, or one part of three another one, whichever way round they were meant. */
function nearDate(date: string): readonly number[] {
  const swapped = swappedDate(date)
  return [dateKey(swapped), ...[...pairsOfDate(date), ...pairsOfDate(swapped)].map(datePairKey)]
}
