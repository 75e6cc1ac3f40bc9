import { createHash } from 'node:crypto'
import { canonical, type Draft } from '@foyer/fhir'
import type { Temporal } from '@foyer/kernel'
import type { Clock } from '../../platform/clock.ts'
import { type Db, databaseFault } from '../../platform/database/organization-db.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { noteIn } from '../../platform/audit/audit-log.ts'
import type { AuditEntry } from '../../platform/audit/entry.ts'
import { tellIn } from '../../platform/events/tell.ts'
import { keepFindable } from '../patients/index.ts'
import { type Applied, type DraftOutcome, draftKinds } from './outcome.ts'
import { applyCoverages } from './people/apply-coverages.ts'
import { applyPatients } from './people/apply-patients.ts'
import { applyRelatedPersons } from './people/apply-related-persons.ts'
import { applyOrganizations } from './people/payers.ts'
import { nameLine } from './person-text.ts'
import { applyLocations, applyPractitionerRoles, applyPractitioners } from './places/apply-places.ts'
import { saveReferences, selectReferences } from './store.ts'
import { applyAppointments } from './visits/apply-appointments.ts'
import { applyEncounters } from './visits/apply-encounters.ts'
import { type Apply, type Pending, sourceKey, type Work } from './work.ts'

export interface ImportRun {
  readonly organization: { readonly id: string; readonly db: Db }
  readonly clock: Clock
  /** Names the sender; with a draft's key it is the identity of a record at every import. */
  readonly source: string
  /** Stands in the audit trail as the request. */
  readonly runId: string
  readonly onProgress?: (done: number) => void
}

const BATCH = 200
/** A kind that stands for a person who was here before the source spoke of them. */
const SHARED_PATIENT = 'patient-shared'

const appliers: { readonly [K in Draft['kind']]: Apply<Extract<Draft, { kind: K }>> } = {
  organization: applyOrganizations,
  location: applyLocations,
  practitioner: applyPractitioners,
  'practitioner-role': applyPractitionerRoles,
  patient: applyPatients,
  'related-person': applyRelatedPersons,
  coverage: applyCoverages,
  appointment: applyAppointments,
  encounter: applyEncounters,
}

function apply<D extends Draft>(work: Work, kind: D['kind'], batch: readonly Pending<D>[]): Promise<Applied[]> {
  // A batch holds drafts of one kind only, so the applier of that kind takes them.
  const applier = appliers[kind] as unknown as Apply<D>
  return applier(work, batch)
}

function namesOf(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const draft of drafts) {
    if (draft.kind === 'organization') names.set(draft.key, draft.name)
    if (draft.kind === 'practitioner') names.set(draft.key, nameLine(draft.name))
  }
  return names
}

/** Why the database did not take a record, in words for the person who imports; null for a fault of the system. */
function refusalOf(error: unknown): string | null {
  const fault = databaseFault(error)
  if (fault?.constraint === 'no_double_booking') return 'a clinician has another visit at that time'
  if (fault?.constraint === 'patient_once') return 'the person has another visit at that time'
  if (fault?.code.startsWith('22')) return 'a value cannot be stored'
  if (fault?.code.startsWith('23')) return `contradicts what is here (${fault.constraint ?? fault.code})`
  return null
}

/**
 * Writes the drafts of one source. Each batch is one transaction with its audit entries; a record that the database
 * refuses is rejected by itself. The same drafts again change nothing. Answers what became of each draft.
 */
export async function importDrafts(run: ImportRun, drafts: readonly Draft[]): Promise<DraftOutcome[]> {
  const { db } = run.organization
  const now = run.clock.now()
  const names = namesOf(drafts)
  const answers: DraftOutcome[] = []

  async function settle(batch: readonly Draft[]): Promise<DraftOutcome[]> {
    try {
      return await inTransaction(db, (inside) => writeBatch({ run, db: inside, now, names }, batch))
    } catch (error) {
      const reason = refusalOf(error)
      const [only] = batch
      if (reason === null || !only) throw error
      if (batch.length === 1) return [outcome(only, 'rejected', reason)]
      const middle = batch.length >> 1
      return [...(await settle(batch.slice(0, middle))), ...(await settle(batch.slice(middle)))]
    }
  }

  const byKind = Map.groupBy(drafts, (draft) => draft.kind)
  for (const kind of draftKinds) {
    const ofKind = byKind.get(kind) ?? []
    for (let from = 0; from < ofKind.length; from += BATCH) {
      answers.push(...(await settle(ofKind.slice(from, from + BATCH))))
      run.onProgress?.(answers.length)
    }
  }
  const changed = answers.filter((answer) => answer.outcome === 'created' || answer.outcome === 'updated')
  // One event a run, not one a record: whoever watches reads again.
  const isSetup = (kind: Draft['kind']): boolean =>
    kind === 'organization' || kind === 'coverage' || kind === 'location' || kind.startsWith('practitioner')
  if (changed.some(({ kind }) => isSetup(kind) || kind === 'appointment'))
    await tellIn(db, now.toString(), { type: 'practice.changed', id: run.organization.id })
  if (changed.some(({ kind }) => !isSetup(kind) || kind === 'coverage'))
    await tellIn(db, now.toString(), { type: 'patient.changed', id: run.organization.id })
  return answers
}

interface Inside {
  readonly run: ImportRun
  readonly db: Db
  readonly now: Temporal.Instant
  readonly names: ReadonlyMap<string, string>
}

async function writeBatch({ run, db, now, names }: Inside, batch: readonly Draft[]): Promise<DraftOutcome[]> {
  const keyOf = (draft: Draft): string => sourceKey(run.source, draft.key)
  const known = new Map((await selectReferences(db, batch.map(keyOf))).map((row) => [row.source_key, row]))
  const hashes = new Map(batch.map((draft) => [draft, createHash('sha256').update(canonical(draft)).digest('hex')]))
  const pending = batch
    .filter((draft) => known.get(keyOf(draft))?.content_hash !== hashes.get(draft))
    .map((draft): Pending => {
      const before = known.get(keyOf(draft))
      return {
        draft,
        recordId: before?.record_id ?? null,
        shared: before?.kind === SHARED_PATIENT,
        written: (before?.written ?? null) as Pending['written'],
      }
    })
  const work: Work = { db, source: run.source, now, names, newId: () => run.clock.id() }
  const [first] = pending
  const applied = first ? await apply(work, first.draft.kind, pending) : []
  const became = new Map(pending.map(({ draft }, index) => [draft, applied[index]]))

  await saveReferences(
    db,
    pending.flatMap(({ draft }) => {
      const answer = became.get(draft)
      if (answer?.is !== 'written') return []
      const kind = answer.shared ? SHARED_PATIENT : draft.kind
      const content_hash = hashes.get(draft) ?? ''
      const written = answer.wrote ?? null
      return [{ source_key: keyOf(draft), kind, record_id: answer.recordId, content_hash, written }]
    }),
  )
  await keepFindable(
    db,
    applied.flatMap((answer) => (answer.is === 'written' ? (answer.patientId ?? []) : [])),
  )
  await noteIn(db, auditEntries(run, now, pending, applied))
  return batch.map((draft) => {
    const answer = became.get(draft)
    if (!answer) return outcome(draft, 'unchanged', null)
    if (answer.is !== 'written') return outcome(draft, answer.is, answer.reason)
    return outcome(draft, known.has(keyOf(draft)) ? 'updated' : 'created', answer.left ?? null)
  })
}

function outcome(draft: Draft, became: DraftOutcome['outcome'], reason: string | null): DraftOutcome {
  return { kind: draft.kind, key: draft.key, path: draft.path, outcome: became, reason }
}

function auditEntries(
  run: ImportRun,
  now: Temporal.Instant,
  pending: readonly Pending[],
  applied: readonly Applied[],
): AuditEntry[] {
  return pending.flatMap(({ draft }, index) => {
    const answer = applied[index]
    if (answer?.is !== 'written' || answer.patientId === undefined) return []
    return {
      at: now.toString(),
      actor_id: null,
      actor_name: 'foyer import',
      actor_role: 'system',
      action: `import.${draft.kind}`,
      outcome: 'ok',
      patient_id: answer.patientId,
      patient_ids: null,
      subject_id: answer.recordId,
      reason: null,
      request_id: run.runId,
    }
  })
}
