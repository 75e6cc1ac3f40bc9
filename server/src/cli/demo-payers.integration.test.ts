import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEligibilities } from '@foyer/coverage'
import { eligibilityRequest, readInterchanges, writeInterchange } from '@foyer/x12'
import { openPayerExchange } from '../adapters/payers/exchange.ts'
import { lineOf, selectConnection } from '../features/coverage/directory/index.ts'
import { clockAt, openTestDatabase, type TestDatabase } from '../features/import/testing.ts'
import type { Organization } from '../platform/organizations.ts'
import type { PayerLine } from '../platform/ports/payer-exchange.ts'
import { openKeys } from '../platform/sealing/keys.ts'
import { TEST_SECRET } from '../platform/testing/test-secret.ts'
import { startDemoPayers } from './demo-payers.ts'
import { seedDemo } from './seed-demo.ts'

const at = '2026-11-29T15:00:00Z'
const clock = clockAt(at)
const exchange = openPayerExchange(() => at)

let database: TestDatabase
let demo: Organization
let payers: { stop(): Promise<void> }
beforeAll(async () => {
  database = await openTestDatabase('none')
  const { organizations } = database
  demo = await seedDemo({ organizations, clock })
  // One that is real, which no start may lead elsewhere.
  await demo.db
    .insertInto('payer_connection')
    .values({
      id: clock.id(),
      name: 'Real',
      kind: 'rest',
      address: 'https://payer.example/x12',
      sender_id: 'A',
      receiver_id: 'B',
    })
    .execute()
  const config = { demo: true, payerSandboxUrl: null }
  payers = await startDemoPayers({ clock, organizations, secret: TEST_SECRET, config }, { note: () => {} })
})
afterAll(async () => {
  await payers.stop()
  await database.drop()
})

async function lineNamed(kind: PayerLine['kind']): Promise<PayerLine> {
  const { id } = await demo.db
    .selectFrom('payer_connection')
    .select('id')
    .where('is_sandbox', '=', true)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  const connection = await selectConnection(demo.db, id)
  if (!connection) throw new Error(`no connection of kind ${kind}`)
  return lineOf(
    demo.db,
    openKeys(TEST_SECRET, demo.id, () => at),
    connection,
  )
}

async function castCoverages() {
  return demo.db
    .selectFrom('coverage')
    .innerJoin('patient', 'patient.id', 'coverage.patient_id')
    .innerJoin('payer', 'payer.id', 'coverage.payer_id')
    .select(['patient.given', 'patient.family', 'patient.birth_date', 'coverage.member_id', 'payer.name as payer'])
    .where('coverage.relationship', '=', 'self')
    .where('coverage.member_id', 'like', '__4001001__')
    .orderBy('coverage.member_id')
    .execute()
}

function questionAbout(one: Awaited<ReturnType<typeof castCoverages>>[number]) {
  const set = eligibilityRequest({
    reference: 'Q1',
    date: '2026-11-29',
    time: '15:00',
    payer: { name: one.payer, id: 'DEMO1', idQualifier: 'PI' },
    provider: { name: 'Riverside Family Health', id: '1782014561', idQualifier: 'XX' },
    subscriber: { family: one.family, given: one.given, id: one.member_id ?? '', birthDate: one.birth_date ?? '' },
    service: { from: '2026-11-30' },
    serviceTypes: ['30'],
  })
  const { text } = writeInterchange({
    senderQualifier: 'ZZ',
    senderId: 'RIVERSIDE',
    receiverQualifier: 'ZZ',
    receiverId: 'SANDBOX',
    date: '2026-11-29',
    time: '15:00',
    controlNumber: 1,
    usage: 'T',
    groups: [{ senderId: 'R', receiverId: 'S', controlNumber: 1, sets: [{ ...set, controlNumber: '0001' }] }],
  })
  return { id: clock.id(), transaction: '270', guide: '005010X279A1', at, bytes: Buffer.from(text ?? '') }
}

test('the people of the demo practice are known by number, name and birth date', async () => {
  const line = await lineNamed('core-mime')
  const outcomes: string[] = []
  for (const one of await castCoverages()) {
    const answer = await exchange.ask(line, questionAbout(one), 10_000)
    if (!answer.ok) throw new Error(answer.detail)
    const [set] = readInterchanges(answer.payload).interchanges[0]?.groups[0]?.sets ?? []
    const [said] = readEligibilities(set?.segments ?? [], { serviceDate: '2026-11-30', serviceTypes: ['30'] })
    outcomes.push(`${said?.patient.memberId} ${said?.state.is}`)
  }
  expect(outcomes).toEqual([
    'AE400100103 inactive',
    'AE400100105 active',
    'BL400100101 active',
    'BL400100109 active',
    'BL400100112 active',
    'HA400100106 active',
    'HA400100110 active',
    'HA400100113 active',
    'ME400100104 active',
    'ME400100108 active',
    'ME400100111 active',
    'UN400100102 active',
    'UN400100107 active',
  ])
})

test('files are signed in for and dropped; a real connection stays where it was', async () => {
  const line = await lineNamed('sftp')
  const [one] = await castCoverages()
  if (!one) throw new Error('nobody')
  expect(await exchange.drop(line, questionAbout(one), 10_000)).toMatchObject({ ok: true })
  const { address } = await demo.db
    .selectFrom('payer_connection')
    .select('address')
    .where('is_sandbox', '=', false)
    .executeTakeFirstOrThrow()
  expect(address).toBe('https://payer.example/x12')
})
