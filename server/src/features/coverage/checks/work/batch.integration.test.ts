import { type GroupAcknowledgement, groupAcknowledgement, readInterchanges, writeInterchange } from '@foyer/x12'
import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerFile } from '../../../../payer-sandbox/answer/answer-file.ts'
import { sandboxCast } from '../../../../payer-sandbox/index.ts'
import { openSftpServer, type SftpServer } from '../../../../payer-sandbox/sockets/sftp-server.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { openTestDatabase, type TestDatabase } from '../../../import/testing.ts'
import { aSite } from '../../../practice/testing.ts'
import { keepSecret } from '../../directory/index.ts'
import { aBillingProvider, aConnection, anEnrolledPayer } from '../../testing.ts'
import { oneOfCast } from '../testing.ts'
import { askedIn } from './acknowledged.ts'
import { aQuestion, riversideKeys, startWorker, workingAt } from './testing.ts'
import type { EligibilityWorker } from './worker.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-batch-'))
const [inbound, outbound] = [join(folder, 'inbound'), join(folder, 'outbound')]
const members = ['BL400100101', 'BL400100109', 'BL400100112']

let database: TestDatabase
let db: Db
let server: SftpServer
let worker: EligibilityWorker
let connectionId: string
const left: string[] = []

beforeAll(async () => {
  database = await openTestDatabase('two organizations')
  db = database.organizations.find('riverside')?.db as Db
  await aSite(db)
  await aBillingProvider(db)
  await mkdir(outbound, { recursive: true })
  server = await openSftpServer({ folder, user: 'riverside', password: 'sesame' })
  connectionId = await aConnection(db, `sftp://127.0.0.1:${server.port}/`, {
    kind: 'sftp',
    settings: JSON.stringify({ hostKey: server.hostKey }),
  })
  await keepSecret(db, riversideKeys(database), connectionId, {
    kind: 'password',
    user: 'riverside',
    password: 'sesame',
  })
  worker = startWorker(database, db, undefined, ({ file }) => left.push(file))
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

test('several questions go out in one file; what is answered is read, what is not waits, what is not for us stays', {
  timeout: 120_000,
}, async () => {
  const payerId = await anEnrolledPayer(db, connectionId, { name: 'Blue Prairie', knownAs: 'BLUE1' })
  for (const memberId of members) {
    const person = await oneOfCast({ db, payerId }, memberId)
    await aQuestion(db, { ...person, payerId, connectionId }, { reason: 'sweep' })
  }
  await expect.poll(() => files(inbound), { timeout: 30_000 }).toHaveLength(1)
  await expect.poll(states, { timeout: 10_000 }).toEqual({ sent: 3 })
  const [name = ''] = await files(inbound)
  const asked = await readFile(join(inbound, name))
  expect(asked.toString('latin1').match(/ST\*270\*/g)).toHaveLength(3)

  const { benefits } = answerFile(asked, { cast: sandboxCast, at: workingAt, controlNumber: 1 })
  await writeFile(join(outbound, 'noise.271.x12'), 'this is no interchange\u0000')
  await writeFile(join(outbound, 'first.271.x12'), only(benefits, [0, 1]))
  await expect.poll(states, { timeout: 30_000 }).toEqual({ answered: 2, sent: 1 })
  await expect.poll(() => files(outbound), { timeout: 10_000 }).toEqual(['noise.271.x12'])
  expect(await files(join(outbound, 'done'))).toEqual(['first.271.x12'])
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

const about = { code: '270', version: '005010X279A1', errors: [] } as const

/** A 999 about the group of a question, from the payer to us. */
function groupAnswer(controlNumber: number, of: Partial<GroupAcknowledgement>, receiverId = 'RIVERSIDE'): string {
  const whole = {
    functionalId: 'HS',
    controlNumber: String(controlNumber),
    version: '005010X279A1',
    verdict: 'A',
  } as const
  const counts = { setsIncluded: 1, setsReceived: 1, setsAccepted: 0, codes: [], sets: [] }
  const set = groupAcknowledgement({ ...whole, ...counts, ...of })
  const ids = { senderId: 'CLEARING', receiverId }
  return writeInterchange({
    ...ids,
    senderQualifier: 'ZZ',
    receiverQualifier: 'ZZ',
    date: '2026-12-02',
    time: '10:00',
    controlNumber: 77,
    usage: 'T',
    characters: 'basic',
    groups: [{ ...ids, controlNumber: 77, sets: [{ ...set, controlNumber: '0001' }] }],
  }).text as string
}

/** Questions of these members that went out in one file; their ids. */
async function sentTogether(name: string, memberIds: readonly string[]): Promise<readonly string[]> {
  const payerId = await anEnrolledPayer(db, connectionId, { name, knownAs: 'BLUE1' })
  const ids: string[] = []
  for (const memberId of memberIds) {
    const person = await oneOfCast({ db, payerId }, memberId)
    ids.push(await aQuestion(db, { ...person, payerId, connectionId }, { reason: 'sweep' }))
  }
  const sent = async () => (await rowsOf(ids)).map(({ state }) => state)
  await expect.poll(sent, { timeout: 30_000 }).toEqual(memberIds.map(() => 'sent'))
  return ids
}

async function rowsOf(ids: readonly string[]) {
  return db
    .selectFrom('eligibility_check')
    .select(['state', 'failure', 'failure_note', 'control_number', 'trace', 'request', 'response'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
}

test('in a mailbox that others use too only what answers our own questions is moved', {
  timeout: 120_000,
}, async () => {
  // One of two is answered, so that the mailbox is looked into further.
  const ids = await sentTogether('Blue Mailbox', members.slice(0, 2))
  const [row] = await rowsOf(ids)
  const remittance = groupAnswer(1, {}).replaceAll('ST*999', 'ST*835')
  await writeFile(join(outbound, 'payments.835'), remittance)
  // Of our number, but about claims, or for somebody else; about a number that was never given.
  await writeFile(
    join(outbound, 'claims.999'),
    groupAnswer(row?.control_number ?? 0, { functionalId: 'HC', verdict: 'R' }),
  )
  await writeFile(join(outbound, 'theirs.999'), groupAnswer(row?.control_number ?? 0, { verdict: 'R' }, 'OTHER'))
  await writeFile(join(outbound, 'unknown.999'), groupAnswer(99_999, { verdict: 'R' }))
  const { benefits } = answerFile(Buffer.from(row?.request ?? ''), {
    cast: sandboxCast,
    at: workingAt,
    controlNumber: 5,
  })
  // Of a name that was taken before.
  await writeFile(join(outbound, 'first.271.x12'), only(benefits, [0]))
  const ends = async () => (await rowsOf(ids)).map(({ state }) => state).toSorted()
  await expect.poll(ends, { timeout: 60_000 }).toEqual(['answered', 'sent'])
  await expect.poll(() => files(join(outbound, 'done')), { timeout: 20_000 }).toContain('first.271.x12.2')
  expect(await files(outbound)).toEqual(
    ['claims.999', 'noise.271.x12', 'payments.835', 'theirs.999', 'unknown.999'].toSorted(),
  )
  // Each is noted once, and not by its name.
  await expect.poll(() => left.length, { timeout: 30_000 }).toBe(5)
  await new Promise((done) => setTimeout(done, 12_000))
  expect(new Set(left).size).toBe(left.length)
  expect(left).toHaveLength(5)
  expect(left.join()).not.toMatch(/noise|payments|claims/)
})

test('a file that is rejected ends its questions with the reason, set by set where it says so', {
  timeout: 120_000,
}, async () => {
  const ids = await sentTogether('Blue Rejecting', members)
  const [first] = await rowsOf(ids)
  const rejected = { ...about, controlNumber: '0002', verdict: 'R', codes: ['5'] } as const
  await writeFile(
    join(outbound, 'part.999'),
    groupAnswer(first?.control_number ?? 0, {
      verdict: 'P',
      sets: [rejected],
      setsIncluded: 3,
      setsReceived: 3,
      setsAccepted: 2,
    }),
  )
  const { setOf } = askedIn(first?.request ?? '')
  const endOf = async (number: string) => {
    const row = (await rowsOf(ids)).find(({ trace }) => setOf.get(trace ?? '') === number)
    return [row?.state, row?.failure, row?.failure_note]
  }
  const ends = async () => [await endOf('0001'), await endOf('0002'), await endOf('0003')]
  await expect.poll(ends, { timeout: 60_000 }).toEqual([
    ['sent', null, null],
    ['failed', 'file-rejected', '999 R 5'],
    ['sent', null, null],
  ])
  const kept = (await rowsOf(ids)).flatMap(({ failure, response }) => (failure === null ? [] : [response]))
  expect(kept).toEqual([expect.stringContaining('IK5*R*5')])

  const [isa] = readInterchanges(first?.request ?? '').interchanges
  const ta1 = (time: string) =>
    [
      'ISA*00*          *00*          *ZZ*CLEARING       *ZZ*RIVERSIDE      *261202*1000*^*00501*000000078*0*T*:',
      `TA1*${String(first?.control_number).padStart(9, '0')}*${isa?.date}*${time}*R*006`,
      'IEA*0*000000078~',
    ].join('~')
  // Of the same number, but of another hour: of somebody else who uses the mailbox.
  await writeFile(join(outbound, 'a.ta1'), ta1('0001'))
  await writeFile(join(outbound, 'b.ta1'), ta1(isa?.time ?? ''))
  await expect.poll(ends, { timeout: 60_000 }).toEqual([
    ['failed', 'file-rejected', 'TA1 R 006'],
    ['failed', 'file-rejected', '999 R 5'],
    ['failed', 'file-rejected', 'TA1 R 006'],
  ])
  await expect
    .poll(() => files(join(outbound, 'done')), { timeout: 20_000 })
    .toEqual(expect.arrayContaining(['part.999', 'b.ta1']))
  expect(await files(outbound)).toContain('a.ta1')
})
