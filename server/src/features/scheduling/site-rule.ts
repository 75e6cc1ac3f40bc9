import { ruleAtSite, type VisitTypeRule } from '@foyer/scheduling'
import type { Practice } from '../practice/index.ts'

const known = new WeakMap<Practice, Map<string, VisitTypeRule | null>>()

/** What a visit type needs at one site, worked out once. Null when the practice knows no such visit type or site. */
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
  return visitType && practice.sites.has(siteId) ? ruleAtSite(visitType.rule, siteId, practice.resources) : null
}
