import { session } from '@foyer/contract'
import { refresh, useAct, useAsk } from '../../app/ask.ts'
import { useNow } from '../../app/clock.ts'
import { Answer } from '../../app/states.tsx'
import { Button, formatAge, showToast, Tag } from '../../ui/index.ts'
import { deviceName } from './device.ts'
import styles from './session.module.css'
import { useWords } from './use-words.ts'

export function SessionList() {
  const { say, locale } = useWords()
  const now = useNow()
  const sessions = useAsk(session.listSessions, {})
  const { act, isPending } = useAct(session.revokeSession)
  const end = async (sessionId: string) => {
    try {
      await act({ sessionId })
      await refresh(session.listSessions)
      showToast({ text: say('ended'), kind: 'ok' })
    } catch {
      showToast({ text: say('faulted'), kind: 'bad' })
    }
  }
  return (
    <Answer of={sessions}>
      {(answer) => (
        <ul className={styles.sessions}>
          {answer.sessions.map((one) => (
            <li key={one.id}>
              <span>
                <b>{deviceName(one.device)}</b>{' '}
                <span className={styles.help}>
                  {say('started', { age: formatAge(one.startedAt, now, locale) })} ·{' '}
                  {say('lastSeen', { age: formatAge(one.lastSeenAt, now, locale) })}
                </span>
              </span>
              {one.current ? (
                <Tag kind="ok">{say('thisOne')}</Tag>
              ) : (
                <Button
                  size="sm"
                  isDisabled={isPending}
                  aria-label={say('endLabel', { device: deviceName(one.device) })}
                  onPress={() => void end(one.id)}
                >
                  {say('end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Answer>
  )
}
