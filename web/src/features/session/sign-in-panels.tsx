import { useState } from 'react'
import { useRoleName } from '../../app/staff-role/use-role-name.ts'
import { Avatar } from '../../ui/index.ts'
import styles from './session.module.css'
import { SignInForm } from './sign-in-form.tsx'
import { useWords } from './use-words.ts'
import type { Credentials, WelcomeAnswer } from './welcome-answer.ts'

export interface SignInPanelsProps {
  readonly answer: WelcomeAnswer
  readonly wasExpired: boolean
}

export function SignInPanels({ answer, wasExpired }: SignInPanelsProps) {
  const { say } = useWords()
  const [picked, setPicked] = useState<Credentials | null>(null)
  const { demo } = answer
  const roleName = useRoleName()
  return (
    <div className={styles.panels} data-alone={demo ? undefined : ''}>
      <SignInForm key={picked?.email} answer={answer} start={picked} wasExpired={wasExpired} />
      {demo && (
        <section className={styles.panel} aria-labelledby="demo-title">
          <h2 id="demo-title">{say('demoTitle')}</h2>
          <p className={styles.help}>{say('demoHelp')}</p>
          <ul className={styles.cast}>
            {demo.staff.map((member) => (
              <li key={member.email}>
                <button
                  type="button"
                  className={styles.member}
                  onClick={() => setPicked({ email: member.email, password: demo.password })}
                >
                  <Avatar name={member.name} tone="quiet" />
                  <span>
                    <b>{member.name}</b> <small>{roleName(member.role)}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
