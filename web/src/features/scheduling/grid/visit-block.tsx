import { displayName } from '@foyer/patients'
import { classNames, type SignalKind, signs, VisuallyHidden } from '../../../ui/index.ts'
import type { DayAppointment } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'
import type { VisitOnGrid } from './column-content.ts'
import { placed, tinyMinutes } from './placed.ts'
import tones from '../tones.module.css'
import styles from './boxes.module.css'

/** Signs of what has happened to a visit; a booked one needs none. */
export const statusSigns: Readonly<Record<string, SignalKind | undefined>> = {
  arrived: 'info',
  roomed: 'info',
  'with-clinician': 'info',
  'checked-out': 'ok',
  'no-show': 'bad',
}

/** Shorter than this there is room for one line. */
const oneLineMinutes = 24
/** Shorter than this there is room for two. */
const twoLineMinutes = 38

type VisitBlockProps = {
  readonly visit: VisitOnGrid
  readonly stop: string
  readonly isReached: boolean
  readonly isClinician: boolean
  readonly names: Names
  /** Handed in: with a thousand of them on the way past, each asking for the language costs too much. */
  readonly say: SchedulingSay
  readonly mayMove: boolean
}

export function VisitBlock({ visit, stop, isReached, isClinician, names, say, mayMove }: VisitBlockProps) {
  const { appointment, start, end, box } = visit
  const { patient, status, visitTypeId } = appointment
  const times = names.timesOf(start, end)
  const name = displayName(patient.name)
  const minutes = box.to - box.from
  const isShort = minutes < oneLineMinutes
  const state = stateOf(appointment, say)
  const what = isClinician ? names.typeOf(visitTypeId) : withWhom(appointment, names, say)
  return (
    <li className={classNames(styles.place, visit.of > 1 && styles.beside)} style={placed(box, visit)}>
      <button
        type="button"
        tabIndex={isReached ? 0 : -1}
        data-stop={stop}
        data-visit={appointment.id}
        title={`${name}, ${times}`}
        className={classNames(
          styles.visit,
          tones[names.toneOf(visitTypeId)],
          isShort && styles.short,
          !isShort && minutes < twoLineMinutes && styles.two,
          minutes < tinyMinutes && styles.tiny,
        )}
        data-missed={status === 'no-show' || undefined}
        data-pending={appointment.approval === 'pending' || undefined}
      >
        <b>{name}</b>
        <span className={classNames(styles.what, state !== null && state !== say('walkIn') && styles.said)}>
          {isShort ? state?.replaceAll(/(?<=\w) /g, '\u00a0') : state}
          <span className={styles.type}>
            {state && ' · '}
            {what}
          </span>
        </span>
        <VisuallyHidden>
          , {times}
          {!state && `, ${say(`status_${status}`)}`}
        </VisuallyHidden>
      </button>
      {mayMove && status === 'booked' && <span className={styles.grip} data-resize={stop} aria-hidden />}
    </li>
  )
}

/** What has happened, with its sign; what waits for somebody goes first. */
export function stateOf({ status, approval, walkIn }: DayAppointment, say: SchedulingSay): string | null {
  if (approval === 'pending') return `${signs.warn} ${say('approvalPending')}`
  const sign = statusSigns[status]
  if (sign) return `${signs[sign]} ${say(`status_${status}`)}`
  return walkIn ? say('walkIn') : null
}

/** In the column of a room or a machine it matters who is there. */
function withWhom({ assignments, visitTypeId }: DayAppointment, names: Names, say: SchedulingSay): string {
  const lead = assignments.find(({ role }) => role === 'clinician')
  return lead ? say('withWhom', { name: names.nameOf(lead.resourceId) }) : names.typeOf(visitTypeId)
}
