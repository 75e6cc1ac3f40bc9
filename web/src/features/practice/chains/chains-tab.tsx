import { usePractice } from '../../../app/site.ts'
import { EmptyState, type TableColumn } from '../../../ui/index.ts'
import { InUse } from '../in-use.tsx'
import page from '../practice.module.css'
import { type ChainType, inOrder } from '../shapes.ts'
import { SetupTable } from '../setup-table.tsx'
import { useWords } from '../use-words.ts'
import { ChainDialog } from './chain-dialog.tsx'
import { gapText } from './gap-text.ts'

export function ChainsTab() {
  const { say, locale } = useWords()
  const { chainTypes, visitTypes } = usePractice()
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
  return (
    <SetupTable
      lead={say('chainsLead')}
      caption={say('chainsCaption')}
      addLabel={say('addChain')}
      columns={columns}
      rows={inOrder(chainTypes, locale)}
      empty={<EmptyState title={say('noChains')}>{say('noChainsNext')}</EmptyState>}
      dialog={(one, close) => <ChainDialog chainType={one} onClose={close} />}
    />
  )
}
