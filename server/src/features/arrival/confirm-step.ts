import type { arrival, Body, Reply } from '@foyer/contract'
import { assertNever, dateAt, ok, type Result } from '@foyer/kernel'
import { primaryOn } from '@foyer/readiness'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { checkOpen, confirmContact } from '../patients/index.ts'
import type { PracticeBook } from '../practice/index.ts'
import { visitStep } from './events.ts'
import { presentSteps } from './present.ts'
import { setCoverageChecked, setIdentityConfirmed } from './store.ts'
import { readVisit, takeVisit, type Visit } from './visit.ts'

type ConfirmInput = { readonly appointmentId: string } & Body<typeof arrival.confirmStep>

/** The coverage that the visit goes to first; facts come in the order of the rows. */
function primaryId({ row, facts }: Visit): string | null {
  const primary = primaryOn(facts.coverages, facts.date)
  return row.coverages.find((_, index) => facts.coverages[index] === primary)?.id ?? null
}

async function note(ctx: Ctx, db: Db, visit: Visit, { step, done }: ConfirmInput): Promise<void> {
  const { row } = visit
  const today = dateAt(ctx.now, visit.timeZone)
  switch (step) {
    case 'identity':
      return setIdentityConfirmed(db, row.id, done)
    case 'contact':
      return confirmContact(ctx, db, row.patient_id, { before: row.contact_confirmed_on, on: done ? today : null })
    case 'coverage': {
      const coverageId = primaryId(visit)
      if (coverageId === null) return undefined
      return setCoverageChecked(db, coverageId, done ? { at: ctx.now.toString(), by: ctx.actor.name } : null)
    }
    default:
      return assertNever(step)
  }
}

export async function confirmStep(
  ctx: Ctx,
  practices: PracticeBook,
  input: ConfirmInput,
): Promise<Result<Reply<typeof arrival.confirmStep>, never>> {
  const practice = await practices.read(ctx.organization)
  return ctx.tx(async (db) => {
    const visit = await takeVisit(db, practice, input.appointmentId)
    ctx.touch(visit.row.patient_id, input.appointmentId)
    await checkOpen(ctx, db, visit.row.patient_id)
    await note(ctx, db, visit, input)
    await ctx.tell(db, visitStep(visit))
    return ok({ steps: presentSteps(await readVisit(db, practice, input.appointmentId)) })
  })
}
