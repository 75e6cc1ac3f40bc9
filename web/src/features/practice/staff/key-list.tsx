import { KeyRound } from 'lucide-react'
import { useMay } from '../../../app/session.ts'
import { Button, Signal, Table, type TableColumn } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { type Colleague, inOrder } from '../shapes.ts'
import { useOpened } from '../use-opened.ts'
import { useWords } from '../use-words.ts'
import { EndKeyDialog } from './end-key-dialog.tsx'
import { MakeKeyDialog } from './make-key-dialog.tsx'

export function KeyList({ keys }: { readonly keys: readonly Colleague[] }) {
  const { say, locale } = useWords()
  const mayChange = useMay('staff.change')
  const { what, open, close, closeGone, home } = useOpened<Colleague | 'new'>()
  const columns: TableColumn<Colleague>[] = [
    { id: 'name', label: say('keyName'), isRowHeader: true, cell: ({ name }) => name },
    {
      id: 'state',
      label: say('state'),
      cell: ({ active }) =>
        active ? <Signal kind="ok">{say('keyActive')}</Signal> : <Signal kind="bad">{say('keyEnded')}</Signal>,
    },
  ]
  const end: TableColumn<Colleague> = {
    id: 'end',
    label: say('actions'),
    cell: (key) =>
      key.active && (
        <Button size="sm" aria-label={say('endKeyNamed', { name: key.name })} onPress={() => open(key)}>
          {say('endKey')}
        </Button>
      ),
  }
  return (
    <div className={`${page.part} ${page.apart}`}>
      <h2>{say('keys')}</h2>
      <div className={page.bar}>
        <p className={page.soft}>{say('keysLead')}</p>
        {mayChange && (
          <Button ref={home} icon={KeyRound} onPress={() => open('new')}>
            {say('makeKey')}
          </Button>
        )}
      </div>
      {keys.length === 0 ? (
        <p className={page.small}>{say('noKeys')}</p>
      ) : (
        <Table
          caption={say('keys')}
          hideCaption
          columns={mayChange ? [...columns, end] : columns}
          rows={inOrder(keys, locale)}
          getKey={({ id }) => id}
        />
      )}
      {what === 'new' && <MakeKeyDialog onClose={close} />}
      {what !== null && what !== 'new' && <EndKeyDialog apiKey={what} onClose={close} onEnded={closeGone} />}
    </div>
  )
}
