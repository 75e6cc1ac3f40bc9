import type { RejectionCode, SkipCode } from './draft.ts'
import { isImported } from './read-resource.ts'
import { type Keyed, keyOf } from './references.ts'
import { type FhirResource, isId, isObject, member, resourceTypeOf, textMember } from './resource.ts'

export type Expanded = {
  readonly resources: Keyed[]
  readonly refused: { readonly resource: FhirResource; readonly code: RejectionCode; readonly text: string }[]
  readonly ignored: { readonly resource: FhirResource; readonly reason: SkipCode }[]
}

/**
 * Gives every resource we import its identity, and takes contained ones out of their owners. A contained resource has
 * no life of its own: its key is the owner's with `#id`. Coverages inside claims are left to the claim.
 */
export function expand(entries: readonly FhirResource[]): Expanded {
  const expanded: Expanded = { resources: [], refused: [], ignored: [] }
  for (const resource of entries) {
    const refuse = (code: RejectionCode, text: string) => expanded.refused.push({ resource, code, text })
    if (resource.resource === undefined || resource.resource === null) {
      expanded.ignored.push({ resource, reason: 'no-resource' })
    } else if (!isObject(resource.resource) || resource.resourceType === '') {
      refuse('not-a-resource', 'resourceType is missing or no name of a resource')
    } else if (!isImported(resource.resourceType)) {
      expanded.ignored.push({ resource, reason: 'type-not-imported' })
    } else if (resource.id !== undefined && !isId(resource.id)) {
      refuse('identity-broken', 'id is no FHIR id (1 to 64 letters, digits, hyphens and dots)')
    } else {
      const key = keyOf(resource)
      if (key === undefined) refuse('identity-missing', 'id and fullUrl are missing, so it could not be found again')
      else for (const found of contained({ ...resource, key })) expanded.resources.push(found)
    }
  }
  return expanded
}

/** The resources contained in one, then itself. */
function contained(owner: Keyed): Keyed[] {
  const list = isObject(owner.resource) ? member(owner.resource, 'contained') : undefined
  if (!Array.isArray(list)) return [owner]
  const inner = list.flatMap((resource: unknown, index) => {
    const resourceType = resourceTypeOf(resource)
    const id = isObject(resource) ? textMember(resource, 'id') : undefined
    const hidden = owner.resourceType === 'ExplanationOfBenefit' || isSamePerson(owner, resourceType)
    if (id === undefined || !isImported(resourceType)) return []
    const path = `${owner.path}.contained[${index}]`
    return [{ resourceType, id, resource, path, key: `${owner.key}#${id}`, owner: owner.key, hidden }]
  })
  return [...inner, owner]
}

/** A Patient in a Patient is what `Patient.link` points to: another record of the person, not another person. */
function isSamePerson(owner: Keyed, resourceType: string): boolean {
  return owner.resourceType === 'Patient' && resourceType === 'Patient'
}
