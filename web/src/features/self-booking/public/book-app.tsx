import type { selfBooking } from '@foyer/contract'
import { useEffect, useMemo, useState } from 'react'
import { ask, AskError } from './api.ts'
import type { Book } from './book.ts'
import styles from './book.module.css'
import { type Draft, emptyDraft, loadDraft, type Offer, type StepName, steps, storeDraft } from './draft.ts'
import { Frame, Question, Trouble } from './frame.tsx'
import { MyVisitPage } from './my-visit-page.tsx'
import { startProof } from './proof/solve.ts'
import { BirthStep } from './steps/birth-step.tsx'
import { CheckStep } from './steps/check-step.tsx'
import { CodeStep } from './steps/code-step.tsx'
import { ContactStep } from './steps/contact-step.tsx'
import { DoneStep } from './steps/done-step.tsx'
import { NameStep } from './steps/name-step.tsx'
import { WhatStep } from './steps/what-step.tsx'
import { WhenStep } from './steps/when-step.tsx'
import { WhereStep } from './steps/where-step.tsx'
import { troubleOf } from './trouble.ts'
import { useLanguage } from './use-language.ts'
import { useRoute } from './use-route.ts'
import { sayIn } from './words.ts'

const organization = decodeURIComponent(window.location.pathname.split('/')[2] ?? '')

/** The public pages of one practice: booking, or one's own visit when the address names it. */
export function BookApp() {
  const [language, onLanguage] = useLanguage()
  const say = useMemo(() => sayIn(language), [language])
  const [visit, setVisit] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    const hear = (): void => setVisit(window.location.hash.slice(1))
    window.addEventListener('hashchange', hear)
    return () => window.removeEventListener('hashchange', hear)
  }, [])
  const shared = { organization, language, onLanguage, say }
  return visit === '' ? <Booking {...shared} /> : <MyVisitPage key={visit} {...shared} visit={visit} />
}

type Shared = Pick<Book, 'organization' | 'language' | 'say'> & { readonly onLanguage: (to: Book['language']) => void }

/** A step for which something is missing falls back to the first one that can be answered. */
function stepFor(at: StepName, draft: Draft, offer: Offer): StepName {
  if (at === 'done') return draft.booked ? 'done' : 'what'
  if (at === 'what' || at === 'call' || at === 'begin') return at
  const kind = offer.visitTypes.find(({ key }) => key === draft.kind)
  if (!kind) return 'what'
  if (at === 'where') return at
  if (!kind.placeKeys.includes(draft.place ?? '')) return 'where'
  return at === 'when' || draft.kept ? at : 'when'
}

function Booking({ organization, language, onLanguage, say }: Shared) {
  const [offer, setOffer] = useState<Offer | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [draft, setDraft] = useState(() => loadDraft(organization))
  const { at, go } = useRoute()
  useEffect(() => {
    ask<typeof selfBooking.readOffer>('GET', organization, 'offer')
      .then((answer) => (answer.ok ? setOffer(answer.value) : undefined))
      .catch((error: unknown) => setTrouble(error instanceof AskError ? error.message : 'fault'))
    startProof(organization)
  }, [organization])
  const frame = { practice: offer?.practice ?? '', phone: offer?.phone ?? null, language, onLanguage, say }
  if (!offer)
    return (
      <Frame {...frame}>
        {trouble === null ? (
          <p role="status">{say('loading')}</p>
        ) : trouble === 'not-found' ? (
          <Question lead={say('notHereLead')}>{say('notHere')}</Question>
        ) : (
          <Trouble>{say(troubleOf(trouble))}</Trouble>
        )}
      </Frame>
    )
  const step = stepFor(at, draft, offer)
  const change = (answers: Partial<Draft>): void =>
    setDraft((before) => {
      const after = { ...before, ...answers }
      storeDraft(organization, after)
      return after
    })
  const startOver = (): void => {
    storeDraft(organization, emptyDraft)
    setDraft(emptyDraft)
    startProof(organization)
    go('what')
  }
  const kind = offer.visitTypes.find(({ key }) => key === draft.kind) ?? null
  const place = offer.places.find(({ key }) => key === draft.place) ?? null
  const book: Book = { organization, offer, draft, kind, place, language, say, change, go, startOver }
  const at1 = steps.findIndex((name) => name === step) + 1
  return (
    <Frame {...frame} {...(at1 > 0 ? { step: { at: at1, of: steps.length } } : {})}>
      <Step key={step} step={step} book={book} />
    </Frame>
  )
}

const pages = {
  what: WhatStep,
  where: WhereStep,
  when: WhenStep,
  name: NameStep,
  birth: BirthStep,
  contact: ContactStep,
  check: CheckStep,
  code: CodeStep,
  done: DoneStep,
} as const

function Step({ step, book }: { readonly step: StepName; readonly book: Book }) {
  const { say, startOver } = book
  if (step === 'call') return <Question lead={say('callLead')}>{say('callTitle')}</Question>
  if (step === 'begin')
    return (
      <>
        <Question lead={say('beginLead')}>{say('beginTitle')}</Question>
        <div className={styles.go}>
          <button type="button" className={styles.goButton} onClick={startOver}>
            {say('begin')}
          </button>
        </div>
      </>
    )
  const Page = pages[step]
  return <Page book={book} />
}
