import { useEffect, useRef, useState } from 'react'
import styles from './countdown.module.css'
import { useWords } from './use-words.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type CountdownProps = {
  /** Instant, ISO in UTC. */
  readonly until: string
  readonly label: string
  /** Milliseconds since the epoch; hand in the server's clock where the two may differ. */
  readonly clock?: () => number
  readonly onEnd?: () => void
  readonly variant?: 'text' | 'ring'
  /** What a full ring means; 300 by default. */
  readonly totalSeconds?: number
}

/** Seconds tick silently; only one minute, ten seconds and the end are spoken. */
export function Countdown(props: CountdownProps) {
  const { until, label, clock = Date.now, onEnd, variant = 'text', totalSeconds = 300 } = props
  const { say } = useWords()
  const left = useSecondsLeft(until, clock, onEnd)
  const spoken =
    left === 0
      ? say('timeUp', { label })
      : left <= 10
        ? say('tenSeconds', { label })
        : left <= 60
          ? say('oneMinute', { label })
          : ''
  const share = Math.min(1, left / totalSeconds)
  return (
    <span className={styles.countdown}>
      {variant === 'ring' && (
        <svg viewBox="0 0 36 36" className={styles.ring} aria-hidden>
          <circle className={styles.whole} cx="18" cy="18" r="15" pathLength={1} />
          <circle className={styles.rest} cx="18" cy="18" r="15" pathLength={1} strokeDasharray={`${share} 1`} />
        </svg>
      )}
      <span role="timer" aria-label={label} className={styles.time}>
        {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
      </span>
      <VisuallyHidden>
        <span aria-live="polite">{spoken}</span>
      </VisuallyHidden>
    </span>
  )
}

function useSecondsLeft(until: string, clock: () => number, onEnd: (() => void) | undefined): number {
  const end = Date.parse(until)
  const measure = () => Math.max(0, Math.ceil((end - clock()) / 1000))
  const [left, setLeft] = useState(measure)
  const latest = useRef({ measure, onEnd })
  useEffect(() => {
    latest.current = { measure, onEnd }
  })
  useEffect(() => {
    let isOver = false
    const tick = () => {
      const seconds = latest.current.measure()
      setLeft(seconds)
      if (seconds > 0 || isOver) return
      isOver = true
      clearInterval(timer)
      latest.current.onEnd?.()
    }
    const timer = setInterval(tick, 250)
    tick()
    return () => clearInterval(timer)
  }, [end])
  return left
}
