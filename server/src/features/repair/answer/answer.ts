import type { Body, Refusal, repair, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { AuditEntry } from '../../../platform/audit/entry.ts'
import { tokenHash } from '../../../platform/auth/tokens.ts'
import type { Clock } from '../../../platform/clock.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Organization, Organizations } from '../../../platform/organizations.ts'
import type { Practice, PracticeBook } from '../../practice/index.ts'
import { msOf } from '../../scheduling/index.ts'
import { repairChanged } from '../events.ts'
import { type AnswerRow, saveAnswer, selectAnswer } from './store.ts'

type Read = typeof repair.readAnswer
type Give = typeof repair.giveAnswer

export interface AnswerDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
}

interface Found {
  readonly organization: Organization
  readonly practice: Practice
  readonly row: AnswerRow
}

/** A link names the practice and holds a secret. Whatever is wrong with it, the answer is the same. */
async function find({ organizations, practices }: AnswerDeps, { token }: Body<Read>): Promise<Found> {
  const at = token.indexOf('~')
  const organization = at < 0 ? null : organizations.find(token.slice(0, at))
  const row = organization && (await selectAnswer(organization.db, tokenHash(token.slice(at + 1))))
  if (!organization || !row) throw new Problem('not-found')
  return { organization, practice: await practices.read(organization), row }
}

function present({ organization, practice, row }: Found, clock: Clock): Reply<Read> {
  const site = practice.sites.get(row.site_id)
  const address = site?.address
  return {
    practice: organization.name,
    site: site?.name ?? '',
    address: address ? `${address.line}, ${address.city}, ${address.state} ${address.postalCode}` : null,
    phone: site?.phone ?? null,
    timeZone: site?.timeZone ?? 'UTC',
    start: row.starts_at,
    before: row.before,
    telehealth: practice.visitTypes.get(row.visit_type_id)?.telehealth ?? false,
    isOpen: row.status === 'booked' && msOf(row.starts_at) > clock.now().epochMilliseconds,
    // The column holds nothing else.
    answer: row.answer as Reply<Read>['answer'],
    language: row.language.split('-')[0] === 'es' ? 'es' : 'en',
  }
}

/** Who holds the link reads when and where, and is nobody the audit could name but by the link. */
function entryOf({ row }: Found, clock: Clock, reason: string | null): AuditEntry {
  return {
    at: clock.now().toString(),
    actor_id: null,
    actor_name: 'link',
    actor_role: 'none',
    action: 'repair.answer',
    outcome: 'ok',
    patient_id: row.patient_id,
    patient_ids: null,
    subject_id: row.appointment_id,
    reason,
    request_id: clock.id(),
  }
}

export async function readAnswer(deps: AnswerDeps, body: Body<Read>): Promise<Result<Reply<Read>, never>> {
  const found = await find(deps, body)
  await found.organization.auditLog.write(entryOf(found, deps.clock, null))
  return ok(present(found, deps.clock))
}

/** The same answer twice is one; another one counts from then on. Kept with its entry in the trail, or neither. */
export async function giveAnswer(
  deps: AnswerDeps,
  { token, answer }: Body<Give>,
): Promise<Result<Reply<Give>, Refusal<Give>>> {
  const found = await find(deps, { token })
  const shown = present(found, deps.clock)
  if (!shown.isOpen) return refuse({ reason: 'not-open' })
  const { organization, row } = found
  if (row.answer !== answer) {
    const entry = entryOf(found, deps.clock, answer)
    await saveAnswer(organization.db, row, answer, entry, repairChanged(row.repair_id, row.repair_site_id))
  }
  return ok({ ...shown, answer })
}
