import { Plus } from 'lucide-react'
import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { Button, EmptyState, Table, type TableColumn, useShortcuts } from '../../../ui/index.ts'
import page from '../practice.module.css'
import type { Payer } from '../shapes.ts'
import { useOpened } from '../use-opened.ts'
import { useWords } from '../use-words.ts'
import { PayerDialog } from './payer-dialog.tsx'

export function PayersTab() {
  const { say } = useWords()
  const { payers } = usePractice()
  const mayChange = useMay('practice.change')
  const { what, open, close, home } = useOpened<Payer | 'new'>()
  const add = () => open('new')
  useShortcuts({ a: { label: say('addPayer'), run: add } }, { isEnabled: mayChange })
  const columns: TableColumn<Payer>[] = [
    { id: 'name', label: say('name'), isRowHeader: true, cell: ({ name }) => name },
    {
      id: 'number',
      label: say('payerNumber'),
      cell: ({ payerId }) => (payerId === null ? say('none') : <span className="id">{payerId}</span>),
    },
  ]
  const change: TableColumn<Payer> = {
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
      {mayChange && (
        <div className={page.actions}>
          <Button ref={home} variant="go" icon={Plus} shortcut="a" onPress={add}>
            {say('addPayer')}
          </Button>
        </div>
      )}
      <Table
        caption={say('tab_payers')}
        hideCaption
        columns={mayChange ? [...columns, change] : columns}
        rows={payers}
        getKey={({ id }) => id}
        empty={<EmptyState title={say('noPayers')}>{say('noPayersNext')}</EmptyState>}
      />
      {what && <PayerDialog payer={what === 'new' ? null : what} onClose={close} />}
    </div>
  )
}
