import type { Charge, Owing } from './owing.ts'
import type { Range, ServiceTerms, Terms } from './terms.ts'

/** Charges that a plan pays for and that have the same terms with every payer. */
export interface Group {
  readonly charges: readonly Charge[]
  /** By payer, in their order. */
  readonly terms: readonly ServiceTerms[]
  /** Cents that contracts allow, as far as they say so. */
  readonly known: number
  /** Cents that are charged for what no contract names. */
  readonly unknown: number
}

export function groupsOf({ charges, payers }: Pick<Owing, 'charges' | 'payers'>): readonly Group[] {
  const groups = new Map<string, { charges: Charge[]; terms: readonly ServiceTerms[] }>()
  for (const charge of charges) {
    const terms = payers.map((payer) => termsFor(payer, charge.code))
    if (!charge.isCovered || !terms.some(({ isCovered }) => isCovered)) continue
    const key = payers.map((payer) => indexOf(payer, charge.code)).join(' ')
    const known = groups.get(key)
    if (known) known.charges.push(charge)
    else groups.set(key, { charges: [charge], terms })
  }
  return [...groups.values()].map(({ charges: those, terms }) => ({
    charges: those,
    terms,
    known: those.reduce((sum, { chargedCents, allowedCents }) => sum + Math.min(chargedCents, allowedCents ?? 0), 0),
    unknown: those.reduce((sum, { chargedCents, allowedCents }) => sum + (allowedCents === null ? chargedCents : 0), 0),
  }))
}

function indexOf({ others = [] }: Terms, code: string): number {
  return others.findIndex(({ codes }) => codes.includes(code))
}

/** A plan that does not pay at all pays for no service of it. */
function termsFor(payer: Terms, code: string): ServiceTerms {
  return payer.isCovered ? (payer.others?.[indexOf(payer, code)] ?? payer) : payer
}

/** Steps that are looked at where more than one payer makes what is owed rise and fall with what is allowed. */
const steps = 16
/** Combinations of what may be allowed for several groups that are looked at: more groups, fewer steps of each. */
const mostCombinations = 400

/**
 * What may be allowed in all for a group, the most first: at least the copay of the first payer, which a contract is not
 * known to undercut, and at most the charge. With one payer what is owed rises with it, and the two ends are enough.
 *
 * @param among how many groups there are of which nobody knows it
 */
export function allowances(
  { terms, known, unknown }: Group,
  payers: readonly Terms[],
  end: keyof Range,
  among: number,
): number[] {
  if (unknown === 0) return [known]
  const first = terms.find(({ isCovered }) => isCovered)
  const least = known + Math.min(unknown, Math.max(0, (first?.copay.low ?? 0) - known))
  const most = known + unknown
  if (payers.filter(({ isCovered }) => isCovered).length < 2) return [most, least]
  const bends = terms.flatMap(({ copay, deductibleLeft }) => [copay[end], copay[end] + deductibleLeft[end]])
  const even = Array.from({ length: steps }, (_, at) => Math.round(least + ((most - least) * at) / steps))
  const inside = [...new Set([...bends, ...even])].filter((one) => one > least && one < most)
  const many = Math.max(1, Math.floor(mostCombinations ** (1 / among)) - 2)
  return [...new Set([most, ...thinned(inside, many), least])]
}

/** At most so many of them, evenly. */
function thinned(values: readonly number[], many: number): readonly number[] {
  if (values.length <= many) return values
  const sorted = values.toSorted((a, b) => a - b)
  return Array.from({ length: many }, (_, at) => sorted[Math.floor(((at + 0.5) * sorted.length) / many)] ?? 0)
}
