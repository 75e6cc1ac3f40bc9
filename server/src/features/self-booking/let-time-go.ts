import { ok, type Result } from '@foyer/kernel'
import { guest } from '../../platform/auth/sessions.ts'
import { tokenHash } from '../../platform/auth/tokens.ts'
import { letGoHolds } from '../scheduling/index.ts'
import type { Step } from './step.ts'

/** Lets the time go that is kept under this secret, and tells so; where there is none, nothing has to be done. */
export function letTimeGo({ ctx, practice }: Step, token: string): Promise<Result<object, never>> {
  const own = { ...ctx, actor: guest(tokenHash(token)) }
  return own.tx<object, never>(async (db) => {
    await letGoHolds(own, db, practice)
    return ok({})
  })
}
