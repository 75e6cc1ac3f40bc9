import { estimates } from '@foyer/contract'
import { formatPhone } from '@foyer/patients'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAsk } from '../../../app/ask.ts'
import { ProblemError } from '../../../app/client.ts'
import { Button } from '../../../ui/index.ts'
import styles from './page.module.css'
import { Shown } from './shown.tsx'
import type { Known, ShownEstimate } from './shapes.ts'
import { WhoForm } from './who-form.tsx'
import { type PageWords, pageWords } from './words.ts'

const languages = [
  { id: 'en', label: 'English' },
  { id: 'es', label: 'Español' },
] as const

/** Big type and targets for a thumb, for as long as the page is there. */
function useLargeSize(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['size'] = 'large'
    return () => {
      delete dataset['size']
    }
  }, [])
}

/** What the link opens: who are you, then what it costs. No account. */
export function EstimatePage() {
  const link = useLocation({ select: ({ hash }) => hash })
  const [organization = '', token = ''] = link.split('~')
  const opened = useAsk(estimates.openEstimateLink, { organization: organization || '-', token })
  const [chosen, setChosen] = useState<'en' | 'es' | null>(null)
  useLargeSize()
  const browser = navigator.language.startsWith('es') ? 'es' : 'en'
  const language = chosen ?? opened.data?.language ?? browser
  const words = pageWords[language]
  useEffect(() => {
    document.title = words.page
    document.documentElement.lang = language
  }, [words, language])
  const isGone =
    opened.data?.isOver === true || (opened.error instanceof ProblemError && [404, 422].includes(opened.error.status))
  return (
    <main className={styles.page}>
      <div className={styles.languages} role="group" aria-label={words.language}>
        {languages.map(({ id, label }) => (
          <Button
            key={id}
            variant={language === id ? 'go' : 'plain'}
            aria-pressed={language === id}
            onPress={() => setChosen(id)}
          >
            <span lang={id}>{label}</span>
          </Button>
        ))}
      </div>
      {isGone ? (
        <Gone words={words} phone={opened.data?.phone ?? null} />
      ) : opened.data ? (
        <Steps
          link={{ organization, token }}
          practice={opened.data.practice}
          phone={opened.data.phone}
          language={language}
          words={words}
        />
      ) : opened.isPending ? (
        <p role="status">{words.loading}</p>
      ) : (
        <div role="alert" className={styles.stack}>
          <h1>{words.failed}</h1>
          <Button onPress={() => void opened.refetch()}>{words.again}</Button>
        </div>
      )}
    </main>
  )
}

function Gone({ words, phone }: { readonly words: PageWords; readonly phone: string | null }) {
  return (
    <div role="alert" className={styles.stack}>
      <h1>{words.gone}</h1>
      <p>{words.goneNext}</p>
      <Help words={words} phone={phone} />
    </div>
  )
}

function Help({ words, phone }: { readonly words: PageWords; readonly phone: string | null }) {
  if (phone === null) return null
  return (
    <p className={styles.help}>
      <a href={`tel:${phone}`}>{words.help(formatPhone(phone).replaceAll('-', '\u2011').replaceAll(' ', '\u00a0'))}</a>
    </p>
  )
}

interface StepsProps {
  readonly link: { readonly organization: string; readonly token: string }
  readonly practice: string
  readonly phone: string | null
  readonly language: 'en' | 'es'
  readonly words: PageWords
}

function Steps({ link, practice, phone, language, words }: StepsProps) {
  const [shown, setShown] = useState<{ readonly known: Known; readonly estimate: ShownEstimate } | null>(null)
  const [isOver, setOver] = useState(false)
  if (isOver) return <Gone words={words} phone={phone} />
  return (
    <div className={styles.stack}>
      <p className={styles.practice}>{practice}</p>
      {shown === null ? (
        <WhoForm
          link={link}
          words={words}
          onKnown={(known, estimate) => setShown({ known, estimate })}
          onOver={() => setOver(true)}
        />
      ) : (
        <Shown
          {...shown}
          language={language}
          words={words}
          onSigned={(estimate) => setShown({ known: shown.known, estimate })}
          onOver={() => setOver(true)}
        />
      )}
      <Help words={words} phone={phone} />
    </div>
  )
}
