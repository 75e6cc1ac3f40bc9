import { Plus } from 'lucide-react'
import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { Button, EmptyState, Table, type TableColumn, useShortcuts } from '../../../ui/index.ts'
import { InUse } from '../in-use.tsx'
import page from '../practice.module.css'
import { type ChainType, inOrder } from '../shapes.ts'
import { useOpened } from '../use-opened.ts'
import { useWords } from '../use-words.ts'
import { ChainDialog } from './chain-dialog.tsx'
import { gapText } from './gap-text.ts'

export function ChainsTab() {
  const { say, locale } = useWords()
  const { chainTypes, visitTypes } = usePractice()
  const mayChange = useMay('practice.change')
  const { what, open, close, home } = useOpened<ChainType | 'new'>()
  const add = () => open('new')
  useShortcuts({ a: { label: say('addChain'), run: add } }, { isEnabled: mayChange })
  const visitName = (id: string) => {
    const type = visitTypes.find((one) => one.id === id)
    return (locale.startsWith('es') ? type?.nameEs : type?.name) ?? ''
  }
  const columns: TableColumn<ChainType>[] = [
    {
      id: 'name',
      label: say('name'),
      isRowHeader: true,
      cell: ({ name, nameEs }) => (
        <>
          <span lang="en">{name}</span>
          <span lang="es" className={`${page.small} ${page.block}`}>
            {nameEs}
          </span>
        </>
      ),
    },
    {
      id: 'legs',
      label: say('legs'),
      cell: ({ legs }) => (
        <ol className={page.list}>
          {legs.map(({ visitTypeId, gap }, index) => (
            // A visit type may stand twice; legs have no name but their place.
            <li key={index}>
              {visitName(visitTypeId)}
              {index > 0 && <span className={page.small}> · {gapText(say, gap, locale)}</span>}
            </li>
          ))}
        </ol>
      ),
    },
    { id: 'state', label: say('state'), cell: ({ active }) => <InUse active={active} /> },
  ]
  const change: TableColumn<ChainType> = {
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
      <p className={page.soft}>{say('chainsLead')}</p>
      {mayChange && (
        <div className={page.actions}>
          <Button ref={home} variant="go" icon={Plus} shortcut="a" onPress={add}>
            {say('addChain')}
          </Button>
        </div>
      )}
      <Table
        caption={say('chainsCaption')}
        hideCaption
        columns={mayChange ? [...columns, change] : columns}
        rows={inOrder(chainTypes, locale)}
        getKey={({ id }) => id}
        empty={<EmptyState title={say('noChains')}>{say('noChainsNext')}</EmptyState>}
      />
      {what && <ChainDialog chainType={what === 'new' ? null : what} onClose={close} />}
    </div>
  )
}
