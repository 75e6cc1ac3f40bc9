import { session } from '@foyer/contract'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { call, ProblemError } from '../../app/client.ts'
import { signedIn } from '../../app/session.ts'
import { Button, ComboBox, FieldGroup, FormLayout, Notice, TextField } from '../../ui/index.ts'
import styles from './session.module.css'
import { useWords } from './use-words.ts'

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') }))
const shortest = 12

export function SetUpForm({ onAlreadyDone }: { readonly onAlreadyDone: () => void }) {
  const { say } = useWords()
  const { act, isPending } = useAct(session.setUp)
  const [practiceName, setPracticeName] = useState('')
  const [siteName, setSiteName] = useState('')
  const [timeZone, setTimeZone] = useState<string | null>(new Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [managerName, setManagerName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [wasTried, setTried] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const missing = (value: string, field: string) => (value.trim() === '' ? say('needThis', { field }) : undefined)
  const faults = {
    practiceName: missing(practiceName, say('practiceName')),
    siteName: missing(siteName, say('siteName')),
    timeZone: missing(timeZone ?? '', say('timeZone')),
    managerName: missing(managerName, say('managerName')),
    email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : say('emailOdd'),
    password: password.length >= shortest ? undefined : say('passwordShort'),
    again: again === password ? undefined : say('passwordsDiffer'),
  }
  const shown = wasTried ? Object.values(faults).filter((text) => text !== undefined) : []
  const marked = (field: keyof typeof faults) =>
    wasTried && faults[field] !== undefined ? { errorMessage: faults[field] } : {}

  const submit = async () => {
    setTried(true)
    setFault(null)
    if (Object.values(faults).some((text) => text !== undefined) || timeZone === null || isPending) return
    try {
      const made = await act({ practiceName, siteName, timeZone, managerName, email: email.trim(), password })
      if (!made.ok) {
        setFault(say('alreadySetUp'))
        onAlreadyDone()
        return
      }
      const result = await call(session.signIn, {
        organization: made.value.organization,
        email: email.trim(),
        password,
      })
      if (result.ok) signedIn(result.value)
      else onAlreadyDone()
    } catch (error) {
      setFault(say(error instanceof ProblemError && error.status === 0 ? 'unreached' : 'faulted'))
    }
  }
  return (
    <div className={styles.panels} data-wide="">
      <section className={styles.panel} aria-labelledby="set-up-title">
        <h1 id="set-up-title">{say('setUpTitle')}</h1>
        <p className={styles.help}>{say('setUpHelp')}</p>
        {fault && <Notice kind="bad">{fault}</Notice>}
        <FormLayout
          onSubmit={() => void submit()}
          errors={shown.map((text) => ({ text }))}
          actions={
            <Button type="submit" variant="go" size="lg" isPending={isPending}>
              {say('setUpGo')}
            </Button>
          }
        >
          <FieldGroup legend={say('thePractice')}>
            <TextField
              label={say('practiceName')}
              value={practiceName}
              onChange={setPracticeName}
              autoComplete="organization"
              isRequired
              autoFocus
              {...marked('practiceName')}
            />
            <TextField
              label={say('siteName')}
              value={siteName}
              onChange={setSiteName}
              isRequired
              {...marked('siteName')}
            />
            <ComboBox
              label={say('timeZone')}
              options={zones}
              value={timeZone}
              onChange={setTimeZone}
              isRequired
              {...marked('timeZone')}
            />
          </FieldGroup>
          <FieldGroup legend={say('theManager')}>
            <TextField
              label={say('managerName')}
              value={managerName}
              onChange={setManagerName}
              autoComplete="name"
              isRequired
              {...marked('managerName')}
            />
            <TextField
              label={say('email')}
              type="email"
              value={email}
              onChange={setEmail}
              autoComplete="username"
              isRequired
              {...marked('email')}
            />
            <TextField
              label={say('password')}
              description={say('passwordHelp')}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="new-password"
              isRequired
              {...marked('password')}
            />
            <TextField
              label={say('passwordAgain')}
              type="password"
              value={again}
              onChange={setAgain}
              autoComplete="new-password"
              isRequired
              {...marked('again')}
            />
          </FieldGroup>
        </FormLayout>
      </section>
    </div>
  )
}
