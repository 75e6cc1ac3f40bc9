import { concept, humanNames, identifiers, legalName, telecom, words } from './datatypes.ts'
import type { PractitionerDraft, PractitionerRoleDraft } from './draft.ts'
import { child, children, type Element, flag, note } from './element.ts'
import { common, keysOf, type Place, pointed } from './place.ts'

/** US National Provider Identifier. */
const npiSystem = 'http://hl7.org/fhir/sid/us-npi'

export function readPractitioner(element: Element, place: Place): PractitionerDraft[] {
  const name = legalName(humanNames(element))
  if (name === undefined) note(element, 'name', 'name-missing', 'holds no family, given or text')
  const known = identifiers(element)
  return [
    {
      ...common(place),
      kind: 'practitioner',
      name: name ?? { given: [] },
      identifiers: known,
      npi: known.find((identifier) => identifier.system === npiSystem)?.value,
      telecom: telecom(element),
      active: flag(element, 'active') ?? true,
    },
  ]
}

export function readPractitionerRole(element: Element, place: Place): PractitionerRoleDraft[] {
  const practitioner = pointed(place, child(element, 'practitioner'), 'Practitioner')?.key
  if (practitioner === undefined) note(element, 'practitioner', 'reference-missing', 'points to no practitioner')
  return [
    {
      ...common(place),
      kind: 'practitioner-role',
      practitionerKey: practitioner ?? '',
      organizationKey: pointed(place, child(element, 'organization'), 'Organization')?.key,
      specialty: children(element, 'specialty').flatMap((specialty) => words(concept(specialty)) ?? [])[0],
      locationKeys: keysOf(place, element, 'location', 'Location'),
      active: flag(element, 'active') ?? true,
    },
  ]
}
