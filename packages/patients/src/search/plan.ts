import { usualForms } from '../nickname.ts'
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
  slipKeys,
  wholeKey,
  yearKey,
} from './person-keys.ts'
import { type Reading, readingsOf } from './readings.ts'

/** Keys of which a person must have one in every group. */
export type KeyGroups = readonly (readonly number[])[]

/** How to look for somebody, in the order in which to ask: a later step is asked when the ones before found too few. */
export type SearchPlan = {
  readonly asTyped: KeyGroups
  /** With slips, sounds, other forms of a name and dates of which two parts of three agree; null where there are no names. */
  readonly withSlips: KeyGroups | null
  /** Whoever fits the rest and one of several names: a married name, a middle name nobody wrote down. Null where nothing would hold it. */
  readonly withOneName: KeyGroups | null
  /** Something besides names holds it, more than a year: few fit even with slips, and one question finds all. */
  readonly isNarrow: boolean
}

/** More words than these make a question no more exact. */
const mostNames = 5

/** Null when nothing was typed by which somebody could be found. */
export function planSearch(search: PatientSearch, today: string): SearchPlan | null {
  const names = search.nameParts.slice(0, mostNames)
  const readings = readingsOf(search, today)
  const facts = readings.map((piece) => piece.flatMap((reading) => readingKeys(reading, false)))
  const asTyped = [...names.map((name) => [beginningKey(name)]), ...facts].filter((group) => group.length > 0)
  if (asTyped.length === 0) return null
  if (names.length === 0) return { asTyped, withSlips: null, withOneName: null, isNarrow: true }

  const near = readings.map((piece) => piece.flatMap((reading) => readingKeys(reading, true)))
  const slips = withoutParticles(names).map(({ word, glued }) => [
    ...nearWord(word),
    ...(glued === null ? [] : nearWord(glued)),
  ])
  const isNarrow = readings.some((piece) => piece.some(({ part }) => part !== 'birth-year'))
  return {
    asTyped,
    withSlips: [...slips, ...near].filter((group) => group.length > 0),
    withOneName: slips.length > 1 && isNarrow ? [slips.flat(), ...facts].filter((group) => group.length > 0) : null,
    isNarrow,
  }
}

function nearWord(word: string): readonly number[] {
  return [beginningKey(word), ...slipKeys(word), ...usualForms(word).map(wholeKey)]
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
