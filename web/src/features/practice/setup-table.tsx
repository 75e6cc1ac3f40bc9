import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMay } from '../../app/session.ts'
import { Button, Table, type TableColumn, useShortcuts } from '../../ui/index.ts'
import page from './practice.module.css'
import { useOpened } from './use-opened.ts'
import { useWords } from './use-words.ts'

export interface SetupTableProps<T extends { readonly id: string; readonly name: string }> {
  readonly lead?: string
  readonly caption: string
  readonly addLabel: string
  readonly columns: readonly TableColumn<T>[]
  readonly rows: readonly T[]
  readonly empty: ReactNode
  /** The window that changes one, or adds one where it is null. */
  readonly dialog: (one: T | null, close: () => void) => ReactNode
}

/** A part of the set-up as a table: one adds with A and changes on a line, where one may. */
export function SetupTable<T extends { readonly id: string; readonly name: string }>(props: SetupTableProps<T>) {
  const { lead, caption, addLabel, columns, rows, empty, dialog } = props
  const { say } = useWords()
  const mayChange = useMay('practice.change')
  const { what, open, close, home } = useOpened<T | 'new'>()
  const add = () => open('new')
  useShortcuts({ a: { label: addLabel, run: add } }, { isEnabled: mayChange })
  const change: TableColumn<T> = {
    id: 'change',
    label: say('actions'),
    cell: (one) => (
      <Button size="sm" aria-label={say('changeNamed', { name: one.name })} onPress={() => open(one)}>
        {say('change')}
      </Button>
    ),
  }
  return (
    <div className={page.part}>
      {lead !== undefined && <p className={page.soft}>{lead}</p>}
      {mayChange && (
        <div className={page.actions}>
          <Button ref={home} variant="go" icon={Plus} shortcut="a" onPress={add}>
            {addLabel}
          </Button>
        </div>
      )}
      <Table
        caption={caption}
        hideCaption
        columns={mayChange ? [...columns, change] : columns}
        rows={rows}
        getKey={({ id }) => id}
        empty={empty}
      />
      {what !== null && dialog(what === 'new' ? null : what, close)}
    </div>
  )
}
