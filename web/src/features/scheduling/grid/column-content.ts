import type { Day, DayAppointment, DayGroup, DaySession } from '../shapes.ts'
import type { Times } from './grid-geometry.ts'
import { type Lane, packLanes } from './pack-lanes.ts'

export type VisitOnGrid = Times & Lane & { readonly appointment: DayAppointment; readonly role: string }
export type GroupOnGrid = Times & Lane & { readonly group: DayGroup }
export type HoldOnGrid = Times & Lane & { readonly hold: Day['holds'][number] }
/** `begun` counts the visits that begin in it. */
export type SessionOnGrid = DaySession & { readonly begun: number }

export type ColumnContent = {
  readonly visits: readonly VisitOnGrid[]
  readonly groups: readonly GroupOnGrid[]
  readonly holds: readonly HoldOnGrid[]
  readonly blocks: readonly Day['blocks'][number][]
  readonly sessions: readonly SessionOnGrid[]
}

export const emptyContent: ColumnContent = { visits: [], groups: [], holds: [], blocks: [], sessions: [] }

type Occupant =
  | (Times & { readonly kind: 'visit'; readonly appointment: DayAppointment; readonly role: string })
  | (Times & { readonly kind: 'group'; readonly group: DayGroup })
  | (Times & { readonly kind: 'hold'; readonly hold: Day['holds'][number] })

/** What stands in the column of each resource. Cancelled visits have given their time back. */
export function contentsOf(day: Day): ReadonlyMap<string, ColumnContent> {
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

  return new Map(
    day.resources.map(({ id, sessions }) => {
      const placed = place(occupants.get(id) ?? [])
      const content: ColumnContent = {
        ...placed,
        blocks: day.blocks.filter((block) => block.resourceId === id),
        sessions: sessions.map((session) => ({ ...session, begun: begunIn(session, placed.visits) })),
      }
      return [id, content]
    }),
  )
}

/** By time, and side by side where they overlap. */
function place(occupants: readonly Occupant[]): Pick<ColumnContent, 'visits' | 'groups' | 'holds'> {
  const sorted = [...occupants].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
  const lanes = packLanes(sorted.map(({ start, end }) => ({ from: Date.parse(start), to: Date.parse(end) })))
  const visits: VisitOnGrid[] = []
  const groups: GroupOnGrid[] = []
  const holds: HoldOnGrid[] = []
  for (const [index, occupant] of sorted.entries()) {
    const { start, end } = occupant
    const where = { start, end, ...(lanes[index] ?? { lane: 0, of: 1 }) }
    if (occupant.kind === 'visit') visits.push({ ...where, appointment: occupant.appointment, role: occupant.role })
    else if (occupant.kind === 'group') groups.push({ ...where, group: occupant.group })
    else holds.push({ ...where, hold: occupant.hold })
  }
  return { visits, groups, holds }
}

function begunIn(session: DaySession, visits: readonly VisitOnGrid[]): number {
  return visits.filter(({ start }) => Date.parse(start) >= Date.parse(session.start) && start < session.end).length
}
