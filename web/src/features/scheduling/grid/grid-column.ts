import type { Day, DayResource } from '../shapes.ts'
import type { Wish } from '../wish/wish.ts'
import type { ColumnContent } from './column-content.ts'
import type { Axis } from './grid-geometry.ts'

/** A resource, or a whole site as if it were one. */
export type ColumnResource = Omit<DayResource, 'kind'> & { readonly kind: DayResource['kind'] | 'site' }

/** A resource on a day. */
export type GridColumn = {
  /** Unique in its grid. */
  readonly id: string
  readonly day: Day
  readonly resource: ColumnResource
  readonly content: ColumnContent
  readonly axis: Axis
}

/** Look for an opening in a column, with what else is wished. */
export type OnFind = (column: GridColumn, also?: Partial<Wish>) => void

/** Book in a column at exactly that minute of a date of its site, whether it is offered or not. */
export type OnBookAt = (column: GridColumn, date: string, startMinute: number) => void

/** Where the focus can stand in a column: its visits, groups and blocks, by time. */
export type Stop = { readonly key: string; readonly start: string }

export function stopsOf({ id, content }: Pick<GridColumn, 'id' | 'content'>): readonly Stop[] {
  return [
    ...content.visits.map(({ appointment, start }) => ({ key: stopKey(id, appointment.id), start })),
    ...content.groups.map(({ group, start }) => ({ key: stopKey(id, group.id), start })),
    ...content.blocks.map((block) => ({ key: stopKey(id, blockKey(block)), start: block.start })),
  ].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
}

export function stopKey(columnId: string, id: string): string {
  return `${columnId} ${id}`
}

/** One block closes several stretches where it goes around visits. */
export function blockKey({ id, start }: Day['blocks'][number]): string {
  return `${id}@${start}`
}
