import { practice } from '@foyer/contract'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { usePractice, useSite, useToday } from '../../../app/site.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { Button, EmptyState, formatDay, formatMinutes, Notice, Table, type TableColumn } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { useSaving } from '../saving.ts'
import { useWords } from '../use-words.ts'
import { type DatedLine, datedLines } from './dated-lines.ts'
import { useMadeAgain } from './use-made-again.ts'

/** Leave, exceptions and closed times from today on, each to be taken back. */
export function DatedList() {
  const { say, locale } = useWords()
  const { resources } = usePractice()
  const today = useToday(useSite())
  const mayChange = useMay('practice.change')
  const { data } = useAsk(practice.listDatedHours, { from: today })
  const removing = useAct(practice.removeExceptions)
  const opening = useAct(practice.removeBlock)
  const saving = useSaving<never>()
  const madeAgain = useMadeAgain()
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  const who = ({ resourceIds }: DatedLine) => resourceIds.map((id) => names.get(id) ?? '').join(', ')
  const day = (date: string) => formatDay(date, locale)
  const when = ({ from, to, startMinute, endMinute }: DatedLine) => {
    const dates = from === to ? day(from) : `${day(from)} – ${day(to)}`
    return startMinute === 0 && endMinute === 1440
      ? dates
      : `${dates}, ${formatMinutes(startMinute)}–${formatMinutes(endMinute)}`
  }
  const takeBack = async (line: DatedLine) => {
    const name = `${who(line)}, ${when(line)}`
    const [text, again] = [say('removed', { name }), say('madeAgain', { name })]
    if (line.kind === 'block') {
      const opened = await saving.run(() => opening.act({ blockId: line.ids[0] ?? '' }))
      if (opened) offerUndo(text, say('undoKey'), () => madeAgain.block(opened.openedId, again))
    } else {
      const [resourceId = ''] = line.resourceIds
      const done = await saving.run(() => removing.act({ resourceId, exceptionIds: [...line.ids] }))
      if (done) offerUndo(text, say('undoKey'), () => madeAgain.hours(line, again))
    }
    await refresh(practice.listDatedHours, practice.readPractice)
  }
  const columns: TableColumn<DatedLine>[] = [
    { id: 'who', label: say('whoOrWhat'), isRowHeader: true, cell: who },
    { id: 'what', label: say('what'), cell: ({ kind, reason }) => `${say(`dated_${kind}`)} · ${reason}` },
    { id: 'when', label: say('when'), cell: when },
  ]
  const back: TableColumn<DatedLine> = {
    id: 'back',
    label: say('actions'),
    cell: (line) => (
      <Button
        size="sm"
        aria-label={say('removeDated', { name: who(line), when: when(line) })}
        onPress={() => void takeBack(line)}
      >
        {say('takeBack')}
      </Button>
    ),
  }
  return (
    <section className={page.part} aria-labelledby="dated-title">
      <h2 id="dated-title">{say('datedTitle')}</h2>
      {saving.failure !== null && <Notice kind="bad">{saving.failure}</Notice>}
      <Table
        caption={say('datedCaption')}
        hideCaption
        columns={mayChange ? [...columns, back] : columns}
        rows={data ? datedLines(data) : []}
        getKey={({ ids }) => ids[0] ?? ''}
        empty={<EmptyState title={say('datedNone')}>{say('datedNoneNext')}</EmptyState>}
      />
    </section>
  )
}
