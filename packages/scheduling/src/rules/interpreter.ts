import { speaks } from '../attributes.ts'
import type { ResourceKind, Role, RoleName, VisitTypeRule } from '../visit-type.ts'
import { judge, type RuleEvaluation } from './rule.ts'
import type { BookingWish } from './wish.ts'

/** The part of an interpreter who is added to a visit whose type has none. */
const addedRole: RoleName = 'interpreter'

function isInterpreted({ kind }: Pick<Role, 'kind'>): boolean {
  return kind === 'interpreter'
}

export function hasInterpreter({ roles }: { readonly roles: readonly Pick<Role, 'kind'>[] }): boolean {
  return roles.some(isInterpreted)
}

/** Whether somebody interprets who may have been added: told by the part that they have. */
export function bringsInterpreter(assignments: readonly { readonly role: RoleName }[]): boolean {
  return assignments.some(({ role }) => role === addedRole)
}

/** The ids of those who interpret. */
export function interpretersOf(resources: ReadonlyMap<string, { readonly kind: ResourceKind }>): string[] {
  return [...resources].flatMap(([id, { kind }]) => (kind === 'interpreter' ? [id] : []))
}

/**
 * The same visit with an interpreter from its beginning to its end. One that has an interpreter stays as it is, and so does
 * a group, whose people do not all speak the same.
 *
 * @param interpreterIds those who work for the practice, wherever: they come by phone or screen too
 */
export function withInterpreter(visitType: VisitTypeRule, interpreterIds: readonly string[]): VisitTypeRule {
  const { roles, seats = 1 } = visitType
  if (seats > 1 || hasInterpreter(visitType) || roles.some(({ name }) => name === addedRole)) return visitType
  return { ...visitType, roles: [...roles, { name: addedRole, kind: 'interpreter', candidates: interpreterIds }] }
}

/**
 * What an interpreter interprets for a patient. English is the language of the desk: what is interpreted then, such as a
 * sign language, the record does not say.
 */
export function interpretedLanguage(language: string | null): string | null {
  return language === null || language === 'en' || language.startsWith('en-') ? null : language
}

/**
 * An interpreter speaks the language of the patient (45 CFR 92.201(c): language assistance is of use only from somebody
 * proficient in it). Where the language is not known it is remarked on.
 */
export function interpreterSpeaks(wish: BookingWish): RuleEvaluation[] {
  const { patient } = wish
  if (!patient) return []
  const language = patient.language ?? null
  return wish.visitType.roles.filter(isInterpreted).flatMap((role) => {
    const resourceId = wish.assignments.find((each) => each.role === role.name)?.resourceId
    const has = resourceId === undefined ? undefined : wish.resources.get(resourceId)?.attributes
    if (!has || resourceId === undefined) return []
    const fact = { rule: 'interpreter-language', role: role.name, resourceId, language } as const
    return [judge(fact, language === null ? null : speaks(has, language))]
  })
}

/** The same for what is offered: of the interpreters only those who speak the language. */
export function forLanguage(
  visitType: VisitTypeRule,
  language: string | null,
  attributesOf: (resourceId: string) => Iterable<string>,
): VisitTypeRule {
  if (language === null || !hasInterpreter(visitType)) return visitType
  const roles = visitType.roles.map((role) =>
    isInterpreted(role)
      ? { ...role, candidates: role.candidates.filter((id) => speaks(attributesOf(id), language)) }
      : role,
  )
  return { ...visitType, roles }
}
