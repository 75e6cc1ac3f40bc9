import { type proposals, type Query, type Reply, roleMay } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { presentLine } from '../present.ts'
import { viewerOf } from '../restricted/gate.ts'
import { findPatient, type Patient } from '../store.ts'
import { valueText } from '../history/value-text.ts'
import { contactText, systemOf } from './contacts/contact-texts.ts'
import { type ContactRow, selectContactRows } from './contacts/store.ts'
import { policyCovering, policyField, readProposedPolicy, standingText } from './policies/proposed-policy.ts'
import { type PolicyRow, selectPolicyRows } from './policies/store.ts'
import { feedColumns, isFeedField } from './fields.ts'
import { selectOpenProposals, selectProposalsOf } from './store.ts'

interface Asked {
  readonly patient_id: string
  readonly field: string
  readonly proposed: unknown
}

/** What of the people asked about stands in tables of its own. */
export interface Beside {
  readonly contacts: readonly ContactRow[]
  readonly policies: readonly PolicyRow[]
}

/** What stands in the record now, as people read it. `beside` may be of several people. */
export function currentText(row: Partial<Patient>, asked: Asked, beside: Beside): string | null {
  const { patient_id: patientId, field } = asked
  const isTheirs = (one: { readonly patient_id: string }): boolean => one.patient_id === patientId
  if (field === policyField)
    return standingText(policyCovering(readProposedPolicy(asked.proposed), beside.policies.filter(isTheirs)))
  const system = systemOf(field)
  if (system === null) return isFeedField(field) ? valueText(row[feedColumns[field]] ?? null) : null
  const live = beside.contacts.filter((one) => isTheirs(one) && one.system === system && one.period_end === null)
  return live.length === 0 ? null : valueText(live.map(contactText))
}

/** The numbers and policies of those of whose something is asked. */
export async function besideAskedAbout(db: Db, asked: readonly Asked[]): Promise<Beside> {
  const of = (isAsked: (field: string) => boolean): readonly string[] =>
    asked.flatMap(({ patient_id, field }) => (isAsked(field) ? [patient_id] : []))
  const [reached, insured] = [of((field) => systemOf(field) !== null), of((field) => field === policyField)]
  return {
    contacts: reached.length === 0 ? [] : await selectContactRows(db, reached),
    policies: insured.length === 0 ? [] : await selectPolicyRows(db, insured),
  }
}

type Shown = Reply<typeof proposals.readProposals>['proposals'][number]

function presentProposal(
  row: Asked & { readonly source: string; readonly received_at: string },
  id: string,
  current: string | null,
): Shown {
  const about = { id, source: row.source, field: row.field, current, receivedAt: row.received_at }
  if (row.field !== policyField) return { ...about, proposed: valueText(row.proposed), policy: null }
  const { payer, knownAs, memberId, groupNumber, order, from, until, holder } = readProposedPolicy(row.proposed)
  return { ...about, proposed: payer, policy: { payer, knownAs, memberId, groupNumber, order, from, until, holder } }
}

export async function listProposals(
  ctx: Ctx,
  { limit }: Query<typeof proposals.listProposals>,
): Promise<Reply<typeof proposals.listProposals>> {
  const { total, rows } = await selectOpenProposals(ctx.db, limit, viewerOf(ctx))
  const beside = await besideAskedAbout(ctx.db, rows)
  ctx.touch([...new Set(rows.map((row) => row.patient_id))])
  return {
    total,
    proposals: rows.map((row) => ({
      ...presentProposal(row, row.proposal_id, currentText(row as Partial<Patient>, row, beside)),
      patient: presentLine({ ...row, id: row.patient_id }),
    })),
  }
}

export async function readProposals(ctx: Ctx, patientId: string): Promise<Reply<typeof proposals.readProposals>> {
  ctx.touch(patientId)
  const [patient, rows] = await Promise.all([findPatient(ctx.db, patientId), selectProposalsOf(ctx.db, patientId)])
  if (!patient) throw new Problem('not-found')
  const beside = await besideAskedAbout(ctx.db, rows)
  return {
    proposals: rows.map((row) => presentProposal(row, row.id, currentText(patient, row, beside))),
    can: { decide: roleMay(ctx.actor.role, 'patient.change') },
  }
}
