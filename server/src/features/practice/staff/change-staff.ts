import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { sessionEnded, staffChanged } from '../events.ts'
import { presentStaff } from '../present.ts'
import { leavesNoManager } from '../rules.ts'
import { endKeys, endSessions, lockManagers, selectStaffMember, updateStaff } from './store.ts'
import { siteExists } from '../store.ts'

type Changed = Result<Reply<typeof practice.changeStaff>, Refusal<typeof practice.changeStaff>>

/** A closed account is signed out everywhere, and the keys that stand on it end with it. */
export async function changeStaff(
  ctx: Ctx,
  staffId: string,
  { homeSiteId, ...rest }: Body<typeof practice.changeStaff>,
): Promise<Changed> {
  ctx.touch([], staffId)
  return ctx.tx(async (db): Promise<Changed> => {
    const managers = await lockManagers(db)
    const before = await selectStaffMember(db, staffId)
    if (!before) throw new Problem('not-found')
    const change = { ...rest, homeSiteId: homeSiteId === undefined ? before.homeSiteId : homeSiteId }
    if (change.homeSiteId !== null && !(await siteExists(db, change.homeSiteId))) throw new Problem('not-found')
    if (leavesNoManager(managers, staffId, change)) return refuse({ reason: 'last-manager' })
    await updateStaff(db, staffId, change)
    if (!change.active) {
      const at = ctx.now.toString()
      await endKeys(db, staffId, at)
      for (const sessionId of await endSessions(db, staffId, at)) await ctx.tell(db, sessionEnded(sessionId))
    }
    await ctx.tell(db, staffChanged(staffId))
    return ok(presentStaff({ ...before, ...change }))
  })
}
