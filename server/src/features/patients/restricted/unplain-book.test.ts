import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../platform/database/organization-db.ts'
import { openUnplainBook, type UnplainBook } from './unplain-book.ts'

let book: UnplainBook
let reads: number
let answer: () => Promise<readonly { readonly id: string }[]>
let now: number

/** As much of a database as one statement needs. */
const db = new Proxy(
  {},
  {
    get: (_, name) => {
      if (name !== 'execute') return () => db
      reads += 1
      return answer
    },
  },
) as Db
const ask = (...ids: string[]) => book.arePlain({ slug: 'riverside', db, now }, ids)
const holds = (...ids: string[]) => {
  answer = async () => ids.map((id) => ({ id }))
}

beforeEach(() => {
  book = openUnplainBook()
  reads = 0
  now = 1_000_000
  holds('shut')
})

test('one look at the database answers for a second, however many ask', async () => {
  expect(await Promise.all([ask('a'), ask('b', 'shut'), ask('shut')])).toEqual([true, false, false])
  now += 999
  expect(await ask('a')).toBe(true)
  expect(reads).toBe(1)
})

test('a page is never older than a second, and a clock set back does not keep it', async () => {
  expect(await ask('a')).toBe(true)
  holds('shut', 'a')
  now += 1000
  expect(await ask('a')).toBe(false)
  now -= 5000
  holds('shut')
  expect(await ask('a')).toBe(true)
})

test('what is forgotten while it is read is not kept', async () => {
  let give: (rows: readonly { readonly id: string }[]) => void = () => {}
  answer = () => new Promise((done) => (give = done))
  const before = ask('a')
  book.forget('riverside')
  holds('a')
  expect(await ask('a')).toBe(false)
  give([])
  await before
  expect(await ask('a')).toBe(false)
})

test('a database that is away is asked again', async () => {
  answer = async () => Promise.reject(new Error('away'))
  await expect(ask('a')).rejects.toThrow('away')
  holds('a')
  expect(await ask('a')).toBe(false)
})
