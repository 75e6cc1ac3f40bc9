import { counted } from '../counted.ts'
import type { ElementUse } from '../grammar/guide.ts'
import { isCivilDate, isTimeOfDay } from '../read/check-time.ts'

/** What is wrong with a value: the code of the finding, that of IK403, and the end of a sentence that begins with the element. */
export interface ValueFault {
  readonly code: string
  readonly report: string
  readonly says: string
}

/**
 * @param told codes that a finding names: those of all segments that may stand in the place
 * @returns null where the value is as the guide has it
 */
export function checkValue(use: ElementUse, value: string, told = use.codes): ValueFault | null {
  if (use.codes) return use.codes.has(value) ? null : codeFault(told ?? use.codes, value)
  switch (use.type) {
    case 'N0':
    case 'R':
      return checkNumber(use, value)
    case 'DT':
      if (value.length === 8 && isCivilDate(value)) return null
      return { code: 'not-a-date', report: '8', says: 'is no date (CCYYMMDD)' }
    case 'TM':
      if (!isTimeOfDay(value)) return { code: 'not-a-time', report: '9', says: 'is no time (HHMM)' }
      return null
    default:
      return checkText(use, value)
  }
}

/** Longer lists are looked up rather than read in a sentence. */
const mostTold = 12

function codeFault(allowed: ReadonlySet<string>, value: string): ValueFault {
  // A code is short; anything longer may be somebody's name or number that slipped into the wrong element.
  const shown = /^[A-Z0-9]{1,3}$/.test(value) ? `is ${value}, which` : 'has a code that'
  const codes = allowed.size <= mostTold ? ` (${[...allowed].join(', ')})` : ''
  return { code: 'code-not-allowed', report: '7', says: `${shown} is not among the codes allowed here${codes}` }
}

function checkText(use: ElementUse, value: string): ValueFault | null {
  if (value.trim() === '') {
    return { code: 'element-blank', report: use.isRequired ? '1' : '6', says: 'has nothing but blanks' }
  }
  for (let at = 0; at < value.length; at++) {
    if (value.charCodeAt(at) >= 32) continue
    return { code: 'invalid-character', report: '6', says: 'has a character that is not allowed' }
  }
  return checkLength(use, value.length)
}

function checkLength({ min, max }: ElementUse, length: number): ValueFault | null {
  if (length < min) {
    return {
      code: 'element-too-short',
      report: '4',
      says: `has ${counted(length, 'character')} and needs at least ${min}`,
    }
  }
  if (length > max) {
    return {
      code: 'element-too-long',
      report: '5',
      says: `has ${counted(length, 'character')} and may have at most ${max}`,
    }
  }
  return null
}

/** Sign and decimal point do not count towards the length (X12.6, 3.5.1). */
function checkNumber(use: ElementUse, value: string): ValueFault | null {
  let digits = 0
  let points = 0
  for (let at = 0; at < value.length; at++) {
    const letter = value.charCodeAt(at)
    if (letter >= 48 && letter <= 57) digits++
    else if (letter === 46 && use.type === 'R') points++
    else if (letter !== 45 || at > 0) return notANumber(use)
  }
  return digits === 0 || points > 1 ? notANumber(use) : checkLength(use, digits)
}

function notANumber({ type }: ElementUse): ValueFault {
  return { code: 'not-a-number', report: '6', says: type === 'N0' ? 'is no whole number' : 'is no number' }
}

/** Shape of a date by its format (data element 1250). Formats that are not named here may hold anything. */
export function isDateOf(format: string, value: string): boolean {
  switch (format) {
    case 'D8':
      return value.length === 8 && isCivilDate(value)
    case 'D6':
      return value.length === 6 && isCivilDate(value)
    case 'DT':
      return value.length === 12 && isCivilDate(value.slice(0, 8)) && isTimeOfDay(value.slice(8))
    case 'TM':
      return isTimeOfDay(value)
    case 'RD8':
      return isPeriod(value)
    default:
      return true
  }
}

/** From one day to the same or a later one. */
function isPeriod(value: string): boolean {
  const [first, last] = [value.slice(0, 8), value.slice(9)]
  return value.length === 17 && value[8] === '-' && isCivilDate(first) && isCivilDate(last) && first <= last
}
