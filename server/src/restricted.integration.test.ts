import { endpoints, isWrite } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from './platform/testing/test-app.ts'
import { knowingInput } from './testing/isolation/knowing-input.ts'
import { fillRiverside } from './testing/isolation/riverside.ts'

let t: TestApp
let ids: Record<string, string>

/** Of the restricted person alone, however it is written. */
const marks = [
  'Quorlbaum',
  'quorlbaum',
  '0041 9999',
  '00419999',
  'quorl@example.org',
  '1961-03-14',
  '5550134',
  '555-0134',
]

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-24T15:00:00Z')
  ids = await fillRiverside(t)
  await t.riverside.db.updateTable('patient').set({ restriction: 'vip' }).execute()
})
afterAll(() => t.stop())

const walked = [...endpoints].filter(
  ([name]) => !['openLive', 'signOut', 'lockSession', 'readWelcome', 'setUp', 'signIn', 'breakGlass'].includes(name),
)

/** Endpoints whose answer says something of the restricted person, asked by whoever knows every id. */
async function showing(
  role: 'coordinator' | 'senior' | 'manager',
  kind: 'reads' | 'writes',
): Promise<readonly string[]> {
  const client = await t.riverside.as(role)
  const found: string[] = []
  for (const [name, spec] of walked) {
    if (isWrite(spec) !== (kind === 'writes')) continue
    const answer = await client.call(spec, knowingInput(spec, ids, t.clock.now()))
    const text = answer.raw.toString('utf8')
    if (marks.some((mark) => text.includes(mark))) found.push(name)
  }
  return found.toSorted()
}

/**
 * Whoever comes is greeted by whoever is at the desk: the schedule names them (decision 014). A number is shown as it rings, and
 * the text of the consent here has the name of the person as its title.
 */
const schedule = [
  'listCalls',
  'listConsentTexts',
  'listSelfBookings',
  'previewRepairMessages',
  'readAppointment',
  'readBoard',
  'readDay',
  'readRepair',
]

test.each(['coordinator', 'senior'] as const)(
  'a %s who knows every id reads nothing of a restricted record but its visits',
  async (role) => {
    expect(await showing(role, 'reads')).toEqual(schedule)
  },
)

test('a manager, who looks after privacy, reads more: the test above can fail', async () => {
  expect(await showing('manager', 'reads')).toEqual(
    expect.arrayContaining(['readPatient', 'searchPatients', 'readRecord']),
  )
})

test('what is written about a restricted record, or not, tells nothing of it either', async () => {
  expect(await showing('coordinator', 'writes')).toEqual(['reproposeRepair'])
})
