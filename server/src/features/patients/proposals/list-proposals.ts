import { type proposals, type Query, type Reply, roleMay } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { presentLine } from '../present.ts'
import { viewerOf } from '../restricted/gate.ts'
import { findPatient, type Patient } from '../store.ts'
import { valueText } from '../history/value-text.ts'
import { feedColumns, isFeedField } from './fields.ts'
import { selectOpenProposals, selectProposalsOf } from './store.ts'

/** What stands in the record now, as people read it. */
export function currentText(row: Partial<Patient>, field: string): string | null {
  return isFeedField(field) ? valueText(row[feedColumns[field]] ?? null) : null
}

export async function listProposals(
  ctx: Ctx,
  { limit }: Query<typeof proposals.listProposals>,
): Promise<Reply<typeof proposals.listProposals>> {
  const { total, rows } = await selectOpenProposals(ctx.db, limit, viewerOf(ctx))
  ctx.touch([...new Set(rows.map((row) => row.patient_id))])
  return {
    total,
    proposals: rows.map((row) => ({
      id: row.proposal_id,
      source: row.source,
      field: row.field,
      current: currentText(row as Partial<Patient>, row.field),
      proposed: valueText(row.proposed),
      receivedAt: row.received_at,
      patient: presentLine({ ...row, id: row.patient_id }),
    })),
  }
}

export async function readProposals(ctx: Ctx, patientId: string): Promise<Reply<typeof proposals.readProposals>> {
  ctx.touch(patientId)
  const [patient, rows] = await Promise.all([findPatient(ctx.db, patientId), selectProposalsOf(ctx.db, patientId)])
  if (!patient) throw new Problem('not-found')
  return {
    proposals: rows.map((row) => ({
      id: row.id,
      source: row.source,
      field: row.field,
      current: currentText(patient, row.field),
      proposed: valueText(row.proposed),
      receivedAt: row.received_at,
    })),
    can: { decide: roleMay(ctx.actor.role, 'patient.change') },
  }
}
