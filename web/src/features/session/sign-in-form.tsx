import { type Refusal, session } from '@foyer/contract'
import { useRef, useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { ProblemError } from '../../app/client.ts'
import { signedIn } from '../../app/session.ts'
import { Button, FormLayout, formatTime, Notice, Select, TextField } from '../../ui/index.ts'
import styles from './session.module.css'
import { useWords } from './use-words.ts'
import type { Credentials, WelcomeAnswer } from './welcome-answer.ts'
import { tellWindows } from './windows.ts'

export interface SignInFormProps {
  readonly answer: WelcomeAnswer
  /** Somebody of the demo who was picked; null at first. */
  readonly start: Credentials | null
  readonly wasExpired: boolean
}

export function SignInForm({ answer, start, wasExpired }: SignInFormProps) {
  const { say } = useWords()
  const { act, isPending } = useAct(session.signIn)
  const practices = answer.organizations
  const [organization, setOrganization] = useState(practices[0]?.slug ?? null)
  const [email, setEmail] = useState(start?.email ?? '')
  const [password, setPassword] = useState(start?.password ?? '')
  const [code, setCode] = useState('')
  const [isCodeAsked, setCodeAsked] = useState(false)
  const [wasTried, setTried] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const codeInput = useRef<HTMLInputElement>(null)

  const refused = (refusal: Refusal<typeof session.signIn>) => {
    if (refusal.reason === 'code-needed') {
      setTried(false)
      setCodeAsked(true)
      return
    }
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    if (refusal.reason === 'locked-out') setFault(say('lockedOut', { time: formatTime(refusal.until, zone) }))
    else setFault(say(refusal.reason === 'wrong-code' ? 'wrongCode' : 'wrongCredentials'))
    if (refusal.reason === 'wrong-code') {
      setCode('')
      codeInput.current?.focus()
    }
  }
  const submit = async () => {
    setTried(true)
    setFault(null)
    if (email.trim() === '' || password === '' || (isCodeAsked && code.trim() === '') || isPending) return
    try {
      const result = await act({
        email: email.trim(),
        password,
        ...(organization ? { organization } : {}),
        ...(isCodeAsked ? { code: code.replaceAll(/\s/g, '') } : {}),
      })
      if (!result.ok) return refused(result.error)
      tellWindows('signed-in')
      signedIn(result.value)
    } catch (error) {
      setFault(say(error instanceof ProblemError && error.status === 0 ? 'unreached' : 'faulted'))
    }
  }
  const only = practices.length === 1 ? practices[0] : undefined
  const title = isCodeAsked ? say('codeTitle') : only ? say('signInTo', { practice: only.name }) : say('signInTitle')
  return (
    <section className={styles.panel} aria-labelledby="sign-in-title">
      <h1 id="sign-in-title">{title}</h1>
      {wasExpired && !fault && <Notice kind="info">{say('wasSignedOut')}</Notice>}
      {fault && <Notice kind="bad">{fault}</Notice>}
      <FormLayout
        onSubmit={() => void submit()}
        actions={
          <>
            <Button type="submit" variant="go" size="lg" isPending={isPending} autoFocus={start !== null}>
              {say(isCodeAsked ? 'codeGo' : 'signIn')}
            </Button>
            {isCodeAsked && <Button onPress={() => setCodeAsked(false)}>{say('back')}</Button>}
          </>
        }
      >
        {isCodeAsked ? (
          <TextField
            label={say('code')}
            description={say('codeHelp')}
            value={code}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            isMono
            autoFocus
            inputRef={codeInput}
            {...(wasTried && code.trim() === '' ? { errorMessage: say('needCode') } : {})}
          />
        ) : (
          <>
            {practices.length > 1 && (
              <Select
                label={say('practice')}
                options={practices.map(({ slug, name }) => ({ id: slug, label: name }))}
                value={organization}
                onChange={setOrganization}
              />
            )}
            <TextField
              label={say('email')}
              type="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
              autoFocus={start === null}
              {...(wasTried && email.trim() === '' ? { errorMessage: say('needEmail') } : {})}
            />
            <TextField
              label={say('password')}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              {...(wasTried && password === '' ? { errorMessage: say('needPassword') } : {})}
            />
          </>
        )}
      </FormLayout>
    </section>
  )
}
