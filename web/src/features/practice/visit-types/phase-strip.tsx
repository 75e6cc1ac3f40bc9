import { formatDuration } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import styles from './visit-types.module.css'

export interface PhaseStripProps {
  readonly phases: ReadonlyArray<{
    readonly name: string
    readonly offsetMinutes: number
    readonly durationMinutes: number
  }>
  readonly durationMinutes: number
}

/** The parts of a visit, each as long as it lasts: in one line where one follows the other, else each in a line of its own. */
export function PhaseStrip({ phases, durationMinutes }: PhaseStripProps) {
  const { locale } = useWords()
  if (phases.length === 0 || durationMinutes <= 0) return null
  const share = (minutes: number) => `${(minutes / durationMinutes) * 100}%`
  const follow = phases.every(({ offsetMinutes }, index) => {
    const before = phases[index - 1]
    return offsetMinutes === (before ? before.offsetMinutes + before.durationMinutes : 0)
  })
  return (
    <ol className={styles.strip} data-in-lines={!follow || undefined}>
      {phases.map(({ name, offsetMinutes, durationMinutes: length }) => (
        <li
          key={`${offsetMinutes} ${name}`}
          style={follow ? { flexBasis: share(length) } : { left: share(offsetMinutes), width: share(length) }}
        >
          {name} <span>{formatDuration(length, locale)}</span>
        </li>
      ))}
    </ol>
  )
}
