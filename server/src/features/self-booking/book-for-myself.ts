import type { Body, Refusal, Reply, selfBooking } from '@foyer/contract'
import { dateAt, ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { guest } from '../../platform/auth/sessions.ts'
import { sameText, tokenHash } from '../../platform/auth/tokens.ts'
import type { Ctx } from '../../platform/context.ts'
import { type Db, runIn } from '../../platform/database/organization-db.ts'
import { matchSelf, patientRegistered, registerSelf, type SelfMatch } from '../patients/index.ts'
import { book, hasInterpreterNow, markSelfBooked, selectSelfVisit, type SelfVisit } from '../scheduling/index.ts'
import type { Site } from '../practice/index.ts'
import { selfBookingRequested } from './events.ts'
import { MOST_TRIES } from './policy.ts'
import type { Step } from './step.ts'
import {
  countTry,
  type Held,
  type Said,
  selectByToken,
  selectHeld,
  type SelfBookingRow,
  updateBooked,
} from './store.ts'
import { nextTimes } from './times.ts'
import { type Parts, withInterpreter } from './with-interpreter.ts'
import { within } from './within.ts'

type Spec = typeof selfBooking.bookForMyself
type Answer = Result<Reply<Spec>, Refusal<Spec>>

/**
 * Books the time that is kept. With the right code the address is theirs: the visit goes to the one record that agrees in
 * name, birth date and that address, else to a new one, and is set at once where the visit type allows it and an
 * interpreter is free for whoever needs one. Without a code nothing is proven: the visit goes to a new record and waits for the desk, whoever else is called so.
 */
export async function bookForMyself(step: Step, input: Body<Spec>): Promise<Answer> {
  const hash = tokenHash(input.token)
  const { db, now } = step.ctx
  const row = await selectByToken(db, hash)
  if (!row) return refuse({ reason: 'begin-again' })
  if (row.appointment_id !== null) return bookedBefore(step, row.appointment_id)
  const { person } = row
  if (!person || Date.parse(row.expires_at) <= now.epochMilliseconds) return refuse({ reason: 'begin-again' })
  const code = await checkCode(step, row, input.code)
  if (!code.ok) return code
  const held = await selectHeld(db, hash)
  if (!held) return (await bookedMeanwhile(step, hash)) ?? lost(step, row, now.toString())
  return save({ ...step, ctx: { ...step.ctx, actor: guest(hash) } }, row, person, held, code.value)
}

/** Answers whether the person has shown that they read mail at the address they named. */
async function checkCode(
  { ctx, keys }: Step,
  row: SelfBookingRow,
  code: string | null,
): Promise<Result<boolean, Refusal<Spec>>> {
  if (code === null || row.code_hash === null) return ok(false)
  const tries = await countTry(ctx.db, row.id)
  const isRight = sameText(keys.codeHash(row.id, code).toString('hex'), row.code_hash.toString('hex'))
  if (isRight && tries <= MOST_TRIES) return ok(true)
  return refuse({ reason: 'wrong-code', left: Math.max(0, MOST_TRIES - tries) })
}

async function save(step: Step, row: SelfBookingRow, person: Said, held: Held, isProven: boolean): Promise<Answer> {
  const { practice } = step
  const { db } = step.ctx
  const visitType = practice.visitTypes.get(held.visit_type_id)
  const site = practice.sites.get(held.site_id)
  if (!visitType?.rules.selfBooking || !site) return refuse({ reason: 'begin-again' })
  const match = await matchSelf(db, person, isProven ? person.email : null)
  if (isProven && match.sameId === null && visitType.rules.selfBookingForNew !== true)
    return refuse({ reason: 'call-us' })
  const isWaiting = !isProven || visitType.rules.selfBooking === 'approval'
  const asKept = { ...step, row, person, held, match, site, parts: held.assignments, isPending: isWaiting }
  const wish = { visitType, site, patientId: match.sameId }
  const { isLacking, parts } = await withInterpreter(step, wish, held)
  const first = parts ? await saveOnce({ ...asKept, parts }) : null
  // Whoever interprets may have been taken a moment ago; the time that is kept is still there.
  const booked = first && !isTaken(first) ? first : await saveOnce({ ...asKept, isPending: isWaiting || isLacking })
  if (booked.ok) {
    const visit = await selectSelfVisit(db, booked.value.id)
    if (visit) return ok(await replyOf(step, visit))
  }
  const meanwhile = await bookedMeanwhile(step, row.token_hash)
  if (meanwhile) return meanwhile
  return isTaken(booked) ? lost(step, row, held.starts_at, match.sameId) : refuse({ reason: 'call-us' })
}

interface Saving extends Step {
  readonly row: SelfBookingRow
  readonly person: Said
  readonly held: Held
  readonly match: SelfMatch
  readonly site: Site
  readonly parts: Parts
  readonly isPending: boolean
}

/** The record, the visit and what is noted of both: all of it or nothing, whatever happens in between. */
function saveOnce({ ctx, practice, row, person, held, match, site, parts, isPending }: Saving) {
  const date = dateAt(Temporal.Instant.from(held.starts_at), site.timeZone)
  return ctx.tx(async (tx) => {
    const made = match.sameId === null ? await register(ctx, tx, person) : null
    // One of both is there by construction.
    const patientId = match.sameId ?? made ?? ''
    if (made !== null) await ctx.tell(tx, patientRegistered(made))
    const saved = await book(within(ctx, tx), practice, {
      visitTypeId: held.visit_type_id,
      siteId: site.id,
      start: held.starts_at,
      assignments: [...parts],
      patientId,
      holdId: held.id,
      note: null,
      language: person.language,
    })
    if (!saved.ok) return saved
    const { id } = saved.value
    await runIn(tx, markSelfBooked(tx, id, isPending ? 'pending' : null))
    const noted = { appointmentId: id, madePatientId: made, possibleIds: possibleOf(match, made) }
    await runIn(tx, updateBooked(tx, row.id, noted))
    if (isPending) await ctx.tell(tx, selfBookingRequested({ id, patientId, siteId: site.id, date }))
    return saved
  })
}

function isTaken(answer: Result<unknown, { readonly reason: string }>): boolean {
  return !answer.ok && ['opening-taken', 'hold-expired', 'patient-busy'].includes(answer.error.reason)
}

function register(ctx: Ctx, tx: Db, person: Said): Promise<string> {
  // Without consent no address is kept that mail could go to by itself.
  return registerSelf(ctx, tx, person.mayWrite ? person : { ...person, email: null })
}

function possibleOf({ possibleIds }: SelfMatch, made: string | null): readonly string[] {
  return made === null ? [] : possibleIds
}

async function lost(step: Step, row: SelfBookingRow, start: string, patientId: string | null = null): Promise<Answer> {
  const visitType = step.practice.visitTypes.get(row.visit_type_id)
  const site = step.practice.sites.get(row.site_id)
  if (!visitType || !site) return refuse({ reason: 'begin-again' })
  return refuse({
    reason: 'opening-taken',
    next: await nextTimes(step, { visitType, site, patientId }, start),
  })
}

/** Somebody who taps twice asks twice at once: whoever of the two comes second is told of the visit that there is. */
async function bookedMeanwhile(step: Step, hash: Buffer): Promise<Answer | null> {
  const row = await selectByToken(step.ctx.db, hash)
  return row?.appointment_id ? bookedBefore(step, row.appointment_id) : null
}

/** The same secret again is the same request again. */
async function bookedBefore(step: Step, appointmentId: string): Promise<Answer> {
  const { ctx } = step
  const visit = await selectSelfVisit(ctx.db, appointmentId)
  if (visit?.status !== 'booked') return refuse({ reason: 'begin-again' })
  ctx.touch(visit.patient_id, visit.id)
  return ok(await replyOf(step, visit))
}

async function replyOf({ ctx, practice, keys }: Step, visit: SelfVisit): Promise<Reply<Spec>> {
  return {
    state: visit.approval === 'pending' ? 'pending' : 'booked',
    start: visit.starts_at,
    end: visit.ends_at,
    timeZone: practice.sites.get(visit.site_id)?.timeZone ?? 'UTC',
    isInterpreted: await hasInterpreterNow(ctx.db, visit.id),
    visit: keys.visitSecret(visit.id),
  }
}
