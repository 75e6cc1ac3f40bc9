import { expect, test } from 'vitest'
import { grouped, type Verification, type Visit, type VisitState } from './grouped.ts'

let visits = 0

/** A visit that goes to these payers, `a failed` being one whose question came to nothing. */
function visit(start: string, state: VisitState, ...policies: readonly string[]): Visit {
  visits += 1
  return {
    appointmentId: `visit-${visits}`,
    state,
    start,
    policies: policies.map((text) => {
      const [payerId = '', stands = state] = text.split(' ')
      return { payerId, state: stands, coverageId: `${visits}-${payerId}` }
    }),
  } as unknown as Visit
}

const payers = [
  { payerId: 'a', name: 'Alder', downSince: null },
  { payerId: 'b', name: 'Birch', downSince: null },
]

function of(...all: readonly Visit[]): Verification {
  return { visits: all, payers } as unknown as Verification
}

test('the payer with most to do comes first, and in it what needs a person', () => {
  const groups = grouped(
    of(
      visit('09', 'verified', 'a'),
      visit('08', 'asking', 'a'),
      visit('07', 'verified', 'b'),
      visit('10', 'changed', 'b'),
      visit('11', 'no-coverage'),
      visit('10', 'no-coverage'),
    ),
    null,
  )
  expect(groups.map(({ payer, lines }) => [payer?.name ?? null, lines.map((line) => line.visit.start)])).toEqual([
    [null, ['10', '11']],
    ['Birch', ['10', '07']],
    ['Alder', ['08', '09']],
  ])
})

test('only one state is shown where one is asked for', () => {
  const groups = grouped(of(visit('09', 'verified', 'a'), visit('08', 'failed', 'b')), 'failed')
  expect(groups.map(({ lines }) => lines.length)).toEqual([1])
})

test('a visit that goes to two payers stands with each, and is verified with neither while one is not', () => {
  const all = of(visit('09', 'failed', 'a verified', 'b failed'), visit('10', 'verified', 'a', 'b'))
  const told = (only: VisitState | null) =>
    grouped(all, only).map(({ payer, lines }) => [
      payer?.name,
      lines.map(({ visit: { start }, state, place, of: many }) => `${start} ${state} ${place}/${many}`),
    ])
  expect(told(null)).toEqual([
    ['Birch', ['09 failed 2/2', '10 verified 2/2']],
    ['Alder', ['09 verified 1/2', '10 verified 1/2']],
  ])
  expect(told('failed')).toEqual([['Birch', ['09 failed 2/2']]])
  expect(told('verified')).toEqual([
    ['Alder', ['10 verified 1/2']],
    ['Birch', ['10 verified 2/2']],
  ])
})
