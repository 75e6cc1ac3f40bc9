import type { Body, Refusal, Reply, selfBooking } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { guest } from '../../platform/auth/sessions.ts'
import { newToken, tokenHash } from '../../platform/auth/tokens.ts'
import type { Ctx } from '../../platform/context.ts'
import { databaseFault } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import { hold } from '../scheduling/index.ts'
import { type Also, alongside } from './alongside.ts'
import { isSelfBookable, MOST_HELD, MOST_KEEPS, MOST_OF_ADDRESS, placesOf, SECRET_MINUTES } from './policy.ts'
import { checkProof } from './proof.ts'
import type { Step } from './step.ts'
import { countUse, deleteOld, insertRow, selectByToken, updateKept } from './store.ts'
import { nextTimes, offered } from './times.ts'

type Spec = typeof selfBooking.keepTime

/** With what somebody may keep a time: the secret they have, or a proof of work for a new one. */
type Ticket =
  | { readonly token: string; readonly rowId: string }
  | { readonly token: string; readonly rowId: null; readonly challenge: Buffer; readonly addressHash: Buffer }

/** Keeps a time that was offered, for ten minutes. Nobody keeps two. */
export async function keepTime(step: Step, input: Body<Spec>, ip: string): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { practice, keys } = step
  const visitType = keys.find([...practice.visitTypes.values()].filter(isSelfBookable), input.visitType)
  const site = keys.find(practice.sites.values(), input.place)
  if (!visitType || !site || !placesOf(practice, visitType.id).includes(site.id)) throw new Problem('not-found')
  // Only a machine fills in what nobody sees.
  if (input.website !== '') return refuse({ reason: 'too-many' })
  const ticket =
    input.token === null ? await newTicket(step, input.proof, ip) : await knownTicket(step.ctx, input.token)
  if (!ticket.ok) return ticket

  const { token } = ticket.value
  const ctx = { ...step.ctx, actor: guest(tokenHash(token)) }
  const wish = { visitType, site }
  const lost = async (): Promise<Result<never, Refusal<Spec>>> =>
    refuse({ reason: 'opening-taken', next: await nextTimes(step, wish, input.start) })
  const opening = await offered(step, wish, input)
  if (!opening) return lost()

  const place = { visitTypeId: visitType.id, siteId: site.id }
  const assignments = opening.assignments.map(({ role, resourceId }) => ({ role, resourceId }))
  try {
    const noting = alongside(ctx, (kept) => note(ctx, ticket.value, { ...place, holdId: kept.id }))
    const kept = await hold(noting, practice, { ...place, start: opening.start, assignments, patientId: null })
    if (!kept.ok) return lost()
    const lead = practice.resources.get(assignments.find(({ role }) => role === 'clinician')?.resourceId ?? '')
    return ok({
      token,
      expiresAt: kept.value.expiresAt,
      start: opening.start,
      end: opening.end,
      clinician: lead ? { key: keys.keyOf(lead.id), name: lead.name } : null,
      timeZone: site.timeZone,
    })
  } catch (error) {
    // The challenge was used before, perhaps a moment ago.
    const fault = databaseFault(error)
    if (fault?.code === '23505' && fault.constraint === 'self_booking_challenge_key')
      return refuse({ reason: 'proof-needed' })
    throw error
  }
}

async function newTicket(
  { ctx, keys }: Step,
  proof: Body<Spec>['proof'],
  ip: string,
): Promise<Result<Ticket, Refusal<Spec>>> {
  const challenge = proof && checkProof(keys.sign, ctx.now.epochMilliseconds, proof)
  if (!challenge) return refuse({ reason: 'proof-needed' })
  const addressHash = keys.addressHash(ip)
  const since = ctx.now.subtract({ hours: 1 }).toString()
  const use = await countUse(ctx.db, addressHash, since, ctx.now.toString())
  if (Number(use.fromAddress) >= MOST_OF_ADDRESS || Number(use.held) >= MOST_HELD) return refuse({ reason: 'too-many' })
  return ok({ token: newToken(), rowId: null, challenge, addressHash })
}

async function knownTicket(ctx: Ctx, token: string): Promise<Result<Ticket, Refusal<Spec>>> {
  const row = await selectByToken(ctx.db, tokenHash(token))
  if (!row || row.appointment_id !== null || Date.parse(row.expires_at) <= ctx.now.epochMilliseconds)
    return refuse({ reason: 'begin-again' })
  return row.keeps >= MOST_KEEPS ? refuse({ reason: 'too-many' }) : ok({ token, rowId: row.id })
}

function note(
  ctx: Ctx,
  ticket: Ticket,
  kept: { readonly visitTypeId: string; readonly siteId: string; readonly holdId: string },
): Also {
  const { db, now } = ctx
  const expiresAt = now.add({ minutes: SECRET_MINUTES }).toString()
  if (ticket.rowId !== null) return { statements: [updateKept(db, ticket.rowId, { ...kept, expiresAt })] }
  const { challenge, addressHash } = ticket
  const hash = tokenHash(ticket.token)
  const row = { id: ctx.newId(), tokenHash: hash, challenge, addressHash, ...kept, at: now.toString(), expiresAt }
  return { statements: [deleteOld(db, now.subtract({ hours: 1 }).toString()), insertRow(db, row)] }
}
