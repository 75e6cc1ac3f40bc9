import type { relatives, Reply } from '@foyer/contract'
import { authorityScopes, levelOf, mayTell } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { servicesOf } from '../messages/index.ts'
import { readStanding } from './read-relatives.ts'
import { selectComing } from './store.ts'

type Spec = typeof relatives.askMayTell

/** Before anything is said: that it was asked, about whom, and what the answer was stands in the trail. */
export async function askMayTell(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Reply<Spec>> {
  const { patientId } = params
  ctx.touch(patientId, body.relatedPersonId)
  const { relatives, patient, setting } = await readStanding(ctx, ctx.db, patientId)
  const found = relatives.find(({ row }) => row.id === body.relatedPersonId)
  if (!found) throw new Problem('not-found')
  const { row, standing } = found
  const coming = await selectComing(ctx.db, patientId, ctx.now.toString())
  const services = await servicesOf(ctx.db, coming)
  const level = levelOf(standing)
  ctx.because(level)
  return {
    name: row.name,
    relationship: row.relationship,
    level,
    barred: row.barred,
    answers: authorityScopes.map((scope) => {
      const told = mayTell(standing, { scope, service: null }, patient, setting)
      return {
        scope,
        answer: told.answer,
        reason: told.reason,
        kind: told.permit?.kind ?? null,
        source: told.permit?.source ?? null,
      }
    }),
    keepSilent: coming.filter(
      (id) =>
        mayTell(standing, { scope: 'schedule', service: services.get(id) ?? null }, patient, setting).answer !== 'yes',
    ),
  }
}
