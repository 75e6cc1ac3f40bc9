import { codings, humanName, humanNames, legalName, period, telecom, words } from './datatypes.ts'
import type { RelatedPersonDraft } from './draft.ts'
import { child, children, type Element, note, text } from './element.ts'
import { common, type Place, patientKey } from './place.ts'

export function readRelatedPerson(element: Element, place: Place): RelatedPersonDraft[] {
  const name = legalName(humanNames(element))
  if (name === undefined) note(element, 'name', 'name-missing', 'holds no family, given or text')
  return [
    {
      ...common(place),
      kind: 'related-person',
      patientKey: patientKey(place, element, 'patient', child(element, 'patient')),
      relationship: relationship(element),
      name: name ?? { given: [] },
      telecom: telecom(element),
      period: period(child(element, 'period')),
    },
  ]
}

/** The contacts of a patient. One without a name (an employer, say) is nobody to ring and is told apart. */
export function readContacts(
  patient: Element,
  place: Place,
): { readonly named: RelatedPersonDraft[]; readonly nameless: string[] } {
  const named: RelatedPersonDraft[] = []
  const nameless: string[] = []
  for (const [index, contact] of children(patient, 'contact').entries()) {
    const path = `${place.resource.path}.${contact.at}`
    const name = humanName(child(contact, 'name'))
    const rest = { relationship: relationship(contact), telecom: telecom(contact) }
    const since = period(child(contact, 'period'))
    if (name === undefined) nameless.push(path)
    else {
      const key = `${place.resource.key}#contact-${index + 1}`
      const whose = { key, source: place.source, path, patientKey: place.resource.key }
      named.push({ ...whose, kind: 'related-person', ...rest, name, period: since })
    }
  }
  return { named, nameless }
}

/** A v3 role (WIFE, NIECE) says more than the contact role of v2 table 0131 (N, next of kin) it often follows. */
const contactRole = 'http://terminology.hl7.org/CodeSystem/v2-0131'

function relationship(element: Element): string | undefined {
  const concepts = children(element, 'relationship')
  const spoken = concepts.flatMap((found) => text(found, 'text') ?? [])[0]
  const all = concepts.flatMap(codings)
  const telling = all.find((coding) => coding.system !== contactRole) ?? all[0]
  return spoken ?? words(telling)
}
