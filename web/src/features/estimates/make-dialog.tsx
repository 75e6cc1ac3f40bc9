import { estimates } from '@foyer/contract'
import { diagnosisCodes } from '@foyer/coverage'
import { languageName } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { useSites, useToday, useVisitTypeName } from '../../app/site.ts'
import { Button, Dialog, Notice, Segmented, showToast, TextField } from '../../ui/index.ts'
import { type Faulty, type OtherDraft, othersOf } from './others-draft.ts'
import { OthersFields } from './others-fields.tsx'
import type { ItemProps } from './shapes.ts'
import styles from './estimates.module.css'
import { PriceView } from './price-view.tsx'
import { contentsText } from './texts.ts'
import { useWish, type Wish } from './use-wish.ts'
import { useWords } from './use-words.ts'
import { WishFields } from './wish-fields.tsx'

const languages = ['en', 'es'] as const
/** As the document has room for. */
const mostDiagnoses = 12

/** The price as it will be written down, and what is added to it. */
export function MakeDialog({ patientId, estimate, onClose }: ItemProps & { readonly onClose: () => void }) {
  const { say, locale } = useWords()
  const sites = useSites()
  const site = sites.find(({ id }) => id === estimate.siteId)
  const today = useToday(site ?? { timeZone: 'UTC' })
  const { visitTypeId, siteId, appointmentId, asked } = estimate
  const visit = useVisitTypeName()(visitTypeId)
  const wish = useWish({ patientId, visitTypeId, siteId, appointmentId, date: estimate.serviceDate ?? today }, asked)
  const [language, setLanguage] = useState<'en' | 'es'>(estimate.language.startsWith('es') ? 'es' : 'en')
  const [separately, setSeparately] = useState('')
  const [diagnoses, setDiagnoses] = useState(asked.diagnosisCodes.join(', '))
  const [isDiagnosisFaulty, setDiagnosisFaulty] = useState(false)
  const codes = diagnosisCodes(diagnoses)
  const [drafts, setDrafts] = useState<readonly OtherDraft[]>([])
  const [faulty, setFaulty] = useState<Faulty | null>(null)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<string | null>(null)
  const { act, isPending } = useAct(estimates.makeEstimate)
  const make = async () => {
    setFailure(null)
    const others = separately.split('\n').flatMap((line) => line.trim() || [])
    const { pays, procedures, slidingStepId } = wish
    if (pays === 'self-pay' && ('wrong' in codes || codes.length > mostDiagnoses)) return setDiagnosisFaulty(true)
    const coProviders = pays === 'self-pay' ? othersOf(drafts) : []
    if ('fault' in coProviders) return setFaulty(coProviders)
    setFaulty(null)
    const words = Object.entries(typed).flatMap(([code, text]) =>
      text.trim() === '' ? [] : { code, text: text.trim() },
    )
    const chosen = {
      pays,
      procedures: [...procedures],
      slidingStepId,
      language,
      separately: others,
      words,
      coProviders: [...coProviders],
      diagnosisCodes: pays === 'self-pay' && !('wrong' in codes) ? [...codes] : [],
    }
    try {
      const result = await act({ patientId, estimateId: estimate.id, ...chosen })
      if (!result.ok) {
        const { error } = result
        const what = error.reason === 'contents-missing' ? contentsText(error.missing, say) : ''
        setFailure(say(`refused_${error.reason}`, { what }))
        return
      }
      showToast({ kind: 'ok', text: say('made') })
      onClose()
      await refresh(estimates.listEstimates, estimates.listDueEstimates)
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <Dialog
      isOpen
      staysOpen
      size="lg"
      onClose={onClose}
      title={say('makeTitle')}
      description={visit}
      footer={
        <>
          <Button variant="go" isPending={isPending} onPress={() => void make()}>
            {say('makeSave')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </>
      }
    >
      <div className={styles.stack}>
        {failure && <Notice kind="bad">{failure}</Notice>}
        <WishFields wish={wish} />
        <Answer of={wish.asked}>{(price) => <PriceView price={price} />}</Answer>
        {wish.pays === 'self-pay' && (
          <ServiceWords wish={wish} language={language} visit={visit} typed={typed} onType={setTyped} />
        )}
        {wish.pays === 'self-pay' && (
          <TextField
            label={say('diagnoses')}
            description={say('diagnosesHelp')}
            value={diagnoses}
            onChange={(text) => {
              setDiagnoses(text)
              setDiagnosisFaulty(false)
            }}
            maxLength={200}
            isMono
            autoComplete="off"
            {...(isDiagnosisFaulty
              ? {
                  errorMessage:
                    'wrong' in codes
                      ? say('diagnosesWrong', { code: codes.wrong })
                      : say('diagnosesTooMany', { most: mostDiagnoses }),
                }
              : {})}
          />
        )}
        {wish.pays === 'self-pay' && <OthersFields drafts={drafts} onChange={setDrafts} faulty={faulty} />}
        {wish.pays === 'self-pay' && (
          <TextField
            label={say('separately')}
            description={say('separatelyHelp')}
            multiline
            rows={2}
            value={separately}
            onChange={setSeparately}
          />
        )}
        <Segmented
          label={say('language')}
          options={languages.map((id) => ({ id, label: languageName(id, locale) }))}
          value={language}
          onChange={setLanguage}
        />
      </div>
    </Dialog>
  )
}

interface ServiceWordsProps {
  readonly wish: Wish
  /** Of the document. */
  readonly language: 'en' | 'es'
  /** What stands there where nobody has words. */
  readonly visit: string
  readonly typed: Readonly<Record<string, string>>
  readonly onType: (typed: Readonly<Record<string, string>>) => void
}

/** What the document calls each service: the practice's words, and room for words where it has none. */
function ServiceWords({ wish, language, visit, typed, onType }: ServiceWordsProps) {
  const { say } = useWords()
  const lacking = (wish.asked.data?.procedures ?? []).filter(
    ({ code, words, isOptional }) => words[language] === null && (!isOptional || wish.procedures.includes(code)),
  )
  return lacking.map(({ code }) => (
    <TextField
      key={code}
      label={say('wordsFor', { code })}
      description={say('wordsForHelp', { visit })}
      value={typed[code] ?? ''}
      onChange={(text) => onType({ ...typed, [code]: text })}
      maxLength={200}
    />
  ))
}
