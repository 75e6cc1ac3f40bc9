import { useEffect, useState } from 'react'
import styles from './book.module.css'
import type { Say } from './words.ts'

const EVERY_MS = 5000

/** How long the time is still kept, in whole minutes: a clock of seconds would only hurry people. */
export function KeptNote({ expiresAt, say }: { readonly expiresAt: string; readonly say: Say }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const left = Date.parse(expiresAt) - now
  const minutes = Math.floor(left / 60_000)
  return (
    <p className={styles.kept}>
      {left <= 0 ? say('keptOver') : minutes < 1 ? say('keptShort') : say('kept', { minutes })}
    </p>
  )
}
