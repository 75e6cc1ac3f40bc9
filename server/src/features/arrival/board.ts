import type { arrival, Reply } from '@foyer/contract'
import { dateAt, dayBounds } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { mayOpen, selectConsentTexts } from '../patients/index.ts'
import type { PracticeBook } from '../practice/index.ts'
import { meanWaitMinutes } from './mean-wait.ts'
import { presentVisit } from './present.ts'
import { selectDay, selectDaySteps, selectRoomsInUse } from './store.ts'
import { missingAt, visitOf } from './visit.ts'

export async function readBoard(
  ctx: Ctx,
  practices: PracticeBook,
  { siteId, date }: { readonly siteId: string; readonly date: string },
): Promise<Reply<typeof arrival.readBoard>> {
  const practice = await practices.read(ctx.organization)
  const site = practice.sites.get(siteId)
  if (!site) throw new Problem('not-found')
  const { timeZone } = site
  const bounds = dayBounds(date, timeZone)
  const span = { siteId, from: bounds.start.toString(), until: bounds.end.toString() }
  const [rows, steps, inUse, texts] = await Promise.all([
    selectDay(ctx.db, span),
    selectDaySteps(ctx.db, span),
    selectRoomsInUse(ctx.db, siteId),
    selectConsentTexts(ctx.db),
  ])
  const patientIds = [...new Set(rows.map((row) => row.patient_id))]
  ctx.touch(patientIds, siteId)
  const [open, missingOf] = await Promise.all([mayOpen(ctx, ctx.db, patientIds), missingAt(ctx.db, practice, rows)])
  const stepsOf = Map.groupBy(steps, (step) => step.appointment_id)
  const viewer = { role: ctx.actor.role, today: dateAt(ctx.now, timeZone), practice }
  const whoIsIn = new Map(inUse.map((visit) => [visit.room_id, visit.id]))
  return {
    siteId,
    date,
    timeZone,
    visits: rows.map((row) =>
      presentVisit(
        visitOf(row, practice, { texts, registrationMissing: missingOf(row) }, { timeZone, date }),
        stepsOf.get(row.id) ?? [],
        {
          ...viewer,
          isShut: !open.has(row.patient_id),
        },
      ),
    ),
    rooms: [...practice.resources.values()]
      .filter((room) => room.kind === 'room' && room.siteId === siteId && (room.active || whoIsIn.has(room.id)))
      .map((room) => ({ id: room.id, name: room.name, appointmentId: whoIsIn.get(room.id) ?? null })),
    meanWaitMinutes: meanWaitMinutes(steps),
  }
}
