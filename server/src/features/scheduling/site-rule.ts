import { interpretersOf, ruleAtSite, type VisitTypeRule, withInterpreter } from '@foyer/scheduling'
import type { Practice } from '../practice/index.ts'

const known = new WeakMap<Practice, Map<string, VisitTypeRule | null>>()

/**
 * What a visit type needs at one site, worked out once. Null when the practice knows no such visit type or site.
 *
 * @param isInterpreted with an interpreter, whether its type has one or not
 */
export function siteRule(
  practice: Practice,
  visitTypeId: string,
  siteId: string,
  isInterpreted = false,
): VisitTypeRule | null {
  const rules = known.get(practice) ?? new Map<string, VisitTypeRule | null>()
  if (!known.has(practice)) known.set(practice, rules)
  const key = `${visitTypeId}${siteId}${isInterpreted ? '+' : ''}`
  const before = rules.get(key)
  if (before !== undefined) return before
  const rule = narrowed(practice, visitTypeId, siteId, isInterpreted)
  rules.set(key, rule)
  return rule
}

function narrowed(
  practice: Practice,
  visitTypeId: string,
  siteId: string,
  isInterpreted: boolean,
): VisitTypeRule | null {
  const visitType = practice.visitTypes.get(visitTypeId)
  if (!visitType || !practice.sites.has(siteId)) return null
  const rule = isInterpreted ? withInterpreter(visitType.rule, interpretersOf(practice.resources)) : visitType.rule
  return ruleAtSite(rule, siteId, practice.resources)
}
