import { expect, test } from 'vitest'
import { checkLegs } from './check-legs.ts'

const known = new Set(['labs', 'scan', 'visit'])

test('legs of known visit types with gaps that can be met are fine', () => {
  const legs = [
    { visitTypeId: 'labs' },
    { visitTypeId: 'scan', gap: { minDays: 1, maxDays: 7 } },
    { visitTypeId: 'visit', gap: { sameDay: true, maxWaitMinutes: 60 } },
  ] as const
  expect(checkLegs(legs, known)).toEqual({ ok: true, value: null })
  expect(checkLegs([{ visitTypeId: 'scan', gap: { minDays: 3, maxDays: 3 } }], known).ok).toBe(true)
  expect(checkLegs([{ visitTypeId: 'scan', gap: { minDays: 3 } }], known).ok).toBe(true)
})

test('the leg that cannot be is named', () => {
  const legs = [{ visitTypeId: 'labs' }, { visitTypeId: 'dance' }]
  expect(checkLegs(legs, known)).toEqual({ ok: false, error: { reason: 'unknown-visit-type', leg: 1 } })
  const backwards = [{ visitTypeId: 'labs' }, { visitTypeId: 'scan', gap: { minDays: 8, maxDays: 7 } }]
  expect(checkLegs(backwards, known)).toEqual({ ok: false, error: { reason: 'gap-backwards', leg: 1 } })
})
