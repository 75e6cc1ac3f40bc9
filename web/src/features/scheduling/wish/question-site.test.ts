import { expect, test } from 'vitest'
import { emptyWish, questionOf } from './wish.ts'

const asker = { siteId: 'chicago', patientId: null, today: '2026-11-24', movingId: null }
const wish = { ...emptyWish, visitTypeId: 'follow-up' }

test('what is wished for at another site is asked of that site, one visit or a chain', () => {
  expect(questionOf(wish, asker)?.body.siteId).toBe('chicago')
  expect(questionOf({ ...wish, siteId: 'dayton' }, asker)?.body.siteId).toBe('dayton')
  const chain = { ...wish, siteId: 'dayton', then: [{ visitTypeId: 'labs' }] }
  expect(questionOf(chain, asker)?.body.siteId).toBe('dayton')
})
