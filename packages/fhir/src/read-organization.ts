import { payerOrganization, providerOrganization } from './codes.ts'
import { address, addresses, codings, identifiers, phone, telecom } from './datatypes.ts'
import type { LocationDraft, OrganizationDraft } from './draft.ts'
import { child, children, type Element, extensions, note, text } from './element.ts'
import { common, type Place } from './place.ts'
import { timeZone } from './time-zone.ts'

const zoneExtensions = [
  'http://hl7.org/fhir/StructureDefinition/timezone',
  'http://hl7.org/fhir/StructureDefinition/tz-code',
]

export function readOrganization(element: Element, place: Place): OrganizationDraft[] {
  const name = text(element, 'name')
  if (name === undefined) note(element, 'name', 'name-missing', 'is missing')
  const codes = children(element, 'type').flatMap((type) => codings(type).map((coding) => coding.code ?? ''))
  const payer = codes.some((code) => payerOrganization.includes(code))
  const provider = codes.some((code) => providerOrganization.includes(code))
  return [
    {
      ...common(place),
      kind: 'organization',
      name: name ?? '',
      side: payer ? 'payer' : provider ? 'provider' : undefined,
      identifiers: identifiers(element),
      phone: phone(telecom(element)),
      address: addresses(element)[0],
    },
  ]
}

/** A location without a name is known by its description ("Client's home"). */
export function readLocation(element: Element, place: Place): LocationDraft[] {
  const name = text(element, 'name') ?? text(element, 'description')
  if (name === undefined) note(element, 'name', 'name-missing', 'is missing')
  const zones = zoneExtensions.flatMap((url) => extensions(element, url).map(timeZone))
  return [
    {
      ...common(place),
      kind: 'location',
      name: name ?? '',
      address: address(child(element, 'address')),
      phone: phone(telecom(element)),
      timeZone: zones.find((zone) => zone !== undefined),
    },
  ]
}
