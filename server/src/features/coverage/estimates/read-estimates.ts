import { type estimates, type Reply, roleMay } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { presentName } from '../../patients/index.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { presentEstimate } from './present.ts'
import { findPerson, hasEmail, selectEstimates, selectVisitsToCome } from './store.ts'

type List = Reply<typeof estimates.listEstimates>

export async function listEstimates(
  ctx: Ctx,
  { practices, sendsLinks }: { readonly practices: PracticeBook; readonly sendsLinks: boolean },
  patientId: string,
): Promise<List> {
  ctx.touch(patientId)
  const { db, now } = ctx
  const [practice, person, rows, email, visits] = await Promise.all([
    practices.read(ctx.organization),
    findPerson(db, patientId),
    selectEstimates(db, patientId),
    hasEmail(db, patientId),
    selectVisitsToCome(db, patientId, now.toString()),
  ])
  if (!person) throw new Problem('not-found')
  const may = (permission: Parameters<typeof roleMay>[1]) => roleMay(ctx.actor.role, permission)
  return {
    estimates: rows.map((row) => presentEstimate(row, practice, now)),
    language: person.language,
    name: displayName(presentName(person)),
    hasEmail: email,
    visits: visits.map((visit) => ({
      appointmentId: visit.id,
      visitTypeId: visit.visit_type_id,
      siteId: visit.site_id,
      start: visit.starts_at,
      date: visit.date,
      // The check of the column lets in only these.
      said: visit.pays as List['visits'][number]['said'],
    })),
    can: {
      want: may('coverage.ask'),
      make: may('estimate.make'),
      sign: may('consent.record'),
      sendLinks: sendsLinks,
    },
  }
}
