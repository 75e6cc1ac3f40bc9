import type { Day, DayAppointment, DayGroup, DaySession } from '../shapes.ts'
import { type Box, boxed } from './boxes.ts'
import type { Axis, Times } from './grid-geometry.ts'

export type VisitOnGrid = Times & Box & { readonly appointment: DayAppointment; readonly role: string }
export type GroupOnGrid = Times & Box & { readonly group: DayGroup }
export type HoldOnGrid = Times & Box & { readonly hold: Day['holds'][number] }
export type BlockOnGrid = Box & Day['blocks'][number]
/** `begun` counts the visits that begin in it. */
export type SessionOnGrid = DaySession & { readonly begun: number }

export type ColumnContent = {
  readonly visits: readonly VisitOnGrid[]
  readonly groups: readonly GroupOnGrid[]
  readonly holds: readonly HoldOnGrid[]
  readonly blocks: readonly BlockOnGrid[]
  readonly sessions: readonly SessionOnGrid[]
}

export const emptyContent: ColumnContent = { visits: [], groups: [], holds: [], blocks: [], sessions: [] }

type Occupant =
  | (Times & { readonly kind: 'visit'; readonly appointment: DayAppointment; readonly role: string })
  | (Times & { readonly kind: 'group'; readonly group: DayGroup })
  | (Times & { readonly kind: 'hold'; readonly hold: Day['holds'][number] })
  | (Times & { readonly kind: 'block'; readonly isUnder: true; readonly block: Day['blocks'][number] })

/** What stands in the column of each resource. Cancelled visits have given their time back. */
export function contentsOf(day: Day, axis: Axis): ReadonlyMap<string, ColumnContent> {
  const occupants = new Map<string, Occupant[]>()
  const add = (resourceId: string, occupant: Occupant) => {
    const known = occupants.get(resourceId)
    if (known) known.push(occupant)
    else occupants.set(resourceId, [occupant])
  }
  for (const appointment of day.appointments) {
    // Whoever sits in a group visit is drawn with the group, once.
    if (appointment.status === 'cancelled' || appointment.groupSessionId) continue
    for (const { resourceId, role, start, end } of appointment.assignments)
      add(resourceId, { kind: 'visit', appointment, role, start, end })
  }
  for (const group of day.groups)
    for (const { resourceId, start, end } of group.assignments) add(resourceId, { kind: 'group', group, start, end })
  for (const hold of day.holds) add(hold.resourceId, { kind: 'hold', hold, start: hold.start, end: hold.end })
  for (const block of day.blocks)
    add(block.resourceId, { kind: 'block', block, isUnder: true, start: block.start, end: block.end })

  return new Map(
    day.resources.map(({ id, sessions }) => {
      const standing = stand(occupants.get(id) ?? [], axis)
      const content: ColumnContent = {
        ...standing,
        sessions: sessions.map((session) => ({ ...session, begun: begunIn(session, standing.visits) })),
      }
      return [id, content]
    }),
  )
}

/** By time, and side by side where they overlap. */
function stand(occupants: readonly Occupant[], axis: Axis): Omit<ColumnContent, 'sessions'> {
  const sorted = [...occupants].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
  const visits: VisitOnGrid[] = []
  const groups: GroupOnGrid[] = []
  const holds: HoldOnGrid[] = []
  const blocks: BlockOnGrid[] = []
  for (const one of boxed(axis, sorted)) {
    const { start, end, box, lane, of } = one
    const where = { start, end, box, lane, of }
    if (one.kind === 'visit') visits.push({ ...where, appointment: one.appointment, role: one.role })
    else if (one.kind === 'group') groups.push({ ...where, group: one.group })
    else if (one.kind === 'hold') holds.push({ ...where, hold: one.hold })
    else blocks.push({ ...one.block, ...where })
  }
  return { visits, groups, holds, blocks }
}

function begunIn(session: DaySession, visits: readonly VisitOnGrid[]): number {
  return visits.filter(({ start }) => Date.parse(start) >= Date.parse(session.start) && start < session.end).length
}
