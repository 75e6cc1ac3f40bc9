import { expect } from 'vitest'
import { type PayerSandbox, sandboxCast, startPayerSandbox } from '../../../payer-sandbox/index.ts'
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
