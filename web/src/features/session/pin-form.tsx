import { session } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { loadSession } from '../../app/session.ts'
import { Button, FormLayout, showToast, TextField } from '../../ui/index.ts'
import styles from './session.module.css'
import { useWords } from './use-words.ts'

export function PinForm({ hasPin }: { readonly hasPin: boolean }) {
  const { say } = useWords()
  const { act, isPending } = useAct(session.setPin)
  const [pin, setPin] = useState('')
  const [password, setPassword] = useState('')
  const [wasTried, setTried] = useState(false)
  const [isWrong, setWrong] = useState(false)
  const isPinOdd = !/^\d{4,8}$/.test(pin)

  const submit = async () => {
    setTried(true)
    if (isPinOdd || password === '' || isPending) return
    try {
      const result = await act({ pin, password })
      if (!result.ok) {
        setWrong(true)
        return
      }
      setPin('')
      setPassword('')
      setTried(false)
      showToast({ text: say('pinSaved'), kind: 'ok' })
      await loadSession()
    } catch {
      showToast({ text: say('faulted'), kind: 'bad' })
    }
  }
  const passwordFault = isWrong ? say('wrongPassword') : password === '' ? say('needPassword') : undefined
  return (
    <div className={styles.block}>
      <p className={styles.help}>{say(hasPin ? 'pinSet' : 'pinNotSet')}</p>
      <FormLayout
        label={say('pin')}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" isPending={isPending}>
            {say('pinSave')}
          </Button>
        }
      >
        <TextField
          label={say('pinNew')}
          description={say('pinHelp')}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={pin}
          onChange={setPin}
          {...(wasTried && isPinOdd ? { errorMessage: say('pinOdd') } : {})}
        />
        <TextField
          label={say('yourPassword')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(value) => {
            setPassword(value)
            setWrong(false)
          }}
          {...(wasTried && passwordFault ? { errorMessage: passwordFault } : {})}
        />
      </FormLayout>
    </div>
  )
}
