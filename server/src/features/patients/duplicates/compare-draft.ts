import type { Body, duplicates, Reply } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { emailContact, phoneContact } from '../contact.ts'
import { viewerOf } from '../restricted/gate.ts'
import { findAlike } from '../find-duplicates.ts'

type Spec = typeof duplicates.compareDraft

/** So little was typed that whoever is like it would be half the practice. */
function saysTooLittle(body: Body<Spec>): boolean {
  const names = [body.given, body.family].filter((name) => name.length >= 2).length
  return names < 2 && !(names === 1 && body.birthDate !== null) && body.phone.length < 7 && body.email.length < 5
}

export async function compareDraft(ctx: Ctx, body: Body<Spec>): Promise<Reply<Spec>> {
  if (saysTooLittle(body)) return { candidates: [] }
  const phone = body.phone === '' ? null : phoneContact(body.phone)
  const candidates = await findAlike(
    ctx.db,
    viewerOf(ctx),
    {
      given: body.given,
      family: body.family,
      ...(body.middle ? { middle: body.middle } : {}),
      ...(body.preferred ? { preferred: body.preferred } : {}),
      ...(body.suffix ? { suffix: body.suffix } : {}),
    },
    {
      birthDate: body.birthDate,
      sex: body.sex,
      phone,
      email: body.email === '' ? null : emailContact(body.email),
      address: {
        ...(body.line ? { line: body.line } : {}),
        ...(body.postalCode ? { postalCode: body.postalCode } : {}),
      },
    },
  )
  ctx.touch(candidates.map(({ id }) => id))
  return { candidates: [...candidates] }
}
