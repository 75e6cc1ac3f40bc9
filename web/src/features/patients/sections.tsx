import { useNavigate } from '@tanstack/react-router'
import { type ComponentType, lazy } from 'react'
import { useMay } from '../../app/session.ts'
import { CoverageAnswers, CoverageOrder, PlanRestrictions } from '../coverage/index.ts'
import { DocumentsSection } from '../documents/index.ts'
import { CopiesPanel } from '../people-export/index.ts'
import { ChangesPanel, LooksPanel } from '../privacy/index.ts'
import { PeopleSection } from '../relatives/index.ts'
import { CoveragePanel } from './coverage-panel.tsx'
import { householdOf } from './draft.ts'
import { NextPanel } from './next-panel.tsx'
import { OpenPanel } from './open-panel.tsx'
import { HistoryPanel, PastPanel, PaymentsPanel } from './past-panel.tsx'
import styles from './patients.module.css'
import { ProposalsPanel } from './proposals/proposals-panel.tsx'
import { RecordChoice } from './record-choice.tsx'
import type { PatientRecord } from './shapes.ts'
import { carryTyped } from './typed.ts'
import type { PersonActions } from './use-person-actions.tsx'
import { MergedPanel } from './worklist/merged-panel.tsx'

export interface SectionProps {
  readonly record: PatientRecord
  readonly actions: PersonActions
}

interface Section {
  /** Stands in the address behind `#`; its name on the screen is `section_<id>`. */
  readonly id: string
  readonly Content: ComponentType<SectionProps>
}

/**
 * The parts of the patient page, one at a time. The first is what a contact at the desk begins with; the others load,
 * and ask for what they show, when they are opened: what nobody opened, nobody looked at.
 */
export const sections = [
  { id: 'overview', Content: Overview },
  { id: 'details', Content: DetailsOf },
  { id: 'coverage', Content: Coverage },
  { id: 'people', Content: People },
  { id: 'consents', Content: Consents },
  { id: 'documents', Content: Documents },
  { id: 'estimates', Content: Estimates },
  { id: 'history', Content: History },
] as const satisfies readonly Section[]

function Coverage({ record, actions }: SectionProps) {
  return (
    <div className={styles.columns}>
      <div>
        <CoverageAnswers patientId={record.patient.id} shortcut="q" />
      </div>
      <div>
        <CoveragePanel record={record} onAdd={actions.addCoverage} onChange={actions.changeCoverage} />
        {record.coverages.length > 0 && <CoverageOrder patientId={record.patient.id} />}
        <PlanRestrictions patientId={record.patient.id} />
      </div>
    </div>
  )
}

function People({ record: { patient } }: SectionProps) {
  const navigate = useNavigate()
  const mayRegister = useMay('patient.register')
  const register = (typed: string) => {
    carryTyped(typed, householdOf(patient))
    void navigate({ to: '/patients/new' })
  }
  return (
    <PeopleSection
      patientId={patient.id}
      RecordChoice={RecordChoice}
      onRegister={mayRegister ? register : null}
      wishes={<PlanRestrictions patientId={patient.id} />}
    />
  )
}

function Overview({ record, actions }: SectionProps) {
  return (
    <div className={styles.columns}>
      <div>
        <NextPanel record={record} />
        <OpenPanel record={record} onAddCoverage={actions.addCoverage} />
        <CoveragePanel record={record} onAdd={actions.addCoverage} onChange={actions.changeCoverage} />
      </div>
      <div>
        <PastPanel record={record} />
        <HistoryPanel record={record} />
        <PaymentsPanel record={record} />
      </div>
    </div>
  )
}

const LazyConsents = lazy(async () => {
  const { ConsentsSection } = await import('../consents/index.ts')
  return { default: ConsentsSection }
})

function Consents({ record }: SectionProps) {
  return <LazyConsents patientId={record.patient.id} />
}

function Documents({ record }: SectionProps) {
  return <DocumentsSection patientId={record.patient.id} />
}

const LazyEstimates = lazy(async () => {
  const { EstimatesSection } = await import('../estimates/index.ts')
  return { default: EstimatesSection }
})

function Estimates({ record }: SectionProps) {
  return <LazyEstimates patientId={record.patient.id} />
}

const LazyDetails = lazy(async () => {
  const { DetailsSection } = await import('./details/index.ts')
  return { default: DetailsSection }
})

function DetailsOf({ record }: SectionProps) {
  return <LazyDetails patientId={record.patient.id} />
}

function History({ record }: SectionProps) {
  const mayExport = useMay('patient.export')
  return (
    <div className={styles.columns}>
      <div>
        <ProposalsPanel patientId={record.patient.id} />
        <ChangesPanel patientId={record.patient.id} />
        <MergedPanel record={record} />
      </div>
      <div>
        {mayExport && <CopiesPanel patientId={record.patient.id} />}
        {record.privacy.canReview && <LooksPanel patientId={record.patient.id} />}
      </div>
    </div>
  )
}
