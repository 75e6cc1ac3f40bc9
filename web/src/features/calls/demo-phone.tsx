import { calls } from '@foyer/contract'
import { formatPhone } from '@foyer/patients'
import { PhoneIncoming } from 'lucide-react'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Dialog, showToast, TextField } from '../../ui/index.ts'
import styles from './calls.module.css'
import { closeDemoPhone, useIsDemoPhoneOpen } from './demo-phone-store.ts'
import { useWords } from './use-words.ts'

/** Numbers of the demo practice's named cast, and one of nobody. */
const callers = [
  { from: '+13125550134', word: 'demo_nguyen' },
  { from: '+13125550118', word: 'demo_brandt' },
  { from: '+17735550141', word: 'demo_diallo' },
  { from: '+13125550199', word: 'demo_unknown' },
] as const

export function DemoPhone() {
  const { say } = useWords()
  const isOpen = useIsDemoPhoneOpen()
  const { act, isPending } = useAct(calls.ringDemo)
  const [other, setOther] = useState('')

  const ring = async (from: string) => {
    if (from.trim() === '') return
    try {
      const result = await act({ from: from.trim() })
      if (!result.ok) {
        showToast({ text: say('notADemo'), kind: 'warn' })
        return
      }
      closeDemoPhone()
      await refresh(calls.listCalls)
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  return (
    <Dialog isOpen={isOpen} onClose={closeDemoPhone} title={say('demoTitle')} description={say('demoHelp')}>
      <ul className={styles.callers}>
        {callers.map(({ from, word }) => (
          <li key={from}>
            <span>
              <b>{formatPhone(from)}</b>
              <br />
              <span className={styles.soft}>{say(word)}</span>
            </span>
            <Button
              size="sm"
              icon={PhoneIncoming}
              isDisabled={isPending}
              aria-label={say('ringFrom', { number: formatPhone(from) })}
              onPress={() => void ring(from)}
            >
              {say('ring')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.other}
        onSubmit={(event) => {
          event.preventDefault()
          void ring(other)
        }}
      >
        <TextField label={say('otherNumber')} type="tel" value={other} onChange={setOther} autoComplete="off" />
        <Button type="submit" icon={PhoneIncoming} isPending={isPending}>
          {say('ring')}
        </Button>
      </form>
    </Dialog>
  )
}
