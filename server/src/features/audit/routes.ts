import { audit } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { verifySeal } from '../../platform/audit/verify.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { listEntries } from './list-entries.ts'

export function auditRoutes({ key }: { key: Buffer }): readonly Route[] {
  return [
    route(audit.listAudit, async (ctx, { query }) => ok(await listEntries(ctx, query))),
    route(audit.readSeal, async (ctx) => {
      const report = await verifySeal(ctx.db, key)
      return ok({ ...report, faults: [...report.faults] })
    }),
  ]
}
