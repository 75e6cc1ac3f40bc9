import type { Refusal, scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { type RefusalNames, tellRefusal, type Told } from '../refusals.ts'
import type { DayAppointment } from '../shapes.ts'

export type Seated = Pick<DayAppointment, 'id' | 'patient'>

/** Why a group does not move, with the names of those who are elsewhere. */
export function groupNotMoved(
  refusal: Refusal<typeof scheduling.moveGroup>,
  people: readonly Seated[],
  names: Omit<RefusalNames, 'person'> & { readonly locale: string },
): Told {
  const { say, locale } = names
  if (refusal.reason === 'people-arrived')
    return { kind: 'warn', title: say('groupArrivedTitle'), text: say('groupArrivedText') }
  if (refusal.reason !== 'people-busy') return tellRefusal(refusal, { ...names, person: '' })
  const busy = people.filter(({ id }) => refusal.appointmentIds.includes(id))
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    busy.map(({ patient }) => displayName(patient.name)),
  )
  return { kind: 'warn', title: say('groupBusyTitle'), text: say('groupBusyText', { names: listed }) }
}
