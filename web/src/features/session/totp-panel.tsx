import { session } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { loadSession } from '../../app/session.ts'
import { Button, FormLayout, showToast, TextField } from '../../ui/index.ts'
import styles from './session.module.css'
import { TotpConfirm } from './totp-confirm.tsx'
import { useWords } from './use-words.ts'

/** Two-step sign-in (RFC 6238): on with the password and a first right code, off with the password. */
export function TotpPanel({ isOn }: { readonly isOn: boolean }) {
  const { say } = useWords()
  const start = useAct(session.startTotp)
  const remove = useAct(session.removeTotp)
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string>()
  const [started, setStarted] = useState<{ secret: string; uri: string } | null>(null)

  const submit = async () => {
    if (password === '') {
      setFault(say('needPassword'))
      return
    }
    try {
      if (!isOn) {
        const result = await start.act({ password })
        if (result.ok) {
          setPassword('')
          setStarted(result.value)
        } else setFault(say('wrongPassword'))
        return
      }
      const result = await remove.act({ password })
      if (!result.ok) {
        setFault(say('wrongPassword'))
        return
      }
      setPassword('')
      showToast({ text: say('totpIsOff'), kind: 'ok' })
      await loadSession()
    } catch {
      showToast({ text: say('faulted'), kind: 'bad' })
    }
  }
  if (started) return <TotpConfirm {...started} onEnd={() => setStarted(null)} />
  return (
    <div className={styles.block}>
      <p className={styles.help}>{say(isOn ? 'totpOn' : 'totpOff')}</p>
      <FormLayout
        label={say('totp')}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" isPending={start.isPending || remove.isPending}>
            {say(isOn ? 'totpRemove' : 'totpStart')}
          </Button>
        }
      >
        <TextField
          label={say('yourPassword')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(value) => {
            setPassword(value)
            setFault(undefined)
          }}
          {...(fault ? { errorMessage: fault } : {})}
        />
      </FormLayout>
    </div>
  )
}
