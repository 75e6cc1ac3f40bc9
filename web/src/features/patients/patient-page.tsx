import { patients } from '@foyer/contract'
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { useSite, useToday } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { Button, PageHeader, Skeleton, Tabs } from '../../ui/index.ts'
import { GlassGate, OpenBanner, RestrictButton } from '../privacy/index.ts'
import styles from './patients.module.css'
import { PersonHeader } from './person-header.tsx'
import { rememberOpened } from './recent.ts'
import { sections } from './sections.tsx'
import type { PatientRecord } from './shapes.ts'
import { TakeOverDialog } from './take-over/take-over-dialog.tsx'
import { useTakeOver } from './take-over/use-take-over.ts'
import { WhoAsksButton } from '../relatives/index.ts'
import { usePersonActions } from './use-person-actions.tsx'
import { useWords } from './use-words.ts'

export function PatientPage() {
  const { say } = useWords()
  const { patientId } = useParams({ from: '/patients/$patientId' })
  const record = useAsk(patients.readPatient, { patientId })
  const navigate = useNavigate()
  const shownId = record.data?.patient.id
  useEffect(() => {
    if (shownId === undefined) return
    rememberOpened(shownId)
    // A record that was merged leads to the one that speaks for it: in the address too.
    if (shownId !== patientId)
      void navigate({ to: '/patients/$patientId', params: { patientId: shownId }, hash: true, replace: true })
  }, [shownId, patientId, navigate])
  return (
    <Page title={say('patient')}>
      <Answer
        of={record}
        loading={<Skeleton lines={12} />}
        restricted={
          <>
            <PageHeader title={say('patient')} />
            <GlassGate patientId={patientId} onOpened={() => void record.refetch()} />
          </>
        }
      >
        {(data) => <PatientSections key={patientId} record={data} />}
      </Answer>
    </Page>
  )
}

function PatientSections({ record }: { readonly record: PatientRecord }) {
  const { say } = useWords()
  const actions = usePersonActions(record, 'page')
  const navigate = useNavigate()
  const hash = useLocation({ select: (location) => location.hash })
  const today = useToday(useSite())
  // Somebody was being registered and turned out to be this person.
  const takeOver = useTakeOver(record)
  return (
    <>
      <OpenBanner privacy={record.privacy} />
      <PersonHeader record={record} level={1} />
      <div className={styles.actions}>
        {actions.book && (
          <Button variant="go" shortcut="B" onPress={actions.book}>
            {say('book')}
          </Button>
        )}
        {actions.edit && (
          <Button shortcut="E" onPress={actions.edit}>
            {say('edit')}
          </Button>
        )}
        <WhoAsksButton patientId={record.patient.id} hasKey />
        <RestrictButton patientId={record.patient.id} privacy={record.privacy} />
      </div>
      <div className={styles.sections}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <Tabs
            label={say('sections')}
            tabs={sections.map(({ id, Content }) => ({
              id,
              label: say(`section_${id}`),
              content: <Content record={record} actions={actions} />,
            }))}
            selected={sections.find(({ id }) => id === hash)?.id ?? 'overview'}
            onChange={(id) =>
              void navigate({
                to: '/patients/$patientId',
                params: { patientId: record.patient.id },
                ...(id === 'overview' ? {} : { hash: id }),
                replace: true,
              })
            }
          />
        </Suspense>
      </div>
      {actions.dialog}
      {takeOver && <TakeOverDialog patient={record.patient} takeOver={takeOver} today={today} />}
    </>
  )
}
