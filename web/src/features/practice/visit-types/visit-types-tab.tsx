import { Plus } from 'lucide-react'
import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import {
  Button,
  EmptyState,
  formatCents,
  formatDuration,
  Table,
  type TableColumn,
  Tag,
  useShortcuts,
} from '../../../ui/index.ts'
import { InUse } from '../in-use.tsx'
import page from '../practice.module.css'
import { inOrder, type VisitType } from '../shapes.ts'
import { useOpened } from '../use-opened.ts'
import { useWords } from '../use-words.ts'
import { Needed } from './needed.tsx'
import { ToneSample } from './tone-sample.tsx'
import { VisitTypeDialog } from './visit-type-dialog.tsx'
import { VisitTypeName } from './visit-type-name.tsx'

export function VisitTypesTab() {
  const { say, locale } = useWords()
  const { visitTypes } = usePractice()
  const mayChange = useMay('practice.change')
  const { what, open, close, home } = useOpened<VisitType | 'new'>()
  const add = () => open('new')
  useShortcuts({ a: { label: say('addVisitType'), run: add } }, { isEnabled: mayChange })

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
  const change: TableColumn<VisitType> = {
    id: 'change',
    label: say('actions'),
    cell: (visitType) => (
      <Button size="sm" aria-label={say('changeNamed', { name: visitType.name })} onPress={() => open(visitType)}>
        {say('change')}
      </Button>
    ),
  }
  return (
    <div className={page.part}>
      {mayChange && (
        <div className={page.actions}>
          <Button ref={home} variant="go" icon={Plus} shortcut="a" onPress={add}>
            {say('addVisitType')}
          </Button>
        </div>
      )}
      <Table
        caption={say('visitTypesCaption')}
        hideCaption
        columns={mayChange ? [...columns, change] : columns}
        rows={inOrder(visitTypes, locale)}
        getKey={({ id }) => id}
        empty={<EmptyState title={say('noVisitTypes')}>{say('noVisitTypesNext')}</EmptyState>}
      />
      {what && <VisitTypeDialog visitType={what === 'new' ? null : what} onClose={close} />}
    </div>
  )
}
