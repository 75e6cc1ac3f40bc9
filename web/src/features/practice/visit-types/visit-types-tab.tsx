import { usePractice } from '../../../app/site.ts'
import { EmptyState, formatCents, formatDuration, type TableColumn, Tag } from '../../../ui/index.ts'
import { InUse } from '../in-use.tsx'
import page from '../practice.module.css'
import { inOrder, type VisitType } from '../shapes.ts'
import { SetupTable } from '../setup-table.tsx'
import { useWords } from '../use-words.ts'
import { Needed } from './needed.tsx'
import { ToneSample } from './tone-sample.tsx'
import { VisitTypeDialog } from './visit-type-dialog.tsx'
import { VisitTypeName } from './visit-type-name.tsx'

export function VisitTypesTab() {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()

  const columns: TableColumn<VisitType>[] = [
    { id: 'name', label: say('name'), isRowHeader: true, cell: (visitType) => <VisitTypeName visitType={visitType} /> },
    {
      id: 'length',
      label: say('duration'),
      cell: ({ durationMinutes, bufferAfterMinutes }) => (
        <>
          {formatDuration(durationMinutes, locale)}
          {bufferAfterMinutes > 0 && (
            <span className={`${page.small} ${page.block}`}>
              {say('bufferShort', { length: formatDuration(bufferAfterMinutes, locale) })}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'copay',
      label: say('copay'),
      align: 'end',
      cell: ({ copayCents }) => (copayCents === null ? say('none') : formatCents(copayCents, 'USD', locale)),
    },
    { id: 'needed', label: say('needed'), cell: (visitType) => <Needed visitType={visitType} /> },
    { id: 'tone', label: say('tone'), cell: ({ tone }) => <ToneSample tone={tone} /> },
    {
      id: 'for',
      label: say('forWhom'),
      cell: ({ forNewPatients, telehealth }) => (
        <span className={page.tags}>
          {forNewPatients && <Tag>{say('newPatients')}</Tag>}
          {telehealth && <Tag>{say('telehealth')}</Tag>}
          {!forNewPatients && !telehealth && say('everyone')}
        </span>
      ),
    },
    { id: 'state', label: say('state'), cell: ({ active }) => <InUse active={active} /> },
  ]
  return (
    <SetupTable
      caption={say('visitTypesCaption')}
      addLabel={say('addVisitType')}
      columns={columns}
      rows={inOrder(visitTypes, locale)}
      empty={<EmptyState title={say('noVisitTypes')}>{say('noVisitTypesNext')}</EmptyState>}
      dialog={(one, close) => <VisitTypeDialog visitType={one} onClose={close} />}
    />
  )
}
