import { roleTime } from '../visit-type.ts'
import { judge, type RuleEvaluation } from './rule.ts'
import type { BookingWish, Seated } from './wish.ts'

/** Every role is filled, once, by one of its candidates; no role the visit does not have is filled. */
export function rolesFilled(wish: BookingWish): RuleEvaluation[] {
  const missing = wish.visitType.roles
    .filter((role) => !wish.assignments.some((each) => each.role === role.name))
    .map((role) => judge({ rule: 'role-missing', role: role.name }, false))
  const chosen = wish.assignments.map(({ role, resourceId }, index) => {
    const rule = wish.visitType.roles.find((each) => each.name === role)
    const isFirst = wish.assignments.findIndex((each) => each.role === role) === index
    const isCandidate = rule?.candidates.includes(resourceId) === true && wish.resources.has(resourceId)
    return judge({ rule: 'not-a-candidate', role, resourceId }, isFirst && isCandidate)
  })
  return [...missing, ...chosen]
}

/** Whoever fills a role has every attribute it requires. */
export function attributesThere(wish: BookingWish): RuleEvaluation[] {
  return wish.visitType.roles.flatMap((role) => {
    const resourceId = wish.assignments.find((each) => each.role === role.name)?.resourceId
    const has = resourceId === undefined ? undefined : wish.resources.get(resourceId)?.attributes
    if (!has || resourceId === undefined || !role.requires) return []
    const attributes = role.requires.filter((each) => !has.has(each))
    return [judge({ rule: 'attribute-missing', role: role.name, resourceId, attributes }, attributes.length === 0)]
  })
}

/** Those of the wish that can be looked at further, in the order of the roles. */
export function seatedOf(wish: BookingWish): Seated[] {
  return wish.visitType.roles.flatMap((role) => {
    const resourceId = wish.assignments.find((each) => each.role === role.name)?.resourceId
    const resource = resourceId === undefined ? undefined : wish.resources.get(resourceId)
    if (!resource) return []
    const time = roleTime(wish.visitType, role, wish.start)
    const sessions = resource.open.filter((each) => each.start < time.end && time.start < each.end)
    return [{ assignment: { role: role.name, resourceId: resource.id, ...time }, resource, sessions }]
  })
}
