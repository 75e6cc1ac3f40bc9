import { expect, test } from 'vitest'
import { grouped, type Verification, type VisitLine, type VisitState } from './grouped.ts'

function visit(state: VisitState, payerId: string | null, start: string): VisitLine {
  return { state, payerId, start } as VisitLine
}

const payers = [
  { payerId: 'a', name: 'Alder', downSince: null },
  { payerId: 'b', name: 'Birch', downSince: null },
]

function of(...visits: readonly VisitLine[]): Verification {
  return { visits, payers } as unknown as Verification
}

test('the payer with most to do comes first, and in it what needs a person', () => {
  const groups = grouped(
    of(
      visit('verified', 'a', '09'),
      visit('asking', 'a', '08'),
      visit('verified', 'b', '07'),
      visit('changed', 'b', '10'),
      visit('no-coverage', null, '11'),
      visit('no-coverage', null, '10'),
    ),
    null,
  )
  expect(groups.map(({ payer, visits }) => [payer?.name ?? null, visits.map(({ start }) => start)])).toEqual([
    [null, ['10', '11']],
    ['Birch', ['10', '07']],
    ['Alder', ['08', '09']],
  ])
})

test('only one state is shown where one is asked for', () => {
  const groups = grouped(of(visit('verified', 'a', '09'), visit('failed', 'b', '08')), 'failed')
  expect(groups.map(({ visits }) => visits.length)).toEqual([1])
})
