import { session } from '@foyer/contract'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useAsk } from '../../app/ask.ts'
import { chooseLanguage } from '../../app/language.ts'
import { usePageTitle } from '../../app/page.tsx'
import { useSession } from '../../app/session.ts'
import { Answer } from '../../app/states.tsx'
import { Button } from '../../ui/index.ts'
import styles from './session.module.css'
import { SetUpForm } from './set-up-form.tsx'
import { SignInPanels } from './sign-in-panels.tsx'
import { useWords } from './use-words.ts'
import type { WelcomeAnswer } from './welcome-answer.ts'

/** What everybody sees who is not signed in: sign-in, or the first set-up where there is no practice yet. */
export function Welcome() {
  const welcome = useAsk(session.readWelcome, {})
  return (
    <WelcomeFrame>
      <Answer of={welcome}>
        {(answer) => (answer.setupDue ? <SetUp onDone={() => void welcome.refetch()} /> : <SignIn answer={answer} />)}
      </Answer>
    </WelcomeFrame>
  )
}

function SetUp({ onDone }: { readonly onDone: () => void }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  usePageTitle(say('setUpTitle'))
  useEffect(() => {
    if (path !== '/setup') void navigate({ to: '/setup', replace: true })
  }, [path, navigate])
  return <SetUpForm onAlreadyDone={onDone} />
}

function SignIn({ answer }: { readonly answer: WelcomeAnswer }) {
  const { say } = useWords()
  usePageTitle(say('signInTitle'))
  const now = useSession()
  return <SignInPanels answer={answer} wasExpired={now.at === 'out' && now.wasExpired} />
}

function WelcomeFrame({ children }: { readonly children: ReactNode }) {
  const { locale } = useWords()
  return (
    <main className={styles.welcome}>
      <p className={styles.brand}>
        <span className={styles.mark} aria-hidden>
          F
        </span>
        Foyer
      </p>
      {children}
      <div className={styles.languages}>
        {(['en', 'es'] as const).map((code) => (
          <Button
            key={code}
            variant="quiet"
            size="sm"
            aria-pressed={locale === code}
            onPress={() => chooseLanguage(code)}
          >
            <span lang={code}>{code === 'en' ? 'English' : 'Español'}</span>
          </Button>
        ))}
      </div>
    </main>
  )
}
