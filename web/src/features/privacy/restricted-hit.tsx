import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/index.ts'
import { BreakGlassDialog } from './break-glass-dialog.tsx'
import styles from './privacy.module.css'
import { useWords } from './use-words.ts'

export interface RestrictedHitProps {
  readonly patientId: string
  readonly onOpened: () => void
}

/** A found record of which nothing may be shown. */
export function RestrictedHit({ patientId, onOpened }: RestrictedHitProps) {
  const { say } = useWords()
  const [isAsking, setAsking] = useState(false)
  return (
    <div className={styles.hit}>
      <LockKeyhole size={18} aria-hidden />
      <p>
        <b>{say('restrictedHit')}</b> <span className={styles.quiet}>{say('restrictedHitText')}</span>
      </p>
      <Button onPress={() => setAsking(true)}>{say('openIt')}</Button>
      {isAsking && <BreakGlassDialog patientId={patientId} onClose={() => setAsking(false)} onOpened={onOpened} />}
    </div>
  )
}
