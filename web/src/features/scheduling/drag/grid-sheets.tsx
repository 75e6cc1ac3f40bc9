import { useMay } from '../../../app/session.ts'
import { BlockDialog, type Stretch } from '../block/block-dialog.tsx'
import { OpenedBlock } from '../block/opened-block.tsx'
import type { GridColumn } from '../grid/grid-column.ts'
import type { Day } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { GroupDialog } from '../visit/group-dialog.tsx'

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
  readonly onFind: (column: GridColumn) => void
}

export function GridSheets({ sheet, columns, names, onSheet, onOpen, onFind }: GridSheetsProps) {
  const mayBook = useMay('appointment.book')
  const close = () => onSheet(null)
  if (sheet?.what === 'blocking') {
    const { stretch, column } = sheet
    const find = () => {
      close()
      onFind(column)
    }
    const isFindable = mayBook && column.resource.kind === 'practitioner'
    return <BlockDialog stretch={stretch} onClose={close} {...(isFindable ? { onFind: find } : {})} />
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
