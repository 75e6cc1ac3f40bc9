import { practice, type Refusal } from '@foyer/contract'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { Button, formatDay, formatDuration, Notice, Select } from '../../../ui/index.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { useUndoKeys } from '../../../app/undo/use-undo-keys.ts'
import page from '../practice.module.css'
import { useSaving } from '../saving.ts'
import { useWords } from '../use-words.ts'
import { hoursOf, type Painted } from './model.ts'
import { OutsideList } from './outside-list.tsx'
import type { Preview } from './preview.ts'
import { PreviewCalendar } from './preview-calendar.tsx'
import { type SavedHours, useHoursBack } from './use-hours-back.ts'

export interface PreviewPartProps {
  /** The one that is painted first, then those that get the same week. */
  readonly resources: readonly string[]
  readonly sessions: readonly Painted[]
  readonly from: string
  readonly hasFaults: boolean
}

interface Seen {
  readonly of: string
  readonly previews: ReadonlyMap<string, Preview>
}

/** What the painted week means on real dates. Only what was looked at is saved. */
export function PreviewPart({ resources, sessions, from, hasFaults }: PreviewPartProps) {
  const { say, locale } = useWords()
  const { resources: known } = usePractice()
  const mayChange = useMay('practice.change')
  const navigate = useNavigate()
  const looking = useAct(practice.previewTemplate)
  const changing = useAct(practice.changeTemplate)
  const saving = useSaving<Refusal<typeof practice.changeTemplate>>()
  const [weeks, setWeeks] = useState('4')
  const [seen, setSeen] = useState<Seen | null>(null)
  const [savedOf, setSavedOf] = useState<string | null>(null)
  const hoursBack = useHoursBack()
  useUndoKeys()
  const heading = useRef<HTMLHeadingElement>(null)
  const hours = hoursOf(sessions)
  const of = JSON.stringify([resources, hours, from, weeks])
  const isFresh = seen?.of === of
  const isSaved = savedOf === of
  const nameOf = (id: string) => known.find((one) => one.id === id)?.name ?? ''
  useEffect(() => {
    if (seen) heading.current?.focus()
  }, [seen])

  const look = async () => {
    const previews = new Map<string, Preview>()
    for (const resourceId of resources) {
      const one = await saving.run(() => looking.act({ resourceId, from, hours, weeks: Number(weeks) }))
      if (one === null) return
      previews.set(resourceId, one)
    }
    setSeen({ of, previews })
  }
  const save = async () => {
    const saved: SavedHours[] = []
    for (const resourceId of resources) {
      const one = await saving.run(() => changing.act({ resourceId, from, hours }))
      if (one === null) break
      saved.push(one)
    }
    if (saved.length > 0) {
      const name = saved.map((one) => one.name).join(', ')
      offerUndo(say('saved', { name }), say('undoKey'), async () => {
        const isBack = await hoursBack(saved)
        setSavedOf(null)
        setSeen(null)
        return isBack
      })
    }
    await refresh(practice.readPractice)
    if (saved.length < resources.length) return
    setSavedOf(of)
    const hasOutside = [...(seen?.previews.values() ?? [])].some(({ outsideCount }) => outsideCount > 0)
    if (!hasOutside) await navigate({ to: '/practice', hash: 'resources' })
  }
  if (!mayChange) return null
  return (
    <section className={page.part} aria-labelledby="preview-title">
      <div className={page.bar}>
        <h2 id="preview-title" ref={heading} tabIndex={-1}>
          {say('previewTitle')}
        </h2>
        <div className={page.actions}>
          <Select
            label={say('previewWeeks')}
            options={['2', '3', '4', '6'].map((id) => ({ id, label: say('weeksCount', { count: Number(id) }) }))}
            value={weeks}
            onChange={setWeeks}
          />
          <Button onPress={() => void look()} isPending={looking.isPending} isDisabled={hasFaults}>
            {say('lookAhead')}
          </Button>
          <Button
            variant="go"
            onPress={() => void save()}
            isPending={changing.isPending}
            isDisabled={!isFresh || hasFaults || isSaved}
          >
            {say('saveFrom', { date: formatDay(from, locale) })}
          </Button>
        </div>
      </div>
      {!isFresh && <p className={page.soft}>{hasFaults ? say('mendFirst') : say('previewFirst')}</p>}
      {saving.failure !== null && <Notice kind="bad">{saving.failure}</Notice>}
      {saving.refusal && <Notice kind="bad">{say(saving.refusal.reason)}</Notice>}
      {isFresh &&
        [...seen.previews].map(([resourceId, preview]) => (
          <div key={resourceId} className={page.part}>
            {resources.length > 1 && <h3>{nameOf(resourceId)}</h3>}
            <p>
              {say('gainedLost', {
                gained: formatDuration(preview.gainedMinutes, locale),
                lost: formatDuration(preview.lostMinutes, locale),
              })}
            </p>
            <OutsideList resourceId={resourceId} preview={preview} isSaved={isSaved} />
            <PreviewCalendar preview={preview} />
          </div>
        ))}
    </section>
  )
}
