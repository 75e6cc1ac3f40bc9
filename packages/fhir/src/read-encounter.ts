import { encounterStatus } from './codes.ts'
import { coding, concept, humanNames, legalName, period, words } from './datatypes.ts'
import type { EncounterDraft } from './draft.ts'
import { child, children, type Element, requiredCode } from './element.ts'
import { common, type Place, patientKey, pointed, targetName } from './place.ts'
import type { Target } from './references.ts'
import { isObject } from './resource.ts'

export function readEncounter(element: Element, place: Place): EncounterDraft[] {
  const status = requiredCode(element, 'status', encounterStatus, 'unknown')
  const span = period(child(element, 'period'))
  const people = children(element, 'participant')
    .map((participant) => pointed(place, child(participant, 'individual'), 'Practitioner'))
    .filter((target) => target?.type === undefined || target.type.startsWith('Practitioner'))
  const places = children(element, 'location').map((at) => pointed(place, child(at, 'location'), 'Location'))
  const kind = child(element, 'class')
  return [
    {
      ...common(place),
      kind: 'encounter',
      patientKey: patientKey(place, element, 'subject', child(element, 'subject')),
      practitionerKeys: [...new Set(people.flatMap((target) => target?.key ?? []))],
      practitionerNames: [...new Set(people.flatMap((target) => personName(target) ?? []))],
      locationName: places.map(targetName).find((name) => name !== undefined),
      organizationKey: pointed(place, child(element, 'serviceProvider'), 'Organization')?.key,
      start: span?.start,
      end: span?.end,
      typeText: firstWords(children(element, 'type')),
      reasonText: firstWords(children(element, 'reasonCode')),
      status,
      class: kind && coding(kind).code,
    },
  ]
}

function firstWords(concepts: readonly Element[]): string | undefined {
  return concepts.flatMap((element) => words(concept(element)) ?? [])[0]
}

/** As the reference says, else the practitioner's own name, if the document holds it. */
function personName(target: Target | undefined): string | undefined {
  const json = target?.found?.resource
  if (target?.display !== undefined || !isObject(json)) return target?.display
  const name = legalName(humanNames({ json, at: '', faults: [] }))
  const parts = [name?.prefix, ...(name?.given ?? []), name?.family, name?.suffix].filter((part) => part !== undefined)
  return name?.text ?? (parts.join(' ') || undefined)
}
