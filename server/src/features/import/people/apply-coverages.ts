import type { CoverageDraft } from '@foyer/fhir'
import { type Applied, rejected, skipped, written } from '../outcome.ts'
import { insertRows, type NewRow } from '../store.ts'
import { type Pending, recordsOf, type Work } from '../work.ts'
import { openPayers } from './payers.ts'
import { updateCoverage } from './store.ts'

const relationships: Readonly<Record<string, string>> = { self: 'self', spouse: 'spouse', child: 'child' }

function refusal(draft: CoverageDraft): Applied | null {
  if (draft.status === 'draft') return skipped('is a draft, not a coverage yet')
  if (draft.status === 'cancelled' && draft.periodEnd === undefined) return skipped('was cancelled without a date')
  if (draft.payorKey?.startsWith('Patient/') || draft.payorKey?.startsWith('RelatedPerson/'))
    return skipped('the person pays, no payer')
  return null
}

/** A payer is matched by name and made when the practice has none of that name. */
export async function applyCoverages(work: Work, batch: readonly Pending<CoverageDraft>[]): Promise<Applied[]> {
  const patients = await recordsOf(
    work,
    batch.map(({ draft }) => draft.patientKey),
  )
  const payers = await openPayers(work)
  const fresh: NewRow<'coverage'>[] = []
  const answers: Applied[] = []
  for (const { draft, recordId } of batch) {
    const refused = refusal(draft)
    const patientId = patients.get(draft.patientKey)
    const payerName = draft.payorName ?? work.names.get(draft.payorKey ?? '')
    if (refused) answers.push(refused)
    else if (patientId === undefined) answers.push(rejected('its patient has not been imported'))
    else if (payerName === undefined) answers.push(rejected('payor is neither named nor in these files'))
    else {
      const id = recordId ?? work.newId()
      const fields = {
        payer_id: await payers.idOf(payerName),
        plan_name: draft.planName ?? draft.type ?? null,
        member_id: draft.memberId ?? draft.subscriberId ?? null,
        group_number: draft.groupNumber ?? null,
        relationship: relationships[draft.relationship ?? 'self'] ?? 'other',
        period_start: draft.periodStart ?? null,
        period_end: draft.periodEnd ?? null,
        coverage_order: draft.order ?? 1,
      }
      if (recordId === null) fresh.push({ id, patient_id: patientId, ...fields })
      else await updateCoverage(work.db, id, fields)
      answers.push(written(id, patientId))
    }
  }
  await insertRows(work.db, 'coverage', fresh)
  return answers
}
