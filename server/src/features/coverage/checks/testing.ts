import { type AnsweredSet, type Eligibility, outcomeOf, readEligibilities } from '@foyer/coverage'
import { readInterchanges } from '@foyer/x12'
import { expect } from 'vitest'
import { type PayerSandbox, sandboxCast, startPayerSandbox } from '../../../payer-sandbox/index.ts'
import { systemClock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient } from '../../patients/testing.ts'
import { aSite } from '../../practice/testing.ts'
import { aBillingProvider, aConnection, anEnrolledPayer } from '../testing.ts'

export interface Asking {
  readonly t: TestApp
  readonly db: Db
  readonly sandbox: PayerSandbox
  readonly desk: TestClient
  readonly payerId: string
  readonly connectionId: string
  stop(): Promise<void>
}

type Ids = { readonly patientId: string; readonly coverageId: string }

/** A practice on 2 December 2026, 10:00, that asks Blue Prairie over a line that the sandbox answers. */
export async function openAsking(): Promise<Asking> {
  const t = await openTestApp()
  t.clock.set('2026-12-02T16:00:00Z')
  const sandbox = await startPayerSandbox({ port: 0, clock: t.clock })
  const { db } = t.riverside
  await aSite(db)
  await aBillingProvider(db)
  const connectionId = await aConnection(db, `${sandbox.url}/rest`)
  const payerId = await anEnrolledPayer(db, connectionId, { name: 'Blue Prairie', knownAs: 'BLUE1' })
  const desk = await t.riverside.as('coordinator')
  const stop = async (): Promise<void> => {
    await t.stop()
    await sandbox.stop()
  }
  return { t, db, sandbox, desk, payerId, connectionId, stop }
}

/** One of the sandbox's cast, with a plan of the practice's payer of their number; Maria unless told otherwise. */
export async function oneOfCast(
  { db, payerId }: Pick<Asking, 'db' | 'payerId'>,
  memberId = 'BL400100101',
  coverage: Parameters<typeof aCoverage>[1] = {},
): Promise<Ids> {
  const person = sandboxCast.find((one) => one.person.memberId === memberId)?.person
  if (!person) throw new Error(`nobody has the number ${memberId}`)
  const { family, given, birthDate: born } = person
  const patientId = await aPatient(db, {
    given,
    family,
    birth_date: `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`,
    sex: person.sex === 'M' ? 'male' : 'female',
  })
  const own = { patient_id: patientId, payer_id: payerId, member_id: memberId, ...coverage }
  return { patientId, coverageId: await aCoverage(db, own) }
}

/** Until a question waits no more. */
export async function settled({ db }: Asking, checkId: string): Promise<void> {
  const state = () =>
    db.selectFrom('eligibility_check').select('state').where('id', '=', checkId).executeTakeFirstOrThrow()
  await expect.poll(state, { timeout: 20_000 }).not.toEqual({ state: 'waiting' })
}

/** A 271 of a payer that writes these lines of it; `who` as NM103 and NM104. */
export function setSaying(lines: readonly string[], who = 'OKAFOR*ADA'): AnsweredSet {
  const set = [
    'ST*271*0001*005010X279A1',
    'BHT*0022*11*1*20261201*0900',
    'HL*1**20*1',
    'NM1*PR*2*BLUE PRAIRIE*****PI*BLUE1',
    'HL*2*1*21*1',
    'NM1*1P*2*RIVERSIDE CLINIC*****XX*1234567893',
    'HL*3*2*22*0',
    `NM1*IL*1*${who}****MI*BL1`,
    ...lines,
    `SE*${lines.length + 9}*0001`,
  ]
  const envelope = [
    'ISA*00*          *00*          *ZZ*BLUE           *ZZ*RIVERSIDE      *261201*0900*^*00501*000000001*0*T*:',
    'GS*HB*BLUE*RIVERSIDE*20261201*0900*1*X*005010X279A1',
    ...set,
    'GE*1*1',
    'IEA*1*000000001',
  ]
  const { interchanges } = readInterchanges(Buffer.from(`${envelope.join('~')}~`))
  return { traces: [], segments: interchanges[0]?.groups[0]?.sets[0]?.segments ?? [] }
}

/** What it says, as it is kept of an answer. */
export function answerSaying(lines: readonly string[], serviceDate: string, who?: string): Eligibility {
  const { segments } = setSaying(lines, who)
  const [found] = readEligibilities(segments, { serviceDate, serviceTypes: ['30'] })
  if (!found) throw new Error('nobody in it')
  return found
}

/** A question that was asked and answered at these instants; answers its id. */
export async function anAnsweredCheck(
  db: Db,
  { patientId, coverageId, payerId }: Ids & { readonly payerId: string },
  said: {
    readonly askedAt: string
    readonly answeredAt: string
    readonly lines: readonly string[]
    readonly serviceDate?: string
    readonly appointmentId?: string
    readonly copay?: object
    readonly serviceTypes?: readonly string[]
  },
): Promise<string> {
  const { serviceDate = '2026-12-02' } = said
  const found = answerSaying(said.lines, serviceDate)
  const id = systemClock.id()
  await db
    .insertInto('eligibility_check')
    .values({
      id,
      patient_id: patientId,
      coverage_id: coverageId,
      payer_id: payerId,
      appointment_id: said.appointmentId ?? null,
      service_date: serviceDate,
      service_types: [...(said.serviceTypes ?? ['30'])],
      reason: 'by-hand',
      asked_at: said.askedAt,
      answered_at: said.answeredAt,
      state: 'answered',
      outcome: outcomeOf(found),
      result: JSON.stringify(found),
      copay_said: said.copay ? JSON.stringify(said.copay) : null,
    })
    .execute()
  return id
}
