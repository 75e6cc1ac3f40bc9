import type { TestApp } from '../../platform/testing/test-app.ts'
import { fillOutside } from './outside.ts'
import { fillPeople } from './people.ts'
import { fillPractice } from './practice.ts'
import { fillVisits } from './visits.ts'

/** Words that only the first organization has. */
export const marks = [
  'Zyxwvut',
  'Quorlbaum',
  '0041 9999',
  '00419999',
  'quorl@example.org',
  'Riverside',
  'riverside.example.org',
]

/** One record of every kind in the first organization. Answers their ids, by the names the endpoints give them. */
export async function fillRiverside(t: TestApp): Promise<Record<string, string>> {
  const { db } = t.riverside
  const { staffId } = await t.riverside.as('manager')
  const session = await db.selectFrom('session').select('id').where('staff_id', '=', staffId).executeTakeFirstOrThrow()
  const now = t.clock.now()
  const filling = {
    db,
    id: () => t.clock.id(),
    now,
    start: now.add({ hours: 2 }).toString(),
    end: now.add({ hours: 3 }).toString(),
    staffId,
  }
  const practice = await fillPractice(filling)
  const people = await fillPeople(filling, practice)
  const visits = await fillVisits(filling, { ...practice, ...people })
  const { token, ...outside } = await fillOutside(filling, { ...practice, ...people, ...visits })
  // The token of the one under the name of the other; the whole address is a key for whoever has it.
  return {
    ...practice,
    ...people,
    ...visits,
    ...outside,
    firstId: people.patientId,
    mergedId: people.secondId,
    file: `lakeside.${token}.ics`,
    token: `lakeside~${token}`,
    staffId,
    sessionId: session.id,
    start: filling.start,
  }
}
