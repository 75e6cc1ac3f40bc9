import { repair, type Refusal } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import { displayName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { usePractice } from '../../../app/site.ts'
import { Button, buttonClass, formatDay, formatTime, Notice } from '../../../ui/index.ts'
import { TwoIdentifiers } from '../../patients/index.ts'
import page from '../practice.module.css'
import { useSaving } from '../saving.ts'
import { useWords } from '../use-words.ts'
import type { Preview } from './preview.ts'
import styles from './template.module.css'

export interface OutsideListProps {
  readonly resourceId: string
  readonly preview: Preview
  /** A repair begins when the new hours are there. */
  readonly isSaved: boolean
}

/** The booked visits that would fall outside: who, when, why, and the way to a new plan for them. */
export function OutsideList({ resourceId, preview, isSaved }: OutsideListProps) {
  const { say, locale } = useWords()
  const { visitTypes, resources } = usePractice()
  const { outside, outsideCount, timeZone: zone } = preview
  const siteId = resources.find(({ id }) => id === resourceId)?.siteId
  const dateOf = (instant: string) => dateAt(Temporal.Instant.from(instant), zone)
  if (outsideCount === 0) return <Notice kind="ok" title={say('nobodyOutside')} />
  const typeName = (id: string) => {
    const type = visitTypes.find((one) => one.id === id)
    return (locale.startsWith('es') ? type?.nameEs : type?.name) ?? ''
  }
  return (
    <Notice kind="warn" title={say('fallOutside', { count: outsideCount })}>
      <p>{isSaved ? say('outsideSaved') : say('outsideNext')}</p>
      <ul className={styles.outside} aria-label={say('outsideLabel')}>
        {outside.map((one) => (
          <li key={`${one.appointmentId} ${one.role}`}>
            <span>
              <b>{displayName(one.patient.name)}</b> <TwoIdentifiers person={one.patient} />
              <span className={`${page.small} ${page.block}`}>
                {formatDay(dateOf(one.start), locale)}, {formatTime(one.start, zone)}–{formatTime(one.end, zone)} ·{' '}
                {typeName(one.visitTypeId)} · {say(`why_${one.why}`)}
              </span>
            </span>
            <Link
              to="/calendar"
              search={{ site: siteId, date: dateOf(one.start), appointmentId: one.appointmentId }}
              aria-label={say('openVisitOf', { name: displayName(one.patient.name) })}
            >
              {say('openVisit')}
            </Link>
          </li>
        ))}
      </ul>
      {outside.length < outsideCount && <p>{say('outsideMore', { listed: outside.length, count: outsideCount })}</p>}
      {isSaved && <RepairStart resourceId={resourceId} preview={preview} />}
    </Notice>
  )
}

/** Further dates are folded away. */
const mostShown = 20

/** One repair a date: a plan for the visits of that date which have lost their time. */
function RepairStart({ resourceId, preview }: { readonly resourceId: string; readonly preview: Preview }) {
  const { say, locale } = useWords()
  const mayMove = useMay('appointment.move')
  const { act, isPending } = useAct(repair.proposeRepair)
  const saving = useSaving<Refusal<typeof repair.proposeRepair>>()
  const [made, setMade] = useState<ReadonlyMap<string, string>>(new Map())
  const dates = preview.outsideDates
  if (!mayMove) return null
  const begin = async ({ date, from, until, appointmentIds }: Preview['outsideDates'][number]) => {
    const one = await saving.run(() =>
      act({ resourceIds: [resourceId], from, until, appointmentIds, reason: say('repairReason') }),
    )
    if (one !== null) setMade(new Map([...made, [date, one.id]]))
  }
  const buttonOf = (one: Preview['outsideDates'][number]) => {
    const { date, appointmentIds } = one
    const id = made.get(date)
    const day = formatDay(date, locale)
    return id === undefined ? (
      <Button key={date} size="sm" isPending={isPending} onPress={() => void begin(one)}>
        {say('startRepair', { date: day, count: appointmentIds.length })}
      </Button>
    ) : (
      <Link key={date} to="/repair/$repairId" params={{ repairId: id }} className={buttonClass({ size: 'sm' })}>
        {say('openRepair', { date: day })}
      </Link>
    )
  }
  const later = dates.slice(mostShown)
  return (
    <div className={page.actions}>
      {dates.slice(0, mostShown).map(buttonOf)}
      {later.length > 0 && (
        <details className={page.more}>
          <summary>{say('laterRepairs', { count: later.length })}</summary>
          <div className={page.actions}>{later.map(buttonOf)}</div>
        </details>
      )}
      {saving.failure !== null && <p>{saving.failure}</p>}
      {saving.refusal && <p>{say('repairRefused')}</p>}
    </div>
  )
}
