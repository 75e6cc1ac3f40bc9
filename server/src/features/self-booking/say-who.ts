import { randomInt } from 'node:crypto'
import type { Body, Refusal, Reply, selfBooking } from '@foyer/contract'
import { dateAt, ok, refuse, type Result } from '@foyer/kernel'
import { tokenHash } from '../../platform/auth/tokens.ts'
import type { Mailer } from '../../platform/ports/mailer.ts'
import { isPhone } from '../patients/index.ts'
import { codeMail } from './mail-words.ts'
import { LEAST_SECONDS, MOST_CODES, MOST_TO_EMAIL } from './policy.ts'
import type { Step } from './step.ts'
import { countCodesTo, selectByToken, selectHeld, updatePerson, updatePersonWithCode } from './store.ts'

type Spec = typeof selfBooking.sayWho

/**
 * Notes who the visit is for and sends a code to the address they named. Nothing is looked up here, so that the answer
 * cannot tell whether the practice knows somebody of that name.
 */
export async function sayWho(
  { ctx, practice, keys }: Step,
  mailer: Mailer | null,
  input: Body<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { db, now } = ctx
  const { token, given, family, birthDate, phone, email, language, mayWrite } = input
  const hash = tokenHash(token)
  const [row, held] = await Promise.all([selectByToken(db, hash), selectHeld(db, hash)])
  if (!row || !held || row.appointment_id !== null || Date.parse(row.expires_at) <= now.epochMilliseconds)
    return refuse({ reason: 'begin-again' })
  if (input.website !== '') return refuse({ reason: 'too-many' })
  const waited = (now.epochMilliseconds - Date.parse(row.created_at)) / 1000
  if (waited < LEAST_SECONDS) return refuse({ reason: 'too-soon', seconds: Math.ceil(LEAST_SECONDS - waited) })
  if (phone === null && email === null) return refuse({ reason: 'no-contact' })
  if (phone !== null && !isPhone(phone)) return refuse({ reason: 'phone-unreadable' })
  const zone = practice.sites.get(row.site_id)?.timeZone ?? 'UTC'
  if (birthDate > dateAt(now, zone)) return refuse({ reason: 'birth-date-ahead' })

  const person = { given, family, birthDate, phone, email, language, mayWrite }
  if (mailer === null || email === null) {
    await updatePerson(db, row.id, person)
    return ok({ code: false, expiresAt: held.expires_at })
  }
  const to = keys.emailHash(email)
  if ((await countCodesTo(db, to, now.subtract({ hours: 1 }).toString())) >= MOST_TO_EMAIL)
    return refuse({ reason: 'too-many' })
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const sent = { hash: keys.codeHash(row.id, code), to, most: MOST_CODES }
  if (!(await updatePersonWithCode(db, row.id, person, sent))) return refuse({ reason: 'too-many' })
  // Nobody waits for the mail server, so an address that is slow to take it looks like any other.
  void mailer.send(codeMail(ctx.organization.name, email, code, language)).catch(() => {})
  return ok({ code: true, expiresAt: held.expires_at })
}
