import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { hashPassword } from '../../../platform/auth/password.ts'
import type { Ctx } from '../../../platform/context.ts'
import { databaseFault } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { staffChanged } from '../events.ts'
import { presentStaff } from '../present.ts'
import { insertStaff } from './store.ts'
import { siteExists } from '../store.ts'

type Added = Result<Reply<typeof practice.addStaff>, Refusal<typeof practice.addStaff>>

export async function addStaff(ctx: Ctx, body: Body<typeof practice.addStaff>): Promise<Added> {
  const { name, role, homeSiteId, password } = body
  const email = body.email.toLowerCase()
  const passwordHash = await hashPassword(password)
  const id = ctx.newId()
  ctx.touch([], id)
  try {
    return await ctx.tx(async (db): Promise<Added> => {
      if (homeSiteId !== null && !(await siteExists(db, homeSiteId))) throw new Problem('not-found')
      await insertStaff(db, { id, name, email, role, homeSiteId, passwordHash, createdAt: ctx.now.toString() })
      await ctx.tell(db, staffChanged(id))
      return ok(presentStaff({ id, name, email, role, homeSiteId, active: true, hasTotp: false }))
    })
  } catch (error) {
    if (databaseFault(error)?.constraint === 'staff_email_key') return refuse({ reason: 'email-taken' })
    throw error
  }
}
