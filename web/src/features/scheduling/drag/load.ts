import { displayName } from '@foyer/patients'
import { blockKey } from '../grid/grid-column.ts'
import type { Day, DayAppointment, DayGroup } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'
import { type Wanted, wantedOf } from './wanted.ts'

export type DayBlock = Day['blocks'][number]

/** What can be taken in the hand: a visit, a group with everybody in it, a stretch of closed time. */
export type Load =
  | { readonly kind: 'visit'; readonly visit: DayAppointment }
  | {
      readonly kind: 'group'
      readonly group: DayGroup
      readonly siteId: string
      /** Who has a seat in it. */
      readonly people: readonly DayAppointment[]
    }
  | { readonly kind: 'block'; readonly block: DayBlock }

export function groupLoad(group: DayGroup, { siteId, appointments }: Pick<Day, 'siteId' | 'appointments'>): Load {
  const people = appointments.filter(
    ({ groupSessionId, status }) => groupSessionId === group.id && status !== 'cancelled',
  )
  return { kind: 'group', group, siteId, people }
}

/** Where it is before it is moved. A block has one place and no role. */
export function placeOfLoad(load: Load): Wanted {
  if (load.kind === 'visit') return wantedOf(load.visit)
  if (load.kind === 'group') return wantedOf(load.group)
  const { resourceId, start, end } = load.block
  return { start, end, assignments: [{ role: '', resourceId, start, end, lane: 0 }] }
}

/** What its stop in the grid is called; of a block that was moved, by where it is then. */
export function stopIdOf(load: Load, at?: Wanted): string {
  if (load.kind === 'visit') return load.visit.id
  if (load.kind === 'group') return load.group.id
  return blockKey({ ...load.block, start: at?.start ?? load.block.start })
}

/** Finds its boxes in the grid. */
export function boxesOf(load: Load): string {
  return `[data-${load.kind}="${CSS.escape(stopIdOf(load))}"]`
}

export function loadName(load: Load, names: Pick<Names, 'typeOf'>, say: SchedulingSay): string {
  if (load.kind === 'visit') return displayName(load.visit.patient.name)
  if (load.kind === 'group') return names.typeOf(load.group.visitTypeId)
  return load.block.reason ?? say('blockedTime')
}
