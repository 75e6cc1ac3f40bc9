import type { ChosenColumns } from '../columns/chosen-columns.ts'
import type { OnBookAt, OnFind } from '../grid/grid-column.ts'
import type { Offers } from '../grid/openings-on-grid.ts'
import type { Day } from '../shapes.ts'
import type { Names } from '../use-names.ts'

export type ViewProps = {
  /** The days of the period, those of the site first. */
  readonly days: readonly Day[]
  readonly date: string
  readonly today: string
  readonly chosen: ChosenColumns
  /** Resources that have to stand there: they take part in what is held or looked at. */
  readonly taking: readonly string[]
  readonly offers: Offers
  readonly names: Names
  /** The sites whose days are shown. */
  readonly siteNames: ReadonlyMap<string, string>
  readonly onOpen: (appointmentId: string) => void
  readonly onFind: OnFind
  /** Not while a visit is moved. */
  readonly onBookAt?: OnBookAt | undefined
  readonly onDay: (date: string) => void
}
