import { administrativeGender } from './codes.ts'
import { addresses, concept, humanNames, identifiers, legalName, preferredName, telecom } from './datatypes.ts'
import type { PatientDraft } from './draft.ts'
import { child, children, coded, type Element, extensions, flag, note, text } from './element.ts'
import { common, type Place } from './place.ts'
import { dateTime, partialDate } from './when.ts'

const animalExtension = 'http://hl7.org/fhir/StructureDefinition/patient-animal'

/** A patient who died stays a patient. Photos, race and ethnicity are not read: the desk has no use for them. */
export function readPatient(element: Element, place: Place): PatientDraft {
  if (extensions(element, animalExtension).length > 0) {
    note(element, 'extension', 'not-a-person', 'says that this is an animal, not a person')
  }
  const names = humanNames(element)
  const name = legalName(names)
  if (name === undefined) note(element, 'name', 'name-missing', 'holds no family, given or text')
  const deceasedAt = dateTime(element, 'deceasedDateTime')
  return {
    ...common(place),
    kind: 'patient',
    identifiers: identifiers(element),
    name: name ?? { given: [] },
    preferredName: preferredName(names),
    names,
    birthDate: partialDate(element, 'birthDate'),
    gender: coded(element, 'gender', administrativeGender),
    active: flag(element, 'active') ?? true,
    deceased: flag(element, 'deceasedBoolean') === true || deceasedAt !== undefined,
    deceasedAt,
    telecom: telecom(element),
    addresses: addresses(element),
    languages: languages(element),
    maritalStatus: maritalStatus(element),
    generalPractitioner: generalPractitioner(element),
  }
}

function languages(element: Element): { code: string; preferred: boolean }[] {
  return children(element, 'communication').flatMap((communication) => {
    const language = concept(child(communication, 'language'))
    const code = language?.code ?? language?.text ?? language?.display
    const preferred = flag(communication, 'preferred') ?? false
    return code === undefined ? [] : [{ code, preferred }]
  })
}

/** The first that is named: only its name is kept, and not to whom it leads. */
function generalPractitioner(element: Element): string | undefined {
  const names = children(element, 'generalPractitioner').map((one) => text(one, 'display'))
  return names.find((name) => name !== undefined)
}

function maritalStatus(element: Element): string | undefined {
  const status = concept(child(element, 'maritalStatus'))
  return status?.code ?? status?.text ?? status?.display
}
