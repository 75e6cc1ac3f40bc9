import { appointmentStatus, appointmentWithoutTime } from './codes.ts'
import { concept, words } from './datatypes.ts'
import type { AppointmentDraft } from './draft.ts'
import { child, children, type Element, isAbsent, note, requiredCode, text } from './element.ts'
import { common, type Place, pointed } from './place.ts'
import { inOrder, instant, type When } from './when.ts'

export function readAppointment(element: Element, place: Place): AppointmentDraft[] {
  const status = requiredCode(element, 'status', appointmentStatus, 'proposed')
  const start = instant(element, 'start')
  const end = instant(element, 'end')
  const timeless = isAbsent(element, 'start') && isAbsent(element, 'end') && appointmentWithoutTime.includes(status)
  if (!timeless) {
    if (isAbsent(element, 'start')) note(element, 'start', 'date-missing', `is missing, and the status is '${status}'`)
    if (isAbsent(element, 'end')) note(element, 'end', 'date-missing', `is missing, and the status is '${status}'`)
  }
  inOrder(element, when(start), when(end))
  const actors = participants(element, place)
  const type = concept(child(element, 'appointmentType'))
  const service = children(element, 'serviceType').map(concept)[0]
  return [
    {
      ...common(place),
      kind: 'appointment',
      patientKey: actors.find((actor) => actor.type === 'Patient')?.key,
      practitionerKeys: keys(actors, ['Practitioner', 'PractitionerRole']),
      locationKeys: keys(actors, ['Location']),
      start,
      end,
      status,
      visitType: words(service) ?? words(type),
      description: text(element, 'description'),
      cancelReason: words(concept(child(element, 'cancelationReason'))),
    },
  ]
}

function when(value: string | undefined): When | undefined {
  return value === undefined ? undefined : { value, precision: 'instant' }
}

type Actor = { readonly key: string; readonly type: string }

/** Actors with an identity. Phone calls and other words in place of a reference have none. */
function participants(element: Element, place: Place): Actor[] {
  return children(element, 'participant').flatMap((participant) => {
    const actor = pointed(place, child(participant, 'actor'))
    if (actor?.key === undefined) return []
    if (actor.type === undefined) {
      note(
        participant,
        'actor',
        'reference-broken',
        'points to nothing in the file and does not say of what type it is',
      )
      return []
    }
    return [{ key: actor.key, type: actor.type }]
  })
}

function keys(actors: readonly Actor[], types: readonly string[]): string[] {
  return [...new Set(actors.flatMap((actor) => (types.includes(actor.type) ? actor.key : [])))]
}
