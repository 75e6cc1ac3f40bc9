import { blockKey, type GridColumn, stopKey } from '../grid/grid-column.ts'
import { lastsForDays } from '../grid/lasts-for-days.ts'
import { groupLoad, type Load } from './load.ts'
import type { Standing } from './use-grid-letters.ts'

/** What a stop of the grid stands for. */
export function standingAt(columns: readonly GridColumn[], stop: string | undefined): Standing | undefined {
  const column = columns.find(({ id }) => stop?.startsWith(`${id} `))
  if (!column) return undefined
  const { id, content, day } = column
  const visit = content.visits.find(({ appointment }) => stopKey(id, appointment.id) === stop)
  if (visit) return { column, load: { kind: 'visit', visit: visit.appointment }, end: visit.end }
  const box = content.groups.find(({ group }) => stopKey(id, group.id) === stop)
  if (box) return { column, load: groupLoad(box.group, day), end: box.end }
  const block = content.blocks.find((one) => stopKey(id, blockKey(one)) === stop)
  return block ? { column, load: { kind: 'block', block }, end: block.end } : { column }
}

type Rights = { readonly mayMove: boolean; readonly mayBlock: boolean; readonly zone: string }

/** Whether it can be taken in the hand. A group is as long as its people were told. */
export function mayLift(
  load: Load,
  mode: 'move' | 'resize',
  { mayMove, mayBlock, zone }: Rights,
): 'yes' | 'no' | 'lasts-for-days' {
  if (load.kind === 'visit') return mayMove && load.visit.status === 'booked' ? 'yes' : 'no'
  if (!mayBlock) return 'no'
  if (load.kind === 'group') return mode === 'move' ? 'yes' : 'no'
  return lastsForDays(load.block, zone) ? 'lasts-for-days' : 'yes'
}
