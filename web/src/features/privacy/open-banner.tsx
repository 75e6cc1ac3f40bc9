import { patients, type Reply } from '@foyer/contract'
import { refresh } from '../../app/ask.ts'
import { useSite } from '../../app/site.ts'
import { Countdown, formatTime, Notice } from '../../ui/index.ts'
import styles from './privacy.module.css'
import { useWords } from './use-words.ts'

type Privacy = Reply<typeof patients.readPatient>['privacy']

/** Says, as long as a restricted record is open to somebody by their reason, that it is and until when. */
export function OpenBanner({ privacy }: { readonly privacy: Privacy }) {
  const { say } = useWords()
  const { timeZone } = useSite()
  const { openUntil } = privacy
  if (openUntil === null) return null
  const time = formatTime(openUntil, timeZone)
  return (
    <div className={styles.before}>
      <Notice
        kind="warn"
        title={say('openUntil', { time })}
        action={
          <Countdown until={openUntil} label={say('timeLeft')} onEnd={() => void refresh(patients.readPatient)} />
        }
      >
        {say('openWhy')}
      </Notice>
    </div>
  )
}
