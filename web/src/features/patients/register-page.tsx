import { type Refusal, patients } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { Siren } from 'lucide-react'
import { useMemo, useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { useSite, useToday } from '../../app/site.ts'
import { Button, buttonClass, FormLayout, Notice, PageHeader, showToast, useShortcuts } from '../../ui/index.ts'
import { LicenceCapture, useKeptPicture } from '../documents/index.ts'
import { AlikePanel } from './alike-panel.tsx'
import { Duplicates } from './duplicates.tsx'
import {
  type DraftFaults,
  draftFromSearch,
  faultsOf,
  inputOf,
  isPhoneTooShort,
  type PatientDraft,
  withNote,
  withPhoneAsTold,
} from './draft.ts'
import { PatientFields } from './patient-fields.tsx'
import styles from './patients.module.css'
import { besidesInput, noBesides } from './registration/besides/besides.ts'
import { BesidesFields } from './registration/besides/besides-fields.tsx'
import { missingOfDraft } from './registration/missing-of-draft.ts'
import { StillMissing } from './registration/still-missing.tsx'
import { UrgentDialog } from './registration/urgent-dialog.tsx'
import { askedFor, useRules } from './registration/use-rules.ts'
import { fieldsText, useWords as useRegistrationWords } from './registration/use-words.ts'
import { useUnfinished } from './registration/use-unfinished.ts'
import { VisitChoice } from './registration/visit-choice.tsx'
import { saveFault } from './save-fault.ts'
import { carryDraft, takeTyped, type TypedOfOne, unfinishedOne } from './typed.ts'
import { useAlike } from './use-alike.ts'
import { type Say, useWords } from './use-words.ts'

type Alike = Extract<Refusal<typeof patients.registerPatient>, { reason: 'possible-duplicate' }>

function nameTyped({ given, family }: PatientDraft, say: Say): string {
  return [given, family].filter((part) => part.trim() !== '').join(' ') || say('unfinishedNobody')
}

export function RegisterPage() {
  const { say } = useWords()
  const { say: sayRegistration } = useRegistrationWords()
  const rules = useRules()
  const [visitTypeId, setVisitTypeId] = useState<string | null>(null)
  const hash = useLocation({ select: (location) => location.hash })
  const today = useToday(useSite())
  const navigate = useNavigate()
  const { act, isPending } = useAct(patients.registerPatient)
  const [start] = useState(() => {
    const { text, known } = takeTyped()
    const left = unfinishedOne()
    const fresh: PatientDraft = { ...draftFromSearch(text, today), ...known }
    // Whoever comes with a name to register does not mean the one before.
    const isAsked = text.trim() !== '' || Object.keys(known).length > 0
    return { fresh, left, isContinued: left !== null && !isAsked }
  })
  const [draft, setDraft] = useState<PatientDraft>(start.isContinued && start.left ? start.left.draft : start.fresh)
  const [besides, setBesides] = useState(start.isContinued && start.left ? start.left.besides : noBesides)
  const [left, setLeft] = useState(start.left)
  const [faults, setFaults] = useState<DraftFaults>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [alike, setAlike] = useState<Alike | null>(null)

  const isTyped =
    JSON.stringify([draft, besides]) !== JSON.stringify([draftFromSearch('', today), noBesides]) &&
    (start.isContinued || JSON.stringify([draft, besides]) !== JSON.stringify([start.fresh, noBesides]))
  const typed = useMemo(() => (isTyped ? { draft, besides } : left), [isTyped, draft, besides, left])
  const forget = useUnfinished(typed)
  const startWith = (one: TypedOfOne | null) => {
    setLeft(null)
    setFaults({})
    setDraft(one?.draft ?? draftFromSearch('', today))
    setBesides(one?.besides ?? noBesides)
  }
  const asked = askedFor(rules, visitTypeId)
  const missing = missingOfDraft(draft, besides, rules, visitTypeId)
  const urgent = (isOpen: boolean) =>
    void navigate({ to: '/patients/new', ...(isOpen ? { hash: 'urgent' } : {}), replace: true })
  useShortcuts({ F8: { label: sayRegistration('urgentCommand'), run: () => urgent(true) } })

  const kept = useKeptPicture()
  const { alike: hereAlready, isLooked } = useAlike(draft)
  /** The one who is here already keeps what was typed: their page offers it. */
  const openSame = (patientId: string) => {
    carryDraft(patientId, { draft, besides })
    forget()
    void kept.addTo(patientId)
    void navigate({ to: '/patients/$patientId', params: { patientId }, replace: true })
  }

  const change = (part: Partial<PatientDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !(key in part))))
  }
  const register = async (notADuplicateOf: readonly string[]) => {
    const found = faultsOf(draft, today)
    setFaults(found)
    setFailure(null)
    if (Object.keys(found).length > 0 || isPending) return
    try {
      const told = withPhoneAsTold(draft, (phone) => say('phoneAsTold', { phone }))
      const kinPhone = besides.kinPhone.trim()
      const noted = isPhoneTooShort(kinPhone)
        ? withNote(told, sayRegistration('kinPhoneAsTold', { phone: kinPhone }))
        : told
      const result = await act({
        ...inputOf(noted),
        ...besidesInput(besides),
        notADuplicateOf: [...notADuplicateOf],
      })
      if (result.ok) {
        const name = displayName(result.value.name)
        const text =
          missing.length === 0
            ? say('registered', { name })
            : sayRegistration('savedPartial', { name, fields: fieldsText(missing, sayRegistration) })
        forget()
        showToast({ text, kind: 'ok' })
        await kept.addTo(result.value.id)
        void refresh(patients.searchPatients)
        await navigate({ to: '/patients/$patientId', params: { patientId: result.value.id }, replace: true })
        return
      }
      if (result.error.reason === 'possible-duplicate') {
        setAlike(result.error)
        return
      }
      setAlike(null)
      setFaults(result.error.reason === 'phone-unreadable' ? { phone: 'phoneOdd' } : { birthDate: 'birthAhead' })
    } catch (error) {
      setFailure(saveFault(error, say))
    }
  }
  return (
    <Page title={say('registerTitle')}>
      <PageHeader
        title={say('registerTitle')}
        actions={
          <Button icon={Siren} shortcut="F8" onPress={() => urgent(true)}>
            {sayRegistration('urgent')}
          </Button>
        }
      />
      {hash === 'urgent' && <UrgentDialog onClose={() => urgent(false)} />}
      {failure && (
        <div className={styles.before}>
          <Notice kind="bad">{failure}</Notice>
        </div>
      )}
      {alike ? (
        <Duplicates
          draft={draft}
          candidates={alike.candidates}
          restricted={alike.restricted.map(({ id }) => id)}
          isPending={isPending}
          onSame={openSame}
          onOther={() => void register([...alike.candidates, ...alike.restricted].map(({ id }) => id))}
          onBack={() => setAlike(null)}
        />
      ) : (
        <>
          {left && (
            <div className={styles.before}>
              <Notice
                kind="info"
                title={say(start.isContinued ? 'unfinishedHere' : 'unfinishedOther', {
                  name: nameTyped(left.draft, say),
                })}
                action={
                  <Button size="sm" onPress={() => startWith(start.isContinued ? null : left)}>
                    {say(start.isContinued ? 'unfinishedAnew' : 'unfinishedGoOn')}
                  </Button>
                }
              />
            </div>
          )}
          <p className={styles.before}>{say('registerHelp')}</p>
          <div className={styles.before}>
            <LicenceCapture
              current={draft}
              today={today}
              canKeepPicture
              onConfirm={(fields, picture) => {
                change(fields)
                kept.keep(picture, 'identity')
              }}
            />
          </div>
          <div className={styles.registering}>
            <FormLayout
              label={say('registerTitle')}
              onSubmit={() => void register([])}
              errors={Object.entries(faults).map(([field, word]) => ({ field, text: say(word) }))}
              actions={
                <>
                  {isLooked ? (
                    <Button type="submit" variant="go" isPending={isPending}>
                      {say('register')}
                    </Button>
                  ) : (
                    <span className={styles.small}>{say('looksFirst')}</span>
                  )}
                  <Link to="/patients" className={buttonClass({})} onClick={forget}>
                    {say('cancel')}
                  </Link>
                </>
              }
            >
              <VisitChoice rules={rules} visitTypeId={visitTypeId} onChange={setVisitTypeId} />
              <PatientFields draft={draft} onChange={change} faults={faults} today={today} asked={asked} />
              <BesidesFields
                besides={besides}
                asked={asked}
                onChange={(part) => setBesides((before) => ({ ...before, ...part }))}
              />
              <StillMissing missing={missing} />
            </FormLayout>
            <AlikePanel alike={hereAlready} onSame={openSame} />
          </div>
        </>
      )}
    </Page>
  )
}
