import { practice } from '@foyer/contract'
import { ListChecks, Plus } from 'lucide-react'
import { useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { usePractice, useSite, useToday } from '../../../app/site.ts'
import { Button, EmptyState, formatDay, Notice, Table, type TableColumn } from '../../../ui/index.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import page from '../practice.module.css'
import { useSaving } from '../saving.ts'
import type { Holiday, KeptHoliday } from '../shapes.ts'
import { useOpened } from '../use-opened.ts'
import { useWords } from '../use-words.ts'
import { ChooseHolidaysDialog } from './choose-holidays-dialog.tsx'
import { BookedNotice } from './booked-notice.tsx'
import { HolidayDialog } from './holiday-dialog.tsx'
import { useHolidayBack } from './use-holiday-back.ts'

export function HolidaysTab() {
  const { say, locale } = useWords()
  const { holidays, sites } = usePractice()
  const today = useToday(useSite())
  const mayChange = useMay('practice.change')
  const removing = useAct(practice.removeHoliday)
  const saving = useSaving<never>()
  const [kept, setKept] = useState<readonly KeptHoliday[]>([])
  const { what, open, close, home } = useOpened<Holiday | 'new' | 'list'>()
  const siteName = (siteId: string | null) =>
    siteId === null ? say('wholePractice') : (sites.find(({ id }) => id === siteId)?.name ?? '')
  const back = useHolidayBack(setKept)
  const remove = async (holiday: Holiday) => {
    if ((await saving.run(() => removing.act({ holidayId: holiday.id }))) === null) return
    offerUndo(say('removed', { name: holiday.name }), say('undoKey'), () => back(holiday))
    await refresh(practice.readPractice)
    home.current?.focus()
  }
  const columns: TableColumn<Holiday>[] = [
    { id: 'name', label: say('name'), isRowHeader: true, cell: ({ name }) => name },
    { id: 'date', label: say('date'), cell: ({ date }) => `${formatDay(date, locale)} ${date.slice(0, 4)}` },
    { id: 'where', label: say('where'), cell: ({ siteId }) => siteName(siteId) },
  ]
  const actions: TableColumn<Holiday> = {
    id: 'actions',
    label: say('actions'),
    cell: (one) => (
      <span className={page.actions}>
        <Button size="sm" aria-label={say('changeHoliday', { name: one.name })} onPress={() => open(one)}>
          {say('change')}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          aria-label={say('removeHoliday', { name: one.name })}
          onPress={() => void remove(one)}
        >
          {say('remove')}
        </Button>
      </span>
    ),
  }
  return (
    <div className={page.part}>
      <p className={page.soft}>{say('holidaysLead')}</p>
      {saving.failure !== null && <Notice kind="bad">{saving.failure}</Notice>}
      <BookedNotice holidays={kept} />
      {mayChange && (
        <div className={page.actions}>
          <Button ref={home} variant="go" icon={ListChecks} onPress={() => open('list')}>
            {say('chooseHolidays')}
          </Button>
          <Button icon={Plus} onPress={() => open('new')}>
            {say('addHoliday')}
          </Button>
        </div>
      )}
      <Table
        caption={say('holidaysCaption')}
        hideCaption
        columns={mayChange ? [...columns, actions] : columns}
        rows={holidays.filter(({ date }) => date >= today)}
        getKey={({ id }) => id}
        empty={<EmptyState title={say('noHolidays')}>{say('noHolidaysNext')}</EmptyState>}
      />
      {what === 'list' && <ChooseHolidaysDialog onSaved={setKept} onClose={close} />}
      {what !== null && what !== 'list' && (
        <HolidayDialog holiday={what === 'new' ? null : what} onSaved={setKept} onClose={close} />
      )}
    </div>
  )
}
