import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPayerExchange } from '../../../../adapters/payers/exchange.ts'
import { answerFile } from '../../../../payer-sandbox/answer/answer-file.ts'
import { sandboxCast } from '../../../../payer-sandbox/index.ts'
import { openSftpServer, type SftpServer } from '../../../../payer-sandbox/sockets/sftp-server.ts'
import { systemClock } from '../../../../platform/clock.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { openKeys } from '../../../../platform/sealing/keys.ts'
import { TEST_SECRET } from '../../../../platform/testing/test-secret.ts'
import { openTestDatabase, type TestDatabase } from '../../../import/testing.ts'
import { aSite } from '../../../practice/testing.ts'
import { keepSecret } from '../../directory/index.ts'
import { aBillingProvider, aConnection, anEnrolledPayer } from '../../testing.ts'
import { oneOfCast } from '../testing.ts'
import { type EligibilityWorker, startEligibilityWorker } from './worker.ts'

const now = '2026-12-02T16:00:00Z'
const folder = mkdtempSync(join(tmpdir(), 'foyer-batch-'))
const [inbound, outbound] = [join(folder, 'inbound'), join(folder, 'outbound')]
const members = ['BL400100101', 'BL400100109', 'BL400100112']

let database: TestDatabase
let db: Db
let server: SftpServer
let worker: EligibilityWorker
let connectionId: string

beforeAll(async () => {
  database = await openTestDatabase('two organizations')
  const riverside = database.organizations.find('riverside')
  db = riverside?.db as Db
  await aSite(db)
  await aBillingProvider(db)
  await mkdir(outbound, { recursive: true })
  server = await openSftpServer({ folder, user: 'riverside', password: 'sesame' })
  connectionId = await aConnection(db, `sftp://127.0.0.1:${server.port}/`, {
    kind: 'sftp',
    settings: JSON.stringify({ hostKey: server.hostKey }),
  })
  const keysOf = () => openKeys(TEST_SECRET, riverside?.id ?? '', () => now)
  await keepSecret(db, keysOf(), connectionId, { kind: 'password', user: 'riverside', password: 'sesame' })
  worker = startEligibilityWorker({
    organizations: () => [{ slug: 'riverside', db }],
    exchange: openPayerExchange(() => now),
    now: () => Temporal.Instant.from(now),
    newId: () => systemClock.id(),
    keysOf,
    onFault: (error) => {
      throw error
    },
    onTold: () => {},
  })
})
afterAll(async () => {
  await worker.stop()
  await server.close()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function files(of: string): Promise<readonly string[]> {
  const entries = await readdir(of, { withFileTypes: true }).catch(() => [])
  return entries.flatMap((one) => (one.isFile() ? [one.name] : [])).toSorted()
}

async function states(): Promise<Readonly<Record<string, number>>> {
  const rows = await db.selectFrom('eligibility_check').select('state').execute()
  return Object.fromEntries([...Map.groupBy(rows, ({ state }) => state)].map(([state, those]) => [state, those.length]))
}

/** Interchange of answers with these of its sets; the counts in its trailer are made right. */
function only(benefits: string, wanted: readonly number[]): string {
  const segments = benefits.split('~')
  let set = -1
  const kept = segments.filter((segment) => {
    if (segment.trim().startsWith('ST*')) set += 1
    const isOfSet = !/^\s*(?:ISA|GS|GE|IEA)\*/.test(segment) && segment.trim() !== ''
    return !isOfSet || wanted.includes(set)
  })
  return kept.join('~').replace(/GE\*\d+\*/, `GE*${wanted.length}*`)
}

test('several questions go out in one file; what is answered is read, what is not waits, what nobody can read is set aside', {
  timeout: 120_000,
}, async () => {
  const payerId = await anEnrolledPayer(db, connectionId, { name: 'Blue Prairie', knownAs: 'BLUE1' })
  for (const memberId of members) {
    const { patientId, coverageId } = await oneOfCast({ db, payerId }, memberId)
    await db
      .insertInto('eligibility_check')
      .values({
        id: systemClock.id(),
        patient_id: patientId,
        coverage_id: coverageId,
        payer_id: payerId,
        connection_id: connectionId,
        service_date: '2026-12-02',
        service_types: ['98'],
        reason: 'sweep',
        state: 'waiting',
        asked_at: now,
        next_attempt_at: now,
      })
      .execute()
  }
  await expect.poll(() => files(inbound), { timeout: 30_000 }).toHaveLength(1)
  await expect.poll(states, { timeout: 10_000 }).toEqual({ sent: 3 })
  const [name = ''] = await files(inbound)
  const asked = await readFile(join(inbound, name))
  expect(asked.toString('latin1').match(/ST\*270\*/g)).toHaveLength(3)

  const { benefits } = answerFile(asked, { cast: sandboxCast, at: now, controlNumber: 1 })
  await writeFile(join(outbound, 'noise.271.x12'), 'this is no interchange\u0000')
  await writeFile(join(outbound, 'first.271.x12'), only(benefits, [0, 1]))
  await expect.poll(states, { timeout: 30_000 }).toEqual({ answered: 2, sent: 1 })
  await expect.poll(() => files(outbound), { timeout: 10_000 }).toEqual([])
  expect(await files(join(outbound, 'done'))).toEqual(['first.271.x12', 'noise.271.x12'])
  // Each keeps what was said of it alone, and nothing of the others.
  const rows = await db
    .selectFrom('eligibility_check')
    .innerJoin('coverage', 'coverage.id', 'eligibility_check.coverage_id')
    .select(['member_id', 'response', 'outcome', 'state'])
    .orderBy('eligibility_check.id')
    .execute()
  for (const { member_id: own, response, state } of rows) {
    const mentioned = members.filter((member) => response?.includes(member))
    expect(mentioned).toEqual(state === 'answered' ? [own] : [])
  }
  expect(await files(inbound)).toEqual([name])

  await writeFile(join(outbound, 'second.271.x12'), only(benefits, [2]))
  await expect.poll(states, { timeout: 30_000 }).toEqual({ answered: 3 })
})
