import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { BlockDialog, type Stretch } from '../block/block-dialog.tsx'
import { OpenedBlock } from '../block/opened-block.tsx'
import type { GridColumn, OnBookAt, OnFind } from '../grid/grid-column.ts'
import type { Day } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { GroupDialog } from '../visit/group-dialog.tsx'
import { BookHereDialog } from './book-here-dialog.tsx'
import { useRules } from './use-rules.ts'

/** What was asked for in the grid and needs a window: time to close, time that is closed, a group. */
export type GridSheet =
  | { readonly what: 'blocking'; readonly stretch: Stretch; readonly column: GridColumn }
  | { readonly what: 'block'; readonly block: Day['blocks'][number] }
  | { readonly what: 'group'; readonly groupId: string }

type GridSheetsProps = {
  readonly sheet: GridSheet | null
  readonly columns: readonly GridColumn[]
  readonly names: Names
  readonly onSheet: (sheet: GridSheet | null) => void
  readonly onOpen: (appointmentId: string) => void
  readonly onFind: OnFind
  readonly onBookAt?: OnBookAt | undefined
}

export function GridSheets({ sheet, columns, names, onSheet, onOpen, onFind, onBookAt }: GridSheetsProps) {
  const mayBook = useMay('appointment.book')
  const mayBlock = useMay('schedule.block')
  const { visitTypes } = usePractice()
  const rules = useRules()
  const close = () => onSheet(null)
  if (sheet?.what === 'blocking') {
    const { stretch, column } = sheet
    const find = () => {
      close()
      onFind(column)
    }
    // A group that whoever stands in the column could take part in.
    const ofGroups = visitTypes.find(
      ({ id, active, rules: { seats = 1 }, roles }) =>
        active && seats > 1 && roles.some(({ role }) => rules.isCandidate(id, role, column.resource)),
    )
    const group = () => {
      close()
      const times = { fromMinute: stretch.startMinute, untilMinute: stretch.endMinute }
      if (ofGroups) onFind(column, { visitTypeId: ofGroups.id, times })
    }
    const book = (startMinute: number) => {
      close()
      onBookAt?.(column, stretch.date, startMinute)
    }
    if (!mayBlock) return <BookHereDialog stretch={stretch} names={names} onClose={close} onFind={find} onBook={book} />
    return (
      <BlockDialog
        stretch={stretch}
        names={names}
        onClose={close}
        {...(mayBook ? { onFind: find } : {})}
        {...(mayBook && onBookAt ? { onBook: book } : {})}
        {...(mayBook && ofGroups ? { onGroup: group } : {})}
      />
    )
  }
  if (sheet?.what === 'block') return <OpenedBlock block={sheet.block} names={names} onClose={close} />
  if (sheet?.what !== 'group') return null
  const open = (appointmentId: string) => {
    close()
    onOpen(appointmentId)
  }
  return (
    <GroupDialog
      groupId={sheet.groupId}
      days={columns.map(({ day }) => day)}
      names={names}
      onClose={close}
      onOpen={open}
    />
  )
}
