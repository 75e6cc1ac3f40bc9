import { displayName } from '@foyer/patients'
import { Link, useNavigate } from '@tanstack/react-router'
import { UserRoundPlus } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Page } from '../../app/page.tsx'
import { useMay } from '../../app/session.ts'
import { Fault } from '../../app/states.tsx'
import { Button, buttonClass, EmptyState, PageHeader, SearchField, SelectableList, Skeleton } from '../../ui/index.ts'
import { useCopiesWords } from '../people-export/index.ts'
import { useImportWords } from '../people-import/index.ts'
import { RestrictedHit } from '../privacy/index.ts'
import { PatientHitLine } from './patient-hit.tsx'
import styles from './patients.module.css'
import { useRecent } from './recent.ts'
import { RecentPerson } from './recent-person.tsx'
import { carryTyped } from './typed.ts'
import { useOnceAnswered } from './use-once-answered.ts'
import { usePatientSearch } from './use-patient-search.ts'
import { useWords } from './use-words.ts'
import { useWords as useDuplicateWords } from './worklist/use-words.ts'
import { leadsTo } from './why-found.ts'

/** Search first: a new record is offered only after a search, and takes over what was typed. */
export function PatientsPage() {
  const { say } = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const answer = usePatientSearch(text)
  const { say: sayDuplicates } = useDuplicateWords()
  const mayRegister = useMay('patient.register')
  const mayExport = useMay('patient.export')
  const { say: sayCopies } = useCopiesWords()
  const mayMerge = useMay('patient.merge')
  const mayChange = useMay('patient.change')
  const mayImport = useMay('patient.import')
  const { say: sayImport } = useImportWords()
  const list = useRef<HTMLDivElement>(null)
  const hits = answer.hits ?? []

  const open = (patientId: string) => void navigate({ to: '/patients/$patientId', params: { patientId } })
  const register = () => {
    carryTyped(text)
    void navigate({ to: '/patients/new' })
  }
  const focusList = () => list.current?.querySelector<HTMLElement>('[role=row]')?.focus()
  const openFound = () => {
    const only = hits.length === 1 && answer.isCurrent ? hits[0] : undefined
    if (only) open(leadsTo(only))
    else focusList()
  }
  const openOnceFound = useOnceAnswered(answer.isAwaited, text, openFound)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || hits.length === 0) return
    event.preventDefault()
    focusList()
  }
  const registerButton = mayRegister && (
    <Button icon={UserRoundPlus} onPress={register}>
      {say('newPatient')}
    </Button>
  )
  return (
    <Page title={say('patients')} width="narrow">
      <PageHeader
        title={say('patients')}
        actions={
          <>
            {mayChange && (
              <Link to="/patients/proposals" className={buttonClass({})}>
                {say('proposalsLink')}
              </Link>
            )}
            {mayExport && (
              <Link to="/patients/copies" className={buttonClass({})}>
                {sayCopies('dueLink')}
              </Link>
            )}
            {mayMerge && (
              <Link to="/patients/duplicates" className={buttonClass({})}>
                {sayDuplicates('link')}
              </Link>
            )}
            {mayImport && (
              <Link to="/patients/import" className={buttonClass({})}>
                {sayImport('link')}
              </Link>
            )}
            {hits.length > 0 && registerButton}
          </>
        }
      />
      <div className={styles.searchPage}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Arrow Down leads from the box to its results */}
        <div role="search" onKeyDown={onKeyDown}>
          <SearchField
            label={say('searchLabel')}
            placeholder={say('searchPlaceholder')}
            value={text}
            onChange={setText}
            onSubmit={answer.isAwaited ? openOnceFound : openFound}
            autoFocus
          />
        </div>
        <p role="status" className={styles.count}>
          {answer.hits === null ? say('searchHow') : say('results', { count: hits.length + answer.restricted.length })}
        </p>
        {answer.error && <Fault error={answer.error} onRetry={answer.retry} />}
        {answer.hits === null && answer.isAwaited && !answer.error && <Skeleton lines={5} />}
        {answer.hits === null && !answer.isAwaited && !answer.error && <Before />}
        {answer.restricted.map((patientId) => (
          <RestrictedHit key={patientId} patientId={patientId} onOpened={() => open(patientId)} />
        ))}
        {answer.hits !== null && hits.length === 0 && answer.restricted.length === 0 && answer.isCurrent && (
          <EmptyState title={say('noPerson')} action={registerButton}>
            <p>{say('noPersonNext')}</p>
            <p>{say('noPersonRestricted')}</p>
          </EmptyState>
        )}
        {hits.length > 0 && (
          <div ref={list}>
            <SelectableList
              label={say('patients')}
              items={hits}
              getKey={({ id }) => id}
              getText={({ name }) => displayName(name)}
              selected={selected}
              onSelect={setSelected}
              onOpen={(id) => open(leadsTo(hits.find((hit) => hit.id === id) ?? { id, mergedInto: null }))}
              isPrimary
            >
              {(hit) => <PatientHitLine hit={hit} />}
            </SelectableList>
          </div>
        )}
      </div>
    </Page>
  )
}

/** Before anything is typed: whom one had open, or how to begin. */
function Before() {
  const { say } = useWords()
  const recent = useRecent()
  if (recent.length === 0) return <EmptyState title={say('searchFirst')}>{say('searchFirstWhy')}</EmptyState>
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{say('recent')}</h2>
      <ul className={styles.recent}>
        {recent.map((patientId) => (
          <li key={patientId}>
            <Link to="/patients/$patientId" params={{ patientId }} className={styles.recentLink}>
              <RecentPerson patientId={patientId} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
