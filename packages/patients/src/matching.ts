import {
  type AddressOutcome,
  type BirthDateOutcome,
  type ContactOutcome,
  compareAddress,
  compareBirthDate,
  compareEmails,
  comparePhones,
  compareSex,
  type MatchAddress,
  type SexOutcome,
} from './compare-facts.ts'
import { compareFamily, compareGiven, type FamilyOutcome, type GivenOutcome, namesSwapped } from './compare-name.ts'
import { foldName, type PersonName } from './name.ts'

/** What two records are compared by. Dates are FHIR dates, phones E.164; what is not known is left out. */
export type MatchPerson = {
  readonly name: Partial<PersonName>
  readonly birthDate?: string | undefined
  readonly sex?: string | undefined
  readonly phones?: readonly string[] | undefined
  readonly emails?: readonly string[] | undefined
  readonly address?: MatchAddress | undefined
}

/** One reason for the score: the field, how it compared and its weight, in log2 of the likelihood ratio. */
export type Evidence = { readonly weight: number } & (
  | { readonly field: 'given'; readonly outcome: GivenOutcome }
  | { readonly field: 'family'; readonly outcome: FamilyOutcome }
  | { readonly field: 'names'; readonly outcome: 'swapped' }
  | { readonly field: 'suffix'; readonly outcome: 'different' }
  | { readonly field: 'birthDate'; readonly outcome: BirthDateOutcome }
  | { readonly field: 'sex'; readonly outcome: SexOutcome }
  | { readonly field: 'phone' | 'email'; readonly outcome: ContactOutcome }
  | { readonly field: 'address'; readonly outcome: AddressOutcome }
  | { readonly field: 'rule'; readonly outcome: 'shared-contact' | Rule }
)

/** Why a sum was held down: another member of the household, a twin, or a birth date that settles nothing. */
type Rule = 'other-member' | 'maybe-twins' | 'birth-date-open'

export type Verdict = 'same' | 'possible' | 'different'

/** `score` is the probability, 0 to 1, that both records are of one person; missing fields give no evidence. */
export type PairScore = {
  readonly score: number
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
}

// log2 of the odds that a pair met while registering (it shares a name, a birth date or a contact) is one person.
const prior = -9
const sameFrom = 4
const possibleFrom = -3
// People who live together share phone, e-mail and address: agreeing on all three is hardly more than agreeing on one.
const mostFromContacts = 8

/**
 * Are these two one person? Weights are added as Fellegi and Sunter (1969) do. Rules stand above the sum: another given
 * name with another birth date is another person, whatever is shared; another given name with the same birth date may
 * be a twin; and a birth date that disagrees, or is a slip away with no contact point in common, leaves a doubt. The
 * last two are never more than possible.
 */
export function scorePair(a: MatchPerson, b: MatchPerson): PairScore {
  const evidence: Evidence[] = [...nameEvidence(a.name, b.name), ...factEvidence(a, b)]
  const sum = evidence.reduce((total, { weight }) => total + weight, prior)
  const rule = ruleFor(evidence, sum)
  if (rule) evidence.push(rule)
  const logOdds = sum + (rule?.weight ?? 0)
  return {
    score: 1 / (1 + 2 ** -logOdds),
    verdict: logOdds >= sameFrom ? 'same' : logOdds >= possibleFrom ? 'possible' : 'different',
    evidence,
  }
}

function nameEvidence(a: Partial<PersonName>, b: Partial<PersonName>): Evidence[] {
  const given = compareGiven(a, b)
  const family = compareFamily(a.family, b.family)
  const evidence: Evidence[] = []
  if ((given?.weight ?? 0) + (family?.weight ?? 0) < 8 && namesSwapped(a, b)) {
    evidence.push({ field: 'names', outcome: 'swapped', weight: 8 })
  } else {
    if (given) evidence.push({ field: 'given', ...given })
    if (family) evidence.push({ field: 'family', ...family })
  }
  const suffixes = [foldName(a.suffix ?? ''), foldName(b.suffix ?? '')]
  if (suffixes[0] && suffixes[1] && suffixes[0] !== suffixes[1]) {
    evidence.push({ field: 'suffix', outcome: 'different', weight: -3 })
  }
  return evidence
}

function factEvidence(a: MatchPerson, b: MatchPerson): Evidence[] {
  const evidence: Evidence[] = []
  const birthDate = compareBirthDate(a.birthDate, b.birthDate)
  if (birthDate) evidence.push({ field: 'birthDate', ...birthDate })
  const sex = compareSex(a.sex, b.sex)
  if (sex) evidence.push({ field: 'sex', ...sex })
  const contacts: Evidence[] = []
  const phone = comparePhones(a.phones ?? [], b.phones ?? [])
  if (phone) contacts.push({ field: 'phone', ...phone })
  const email = compareEmails(a.emails ?? [], b.emails ?? [])
  if (email) contacts.push({ field: 'email', ...email })
  const address = compareAddress(a.address, b.address)
  if (address) contacts.push({ field: 'address', ...address })
  const excess = contacts.reduce((total, { weight }) => total + weight, 0) - mostFromContacts
  if (excess > 0) contacts.push({ field: 'rule', outcome: 'shared-contact', weight: -excess })
  return [...evidence, ...contacts]
}

function ruleFor(evidence: readonly Evidence[], sum: number): Evidence | null {
  const otherGiven = evidence.some(({ field, outcome }) => field === 'given' && outcome === 'different')
  const birthDate = evidence.find(({ field }) => field === 'birthDate')
  if (birthDate?.outcome === 'same') return otherGiven ? capped('maybe-twins', sum, sameFrom - 1) : null
  const disagrees = birthDate !== undefined && birthDate.weight < 0
  if (disagrees && otherGiven) return capped('other-member', sum, possibleFrom - 2)
  const inTouch = evidence.some(
    ({ field, outcome }) => ['phone', 'email', 'address'].includes(field) && outcome === 'same',
  )
  return disagrees || otherGiven || !inTouch ? capped('birth-date-open', sum, sameFrom - 1) : null
}

function capped(outcome: Rule, sum: number, most: number): Evidence | null {
  return sum > most ? { field: 'rule', outcome, weight: most - sum } : null
}
