import { useState } from 'react'
import { useSite } from '../../app/site.ts'
import { Button, StateMark } from '../../ui/index.ts'
import styles from './consents.module.css'
import { needText } from './need-text.ts'
import type { Consents, Need } from './shapes.ts'
import { SignDialog } from './sign-dialog.tsx'
import { useWords } from './use-words.ts'

export interface NeedLinesProps {
  readonly patientId: string
  readonly of: Consents
  readonly needs: readonly Need[]
}

/** What there is to sign, a line each, with the one thing to do. */
export function NeedLines({ patientId, of, needs }: NeedLinesProps) {
  const { say, locale } = useWords()
  const { timeZone } = useSite()
  const [signing, setSigning] = useState<Need | null>(null)
  return (
    <>
      <ul className={styles.lines}>
        {needs.map((need) => {
          const what = say(`kind_${need.kind}`)
          const last = of.given.find(({ id }) => id === need.consentId)
          const isOffer = !need.isAsked && need.state === 'missing'
          return (
            <li key={need.kind} className={styles.line}>
              <span>
                <StateMark
                  kind={need.state === 'signed' ? 'ok' : need.isOpen ? 'warn' : 'quiet'}
                  label={say(isOffer ? 'state_offered' : `state_${need.state}`)}
                />{' '}
                <b>{what}</b> <span className={styles.quiet}>{needText(need, last, say, locale, timeZone)}</span>
              </span>
              {of.can.record && need.state !== 'signed' && (
                <Button
                  size="sm"
                  variant={need.isAsked ? 'go' : 'plain'}
                  aria-label={say(need.state === 'missing' ? 'signNamed' : 'signAgainNamed', { what })}
                  onPress={() => setSigning(need)}
                >
                  {say(need.state === 'missing' ? 'sign' : 'signAgain')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {signing && <SignDialog patientId={patientId} of={of} need={signing} onClose={() => setSigning(null)} />}
    </>
  )
}
