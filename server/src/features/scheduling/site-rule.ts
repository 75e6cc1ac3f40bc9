import type { VisitTypeRule } from '@foyer/scheduling'
import type { Practice } from '../practice/index.ts'

const known = new WeakMap<Practice, Map<string, VisitTypeRule | null>>()

/**
 * What a visit type needs at one site: people, rooms and devices of that site, as far as they are active. An interpreter
 * may be of another site and come by phone or screen. Null when the practice knows no such visit type or site.
 */
export function siteRule(practice: Practice, visitTypeId: string, siteId: string): VisitTypeRule | null {
  const rules = known.get(practice) ?? new Map<string, VisitTypeRule | null>()
  if (!known.has(practice)) known.set(practice, rules)
  const key = `${visitTypeId}${siteId}`
  const before = rules.get(key)
  if (before !== undefined) return before
  const rule = narrowed(practice, visitTypeId, siteId)
  rules.set(key, rule)
  return rule
}

function narrowed(practice: Practice, visitTypeId: string, siteId: string): VisitTypeRule | null {
  const visitType = practice.visitTypes.get(visitTypeId)
  if (!visitType || !practice.sites.has(siteId)) return null
  const serves = (resourceId: string): boolean => {
    const resource = practice.resources.get(resourceId)
    return resource?.active === true && (resource.siteId === siteId || resource.kind === 'interpreter')
  }
  const roles = visitType.rule.roles.map((role) => ({ ...role, candidates: role.candidates.filter(serves) }))
  return { ...visitType.rule, roles }
}
