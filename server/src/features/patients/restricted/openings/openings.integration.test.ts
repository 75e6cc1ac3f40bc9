import { restricted } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../../platform/testing/test-app.ts'
import { aPatient } from '../../testing.ts'

let t: TestApp
let officer: TestClient
let rosa: TestClient
let mia: TestClient

const many = 130

/** As many openings as no page holds: every third by Mia, one an hour, several of them in the same instant. */
beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:00:00Z')
  ;[officer, rosa, mia] = [
    await t.riverside.as('lead'),
    await t.riverside.as('coordinator'),
    await t.riverside.as('junior'),
  ]
  const { db } = t.riverside
  const person = await aPatient(db, { restriction: 'vip' })
  const idOf = async (role: string) =>
    (await db.selectFrom('staff').select('id').where('role', '=', role).executeTakeFirstOrThrow()).id
  const [byRosa, byMia] = [await idOf('coordinator'), await idOf('junior')]
  const start = t.clock.now()
  await db
    .insertInto('break_glass')
    .values(
      Array.from({ length: many }, (_, at) => ({
        id: t.clock.id(),
        patient_id: person,
        staff_id: at % 3 === 0 ? byMia : byRosa,
        reason: 'payment',
        opened_at: start.add({ hours: Math.floor(at / 4) }).toString(),
        until: start.add({ hours: Math.floor(at / 4) + 2 }).toString(),
      })),
    )
    .execute()
})
afterAll(() => t.stop())

type Asked = Parameters<typeof officer.call<typeof restricted.listBrokenGlass>>[1]

/** Every page, one after the other. */
async function pagesOf(asked: Asked) {
  const pages: Awaited<ReturnType<typeof read>>[] = []
  let after: string | null = null
  do {
    pages.push(await read({ ...asked, ...(after === null ? {} : { after }) }))
    after = pages.at(-1)?.after ?? null
  } while (after !== null)
  return pages
}
const read = async (asked: Asked) => (await officer.call(restricted.listBrokenGlass, asked)).body

test('none is lost behind the first page: each is there once, the oldest first, and all are counted', async () => {
  const pages = await pagesOf({})
  expect(pages.map(({ openings }) => openings.length)).toEqual([50, 50, 30])
  expect(pages.map(({ count, unreviewed }) => [count, unreviewed])).toEqual(pages.map(() => [many, many]))
  const all = pages.flatMap(({ openings }) => openings)
  expect(new Set(all.map(({ id }) => id)).size).toBe(many)
  const times = all.map(({ openedAt }) => openedAt)
  expect(times).toEqual(times.toSorted())
  expect(pages[0]?.openers.map(({ name }) => name)).toEqual(['Test coordinator', 'Test junior'])
})

test('by whom and when, together, and a page goes on behind one that was reviewed meanwhile', async () => {
  const [first] = await pagesOf({})
  const byMia = first?.openers.find(({ name }) => name === 'Test junior')?.id ?? ''
  const asked = { staffId: byMia, from: '2026-11-23T16:00:00Z', until: '2026-11-23T19:00:00Z' }
  const found = await read(asked)
  expect(found.openings.map(({ staffName, openedAt }) => [staffName, openedAt.slice(11, 13)])).toEqual(
    ['16', '17', '18', '18'].map((hour) => ['Test junior', hour]),
  )
  expect(found).toMatchObject({ count: 4, unreviewed: many, after: null })

  const last = first?.openings.at(-1)?.id ?? ''
  const reviewed = await officer.call(restricted.reviewBrokenGlass, { openingId: last, finding: 'in-order' })
  expect(reviewed.status).toBe(200)
  const next = await read({ after: last })
  const known = new Set(first?.openings.map(({ id }) => id))
  expect(next.openings).toHaveLength(50)
  expect(next.openings.some(({ id }) => known.has(id))).toBe(false)
  expect(next).toMatchObject({ count: many - 1, unreviewed: many - 1 })
  expect(await read({ state: 'reviewed' })).toMatchObject({ count: 1, openings: [{ id: last }] })
})

test('only who reviews reads them', async () => {
  for (const who of [rosa, mia]) expect((await who.call(restricted.listBrokenGlass, {})).problem).toBe('not-allowed')
})
