import { session } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { loadSession } from '../../app/session.ts'
import { Button, FormLayout, showToast, TextField } from '../../ui/index.ts'
import styles from './session.module.css'
import { useWords } from './use-words.ts'

export interface TotpConfirmProps {
  readonly secret: string
  readonly uri: string
  readonly onEnd: () => void
}

export function TotpConfirm({ secret, uri, onEnd }: TotpConfirmProps) {
  const { say } = useWords()
  const { act, isPending } = useAct(session.confirmTotp)
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string>()

  const submit = async () => {
    try {
      const result = await act({ code: code.replaceAll(/\s/g, '') })
      if (!result.ok) {
        setFault(say('wrongCode'))
        return
      }
      showToast({ text: say('totpIsOn'), kind: 'ok' })
      await loadSession()
      onEnd()
    } catch {
      showToast({ text: say('faulted'), kind: 'bad' })
    }
  }
  return (
    <div className={styles.block}>
      <p>{say('totpSecret')}</p>
      <p className={styles.key}>{secret.replaceAll(/(.{4})/g, '$1 ').trim()}</p>
      <p>
        <a href={uri}>{say('totpLink')}</a>
      </p>
      <FormLayout
        label={say('totp')}
        onSubmit={() => void submit()}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('totpConfirm')}
            </Button>
            <Button onPress={onEnd}>{say('cancel')}</Button>
          </>
        }
      >
        <TextField
          label={say('code')}
          description={say('codeHelp')}
          value={code}
          onChange={(value) => {
            setCode(value)
            setFault(undefined)
          }}
          inputMode="numeric"
          autoComplete="one-time-code"
          isMono
          autoFocus
          {...(fault ? { errorMessage: fault } : {})}
        />
      </FormLayout>
    </div>
  )
}
