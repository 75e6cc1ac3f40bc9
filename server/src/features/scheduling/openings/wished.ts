import { attributesOf, type Opening, type OpeningRequest, type VisitTypeRule } from '@foyer/scheduling'
import type { Practice } from '../../practice/index.ts'

/** Of a visit, or a leg of a chain: who is named, and what somebody or some place has to have. */
export interface Wished {
  readonly rule: VisitTypeRule
  readonly clinicianIds: readonly string[]
  readonly attributes: readonly string[]
}

/** The visit type with whoever or whatever may take part, but for these. */
export function withoutThem(rule: VisitTypeRule, ids: readonly string[]): VisitTypeRule {
  if (ids.length === 0) return rule
  const roles = rule.roles.map((role) => ({ ...role, candidates: role.candidates.filter((id) => !ids.includes(id)) }))
  return { ...rule, roles }
}

type Narrowed = Pick<OpeningRequest, 'candidates' | 'having'>

/** Who may be asked for a visit, of those the visit type allows. */
export function narrowed(practice: Practice, wished: Wished): Narrowed {
  return narrowedAll(practice, [wished])[0] ?? {}
}

/**
 * Whoever is named fills the first role that is open to them, the lead before others. What was wished for is wished of every
 * role in which some candidate has it: a woman of the people, a wide door of the rooms. Of several legs each is narrowed as
 * far as it can be; what none of them can meet is met by nobody.
 */
export function narrowedAll(practice: Practice, legs: readonly Wished[]): readonly Narrowed[] {
  return legs.map((leg) => {
    const names = namesByRole(leg)
    const others = legs.filter((other) => other !== leg)
    const isMetElsewhere = others.some((other) => namesByRole({ ...other, clinicianIds: leg.clinicianIds }).size > 0)
    const lead = leadFirst(leg.rule)[0]?.name ?? ''
    const candidates = new Map(names)
    if (leg.clinicianIds.length > 0 && names.size === 0 && !isMetElsewhere) candidates.set(lead, leg.clinicianIds)
    const having = ableByRole(practice, leg)
    const isUnmet = (attribute: string): boolean =>
      ![leg, ...others].some(({ rule }) => rule.roles.some((role) => isThere(practice, role.candidates, attribute)))
    if (leg.attributes.some(isUnmet)) having.set(lead, [])
    return {
      ...(candidates.size > 0 ? { candidates: Object.fromEntries(candidates) } : {}),
      ...(having.size > 0 ? { having: Object.fromEntries(having) } : {}),
    }
  })
}

/** What was wished for that an opening does not have, though somebody else could. */
export function lacking(practice: Practice, { rule, attributes }: Omit<Wished, 'clinicianIds'>, opening: Opening) {
  return attributes.filter((attribute) => {
    const roles = rule.roles.filter(({ candidates }) => isThere(practice, candidates, attribute))
    const isMet = roles.every(({ name }) =>
      opening.assignments.some((one) => one.role === name && has(practice, one.resourceId, attribute)),
    )
    return roles.length === 0 || !isMet
  })
}

function leadFirst({ roles }: VisitTypeRule) {
  return roles.toSorted((a, b) => Number(b.name === 'clinician') - Number(a.name === 'clinician'))
}

function namesByRole({ rule, clinicianIds }: Omit<Wished, 'attributes'>): ReadonlyMap<string, readonly string[]> {
  const roles = leadFirst(rule)
  const named = clinicianIds.flatMap((id) => {
    const role = roles.find(({ candidates }) => candidates.includes(id))
    return role ? [{ id, role: role.name }] : []
  })
  return new Map([...Map.groupBy(named, ({ role }) => role)].map(([role, those]) => [role, those.map(({ id }) => id)]))
}

function ableByRole(practice: Practice, { rule, attributes }: Wished): Map<string, readonly string[]> {
  return new Map(
    rule.roles.flatMap(({ name, candidates }): [string, readonly string[]][] => {
      const asked = attributes.filter((attribute) => isThere(practice, candidates, attribute))
      if (asked.length === 0) return []
      return [[name, candidates.filter((id) => asked.every((attribute) => has(practice, id, attribute)))]]
    }),
  )
}

function isThere(practice: Practice, candidates: readonly string[], attribute: string): boolean {
  return candidates.some((id) => has(practice, id, attribute))
}

function has(practice: Practice, resourceId: string, attribute: string): boolean {
  const resource = practice.resources.get(resourceId)
  return resource !== undefined && attributesOf(resource).includes(attribute)
}
