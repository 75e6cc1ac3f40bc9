import { expect, test } from 'vitest'
import { feedSays } from './feed-says.ts'

const nobody = () => false

test('a field that nobody touched follows the feed, and is compared with that next time', () => {
  expect(feedSays({ plan: 'A', id: '1' }, { plan: 'B', id: '1' }, { plan: 'A', id: '1' }, nobody)).toEqual({
    write: { plan: 'B' },
    wrote: { plan: 'B', id: '1' },
    left: [],
  })
})

test('what was changed here stays, however often the feed says otherwise, until both say the same', () => {
  const first = feedSays({ plan: 'Ours' }, { plan: 'B' }, { plan: 'A' }, nobody)
  expect(first).toEqual({ write: {}, wrote: { plan: 'A' }, left: ['plan'] })
  const again = feedSays({ plan: 'Ours' }, { plan: 'C' }, first.wrote, nobody)
  expect(again.left).toEqual(['plan'])
  const agreed = feedSays({ plan: 'Ours' }, { plan: 'Ours' }, again.wrote, nobody)
  expect(agreed).toEqual({ write: {}, wrote: { plan: 'Ours' }, left: [] })
  expect(feedSays({ plan: 'Ours' }, { plan: 'D' }, agreed.wrote, nobody).write).toEqual({ plan: 'D' })
})

test('what was emptied here stays empty', () => {
  expect(feedSays({ phone: null }, { phone: '1' }, { phone: '1' }, nobody).left).toEqual(['phone'])
})

test('where it is not known what the feed wrote, the history says whose the last word was', () => {
  const isHeld = (field: string) => field === 'plan'
  const found = feedSays({ plan: 'Ours', id: '1' }, { plan: 'B', id: '2' }, null, isHeld)
  expect(found).toEqual({ write: { id: '2' }, wrote: { plan: 'B', id: '2' }, left: ['plan'] })
  expect(feedSays({ plan: 'Ours', id: '2' }, { plan: 'B', id: '2' }, found.wrote, nobody).left).toEqual(['plan'])
})

test('what the feed never spoke of before goes by the history as well', () => {
  expect(feedSays({ order: 2 }, { order: 1 }, { plan: 'A' }, () => true).left).toEqual(['order'])
})
