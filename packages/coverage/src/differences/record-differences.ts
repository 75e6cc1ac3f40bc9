import type { Address, Insured } from '../benefits/eligibility.ts'
import { isSameName } from './payers-names.ts'

/** What the practice has of a person. */
export interface RecordedPerson {
  readonly family: string
  readonly given: string
  readonly birthDate: string | null
  readonly sex: string | null
  readonly address: Address | null
}

export type RecordDifference =
  | { readonly field: 'family' | 'given' | 'birthDate' | 'sex'; readonly payerSays: string }
  | { readonly field: 'address'; readonly payerSays: Address }

/** `ANNE MARIE` is Anne with a second name, not another name. */
function isSameGiven(ours: string, theirs: string): boolean {
  const first = theirs.trim().split(/\s+/)[0] ?? ''
  return isSameName(ours, theirs) || isSameName(ours.trim().split(/\s+/)[0] ?? '', first)
}

const streetWords: readonly (readonly [RegExp, string])[] = [
  [/\bSTREET\b/g, 'ST'],
  [/\bAVENUE\b/g, 'AVE'],
  [/\bROAD\b/g, 'RD'],
  [/\bDRIVE\b/g, 'DR'],
  [/\bBOULEVARD\b/g, 'BLVD'],
  [/\bLANE\b/g, 'LN'],
  [/\bCOURT\b/g, 'CT'],
  [/\bPLACE\b/g, 'PL'],
  [/\b(?:APARTMENT|UNIT|SUITE|STE)\b|#/g, 'APT'],
  [/\bNORTH\b/g, 'N'],
  [/\bSOUTH\b/g, 'S'],
  [/\bEAST\b/g, 'E'],
  [/\bWEST\b/g, 'W'],
]

/** Street and house as letters and digits: `12 Oak Street, Apt. 3` is `12OAKSTAPT3` (USPS Publication 28, appendix C). */
function streetOf({ lines }: Address): string {
  const text = lines
    .join(' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
  return streetWords.reduce((so, [word, short]) => so.replace(word, short), text).replace(/[^A-Z0-9]/g, '')
}

function isSameAddress(ours: Address, theirs: Address): boolean {
  const zip = ({ postalCode }: Address): string => (postalCode ?? '').slice(0, 5)
  return streetOf(ours) === streetOf(theirs) && (zip(ours) === '' || zip(theirs) === '' || zip(ours) === zip(theirs))
}

/**
 * Where the payer's record of a person is another than ours. What the payer does not say differs in nothing; spelling that
 * is only the payer's way of writing does not either.
 */
export function recordDifferences(insured: Insured, record: RecordedPerson): readonly RecordDifference[] {
  const { name, given, birthDate, sex, address } = insured
  const found: RecordDifference[] = []
  if (name !== '' && !isSameName(record.family, name)) found.push({ field: 'family', payerSays: name })
  if (given && !isSameGiven(record.given, given)) found.push({ field: 'given', payerSays: given })
  if (birthDate && birthDate !== record.birthDate) found.push({ field: 'birthDate', payerSays: birthDate })
  const isOtherSex = sex !== null && sex !== 'unknown' && record.sex !== null && sex !== record.sex
  if (isOtherSex && ['female', 'male'].includes(record.sex)) found.push({ field: 'sex', payerSays: sex })
  if (address && address.lines.length > 0 && (record.address === null || !isSameAddress(record.address, address)))
    found.push({ field: 'address', payerSays: address })
  return found
}
