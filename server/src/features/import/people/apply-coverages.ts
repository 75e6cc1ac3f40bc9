import type { CoverageDraft } from '@foyer/fhir'
import { changesBetween, recordImportedChanges } from '../../patients/index.ts'
import { type Applied, rejected, skipped, written } from '../outcome.ts'
import { insertRows, type NewRow } from '../store.ts'
import { type Pending, recordsOf, type Work } from '../work.ts'
import { type Columns, leftWords, openHeld } from './held.ts'
import { openPayers, type Payers } from './payers.ts'
import { lockCoverages, updateCoverage } from './store.ts'

const relationships: Readonly<Record<string, string>> = { self: 'self', spouse: 'spouse', child: 'child' }

const columns: Columns = {
  payer_id: { history: 'coverage.payer', word: 'payer' },
  plan_name: { history: 'coverage.planName', word: 'plan' },
  member_id: { history: 'coverage.memberId', word: 'member number' },
  group_number: { history: 'coverage.groupNumber', word: 'group number' },
  relationship: { history: 'coverage.relationship', word: 'relationship' },
  period_start: { history: 'coverage.periodStart', word: 'first day' },
  period_end: { history: 'coverage.periodEnd', word: 'last day' },
  coverage_order: { history: 'coverage.order', word: 'order' },
}

function saidOf(draft: CoverageDraft, payerId: string) {
  return {
    payer_id: payerId,
    plan_name: draft.planName ?? draft.type ?? null,
    member_id: draft.memberId ?? draft.subscriberId ?? null,
    group_number: draft.groupNumber ?? null,
    relationship: relationships[draft.relationship ?? 'self'] ?? 'other',
    period_start: draft.periodStart ?? null,
    period_end: draft.periodEnd ?? null,
  }
}

/** As the history of the person tells of it: the payer by its name. */
function historyOf(row: Readonly<Record<string, unknown>>, payers: Payers) {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, { history }]) => {
      if (!Object.hasOwn(row, column)) return []
      const value = row[column]
      return [[history, column === 'payer_id' && typeof value === 'string' ? payers.nameOf(value) : value]]
    }),
  )
}

function refusal(draft: CoverageDraft): Applied | null {
  if (draft.status === 'draft') return skipped('is a draft, not a coverage yet')
  if (draft.status === 'cancelled' && draft.periodEnd === undefined) return skipped('was cancelled without a date')
  if (draft.payorKey?.startsWith('Patient/') || draft.payorKey?.startsWith('RelatedPerson/'))
    return skipped('the person pays, no payer')
  return null
}

/**
 * A payer is matched by name and made when the practice has none of that name. What somebody here changed of a coverage
 * since it was imported stays; what is changed stands in the person's history.
 */
export async function applyCoverages(work: Work, batch: readonly Pending<CoverageDraft>[]): Promise<Applied[]> {
  const patients = await recordsOf(
    work,
    batch.map(({ draft }) => draft.patientKey),
  )
  const payers = await openPayers(work)
  const ids = batch.flatMap(({ recordId }) => recordId ?? [])
  const rows = new Map((await lockCoverages(work.db, ids)).map((row) => [row.id, row]))
  const held = await openHeld(work, rows.values(), columns)
  const fresh: NewRow<'coverage'>[] = []
  const changes: { patientId: string; changes: ReturnType<typeof changesBetween> }[] = []
  const answers: Applied[] = []
  for (const pending of batch) {
    const { draft, recordId } = pending
    const refused = refusal(draft)
    const patientId = patients.get(draft.patientKey)
    const payerName = draft.payorName ?? work.names.get(draft.payorKey ?? '')
    if (refused) answers.push(refused)
    else if (patientId === undefined) answers.push(rejected('its patient has not been imported'))
    else if (payerName === undefined) answers.push(rejected('payor is neither named nor in these files'))
    else {
      const said = saidOf(draft, await payers.idOf(payerName))
      const row = rows.get(recordId ?? '')
      if (recordId === null) {
        const id = work.newId()
        const fields = { ...said, coverage_order: draft.order ?? 1 }
        fresh.push({ id, patient_id: patientId, ...fields })
        changes.push({ patientId, changes: changesBetween({}, historyOf(fields, payers)) })
        answers.push(written(id, patientId, { wrote: fields }))
      } else if (row === undefined) answers.push(skipped('was taken away here'))
      else {
        const found = held(pending, {
          row,
          said: { ...said, ...(draft.order === undefined ? {} : { coverage_order: draft.order }) },
        })
        const left = leftWords(found.left, columns)
        const isChanged = Object.keys(found.write).length > 0
        if (isChanged) {
          await updateCoverage(work.db, row.id, found.write)
          const [before, after] = [historyOf(row, payers), historyOf(found.write, payers)]
          changes.push({ patientId: row.patient_id, changes: changesBetween(before, after) })
        }
        if (!isChanged && left !== null) answers.push(skipped(left))
        else answers.push(written(row.id, patientId, { wrote: found.wrote, left }))
      }
    }
  }
  await insertRows(work.db, 'coverage', fresh)
  await recordImportedChanges(work.db, changes, work.now)
  return answers
}
