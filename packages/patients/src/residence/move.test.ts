import { addDays } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { earliestMove, formerHomeFault, move, overlap, type Residence } from './move.ts'

const nowhere: Residence<string> = { address: null, since: null, former: [] }

function after(residence: Residence<string>, address: string, on: string): Residence<string> {
  const moved = move(residence, address, on)
  return moved.ok ? moved.value : residence
}

test('the home they left ends on the day before they moved', () => {
  const first = after(nowhere, 'Elm', '2020-03-01')
  expect(after(first, 'Oak', '2024-03-01')).toEqual({
    address: 'Oak',
    since: '2024-03-01',
    former: [{ address: 'Elm', period: { start: '2020-03-01', end: '2024-02-29' } }],
  })
})

test('a home of which nobody knows since when began after the last was left', () => {
  const known = {
    address: 'Elm',
    since: null,
    former: [{ address: 'Ash', period: { start: null, end: '2019-12-31' } }],
  }
  expect(after(known, 'Oak', '2021-01-01').former.at(-1)).toEqual({
    address: 'Elm',
    period: { start: '2020-01-01', end: '2020-12-31' },
  })
})

test('nobody moves on or before the day on which they moved in', () => {
  const home = after(nowhere, 'Elm', '2024-03-01')
  for (const on of ['2024-02-01', '2024-03-01'])
    expect(move(home, 'Oak', on)).toEqual({
      ok: false,
      error: { reason: 'move-too-early', earliest: '2024-03-02' },
    })
  expect(move(home, 'Oak', '2024-03-02').ok).toBe(true)
})

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2024-01-01', days))

test('whatever the order in which moves are told, nobody ever lived at two homes on one day, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 12 }), fc.boolean(), (days, isKnown) => {
      let residence: Residence<string> = isKnown ? { ...nowhere, address: 'first' } : nowhere
      let taken = isKnown ? 1 : 0
      days.forEach((on, at) => {
        const earliest = earliestMove(residence)
        const moved = move(residence, `home ${at}`, on)
        expect(moved.ok).toBe(earliest === null || on >= earliest)
        if (!moved.ok) return
        taken += 1
        residence = moved.value
        expect([residence.address, residence.since]).toEqual([`home ${at}`, on])
      })
      const periods = [
        ...residence.former.map(({ period }) => period),
        ...(residence.address === null ? [] : [{ start: residence.since, end: null }]),
      ]
      expect(periods).toHaveLength(taken)
      periods.forEach((one, at) =>
        periods.slice(at + 1).forEach((other) => {
          expect(overlap(one, other)).toBe(false)
        }),
      )
    }),
  )
})

test('a former home is over by the day they moved in, and shares no named day with another', () => {
  const ash = { address: 'Ash', period: { start: null, end: '2015-05-31' } }
  const elm = { address: 'Elm', period: { start: '2016-01-01', end: '2019-12-31' } }
  const home = { address: 'Oak', since: '2020-03-01', former: [ash, elm] }
  const fault = (start: string | null, end: string | null) => formerHomeFault(home, { start, end }, '2026-11-24')
  expect(fault('2015-06-01', '2015-12-31')).toBeNull()
  expect(fault('2020-01-01', '2020-02-29')).toBeNull()
  expect(fault(null, null)).toBeNull()
  expect(fault('2001-01-01', '2004-12-31')).toBeNull()
  expect(fault('2015-05-31', '2015-12-31')).toBe('homes-overlap')
  expect(fault(null, '2016-01-01')).toBe('homes-overlap')
  expect(fault('2020-01-01', '2020-03-01')).toBe('homes-overlap')
  expect(fault('2021-01-01', null)).toBe('homes-overlap')
  expect(fault('2015-12-31', '2015-06-01')).toBe('period-backwards')
  expect(fault(null, '2026-11-25')).toBe('date-ahead')
  expect(
    formerHomeFault({ ...home, since: null, former: [] }, { start: '2021-01-01', end: null }, '2026-11-24'),
  ).toBeNull()
})
