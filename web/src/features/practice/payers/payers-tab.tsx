import { usePractice } from '../../../app/site.ts'
import { EmptyState, type TableColumn } from '../../../ui/index.ts'
import type { Payer } from '../shapes.ts'
import { SetupTable } from '../setup-table.tsx'
import { useWords } from '../use-words.ts'
import { PayerDialog } from './payer-dialog.tsx'

export function PayersTab() {
  const { say } = useWords()
  const { payers } = usePractice()
  const columns: TableColumn<Payer>[] = [
    { id: 'name', label: say('name'), isRowHeader: true, cell: ({ name }) => name },
    {
      id: 'number',
      label: say('payerNumber'),
      cell: ({ payerId }) => (payerId === null ? say('none') : <span className="id">{payerId}</span>),
    },
  ]
  return (
    <SetupTable
      caption={say('tab_payers')}
      addLabel={say('addPayer')}
      columns={columns}
      rows={payers}
      empty={<EmptyState title={say('noPayers')}>{say('noPayersNext')}</EmptyState>}
      dialog={(one, close) => <PayerDialog payer={one} onClose={close} />}
    />
  )
}
