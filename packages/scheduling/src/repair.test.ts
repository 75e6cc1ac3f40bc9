import { instantAt } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  overlaps,
  readRepair,
  repairExactly,
  repairGreedily,
  repairModel,
  type RepairPlace,
  type RepairPlan,
  repairProgramme,
  type RepairVisit,
  repairVisit,
  type RepairWish,
  takenColumns,
  urgencyByNotice,
} from './index.ts'
import { minuteMs } from './local-day.ts'

const zone = 'America/Chicago'
const at = (minute: number, date = '2026-12-08'): number => instantAt(date, minute, zone).epochMilliseconds
const now = at(420)

function place(start: number, clinician: string, room: string, minutes = 20): RepairPlace {
  const time = { start, end: start + minutes * minuteMs }
  return {
    ...time,
    assignments: [
      { role: 'clinician', resourceId: clinician, ...time },
      { role: 'room', resourceId: room, ...time },
    ],
  }
}

function visit(id: string, wish: Partial<RepairWish>, places: readonly RepairPlace[], most = 50): RepairVisit {
  const before = place(at(540), 'ana', 'red')
  return repairVisit({ id, patientId: id, urgency: 0, ...before, ...wish }, places, most, { zone, now })
}

/** Places on a grid of half hours on two days, so that visits get into each other's way. */
const places = fc.array(
  fc
    .tuple(
      fc.nat(6),
      fc.constantFrom('2026-12-08', '2026-12-09'),
      fc.constantFrom('ana', 'ben'),
      fc.constantFrom('red', 'blue'),
    )
    .map(([slot, date, clinician, room]) => place(at(540 + slot * 15, date), clinician, room, 30)),
  { maxLength: 7 },
)
const visits = fc
  .array(fc.record({ places, urgency: fc.constantFrom(0, 1, 2, 3), patient: fc.nat(4), slot: fc.nat(6) }), {
    maxLength: 6,
  })
  .map((drawn) =>
    drawn.map(({ places, urgency, patient, slot }, index) =>
      visit(
        `v${index}`,
        { urgency, patientId: `p${patient}`, ...place(at(540 + slot * 15), 'ana', 'red', 30) },
        places,
      ),
    ),
  )

function expectSound(all: readonly RepairVisit[], plan: RepairPlan): void {
  expect(plan.placements.map(({ visitId }) => visitId)).toEqual(all.map(({ id }) => id))
  expect(plan.placements.reduce((sum, { cost }) => sum + cost, 0)).toBe(plan.cost)
  const taken = plan.placements.flatMap(({ option }, index) =>
    option
      ? [{ resourceId: all[index]?.patientId, start: option.start, end: option.end, index }].concat(
          option.assignments.map(({ resourceId, start, end }) => ({ resourceId, start, end, index })),
        )
      : [],
  )
  for (const one of taken)
    for (const other of taken)
      if (one.index < other.index && one.resourceId === other.resourceId) expect(overlaps(one, other)).toBe(false)
}

/** Every choice there is. */
function byHand(all: readonly RepairVisit[]): number {
  const model = repairModel(all)
  let best = Infinity
  const walk = (index: number, taken: readonly number[]): void => {
    if (index === all.length) {
      best = Math.min(best, readRepair(model, taken, false)?.cost ?? Infinity)
      return
    }
    walk(index + 1, taken)
    for (const column of model.columnsOf[index] ?? []) walk(index + 1, [...taken, column])
  }
  walk(0, [])
  return best
}

test('a plan has every visit once and no clash, and the searched one never costs more than the greedy one', () => {
  fc.assert(
    fc.property(visits, (all) => {
      const model = repairModel(all)
      const greedy = repairGreedily(model)
      expectSound(all, greedy)
      for (const limit of [0, 3, 100_000]) {
        const plan = repairExactly(model, limit)
        expectSound(all, plan)
        expect(plan.cost).toBeLessThanOrEqual(greedy.cost)
        if (limit === 100_000) expect(plan.isOptimal).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('the searched plan is the cheapest of all there are', () => {
  const few = visits.map((all) => all.slice(0, 4).map((each) => ({ ...each, options: each.options.slice(0, 4) })))
  fc.assert(
    fc.property(few, (all) => {
      expect(repairExactly(repairModel(all), 100_000).cost).toBe(byHand(all))
    }),
    { numRuns: 200 },
  )
})

test('two that overlap on a lane are in one clique, and every clique meets in one moment', () => {
  fc.assert(
    fc.property(visits, (all) => {
      const { columns, cliques } = repairModel(all)
      const lanes = columns.map(({ visit: index, option }) => {
        const one = all[index]?.options[option]
        const own = { resourceId: all[index]?.patientId, start: one?.start ?? 0, end: one?.end ?? 0 }
        return [own, ...(one?.assignments ?? [])]
      })
      const together = (a: number, b: number): boolean =>
        cliques.some((clique) => clique.includes(a) && clique.includes(b))
      for (const [a, one] of lanes.entries())
        for (const [b, other] of lanes.entries()) {
          if (columns[a]?.visit === columns[b]?.visit) continue
          const clash = one.some((x) => other.some((y) => x.resourceId === y.resourceId && overlaps(x, y)))
          expect(together(a, b)).toBe(clash)
        }
    }),
    { numRuns: 100 },
  )
})

test('the same time with another clinician is better than another time with the same', () => {
  const all = [visit('mai', {}, [place(at(560), 'ana', 'red'), place(at(540), 'ben', 'red')])]
  const [mai] = repairExactly(repairModel(all), 1000).placements
  expect(mai?.option?.start).toBe(at(540))
  expect(mai?.why).toEqual([
    { code: 'time-kept', points: 0 },
    { code: 'other-clinician', points: 500 },
  ])
})

test('who can wait keeps the clinician tomorrow; who cannot is seen today by another', () => {
  const choices = [place(at(540, '2026-12-09'), 'ana', 'red'), place(at(660), 'ben', 'red')]
  const chosen = (urgency: 0 | 3) =>
    repairExactly(repairModel([visit('mai', { urgency }, choices)]), 1000).placements[0]?.option?.isSameClinician
  expect([chosen(0), chosen(3)]).toEqual([true, false])
})

test('of two who want the one place left, the urgent one gets it and the other is said to have none', () => {
  const only = [place(at(600), 'ben', 'red')]
  const plan = repairExactly(repairModel([visit('a', {}, only), visit('b', { urgency: 2 }, only)]), 1000)
  expect(plan.placements.map(({ option }) => option?.start ?? null)).toEqual([null, at(600)])
  expect(plan.placements[0]?.why).toEqual([{ code: 'nothing-free', points: 100_000 }])
})

test('a lane is a place of its own', () => {
  const inLane = (lane: number): RepairPlace => {
    const { assignments, ...time } = place(at(600), 'ben', 'red')
    return { ...time, assignments: assignments.map((each) => ({ ...each, lane })) }
  }
  const both = [visit('a', {}, [inLane(0)]), visit('b', {}, [inLane(0), inLane(1)])]
  expect(repairExactly(repairModel(both), 1000).placements.every(({ option }) => option)).toBe(true)
})

test('nobody is offered a time that nobody could tell them of; the old time itself may be soon', () => {
  const soon = visit('a', { ...place(at(450), 'ana', 'red') }, [
    place(at(430), 'ben', 'red'),
    place(at(450), 'ben', 'red'),
    place(at(540), 'ben', 'red'),
  ])
  expect(soon.options.map(({ start }) => start)).toEqual([at(450), at(540)])
})

test('the day on which the clock goes back: a day later is one day, whatever its hours', () => {
  const before = place(at(540, '2026-10-31'), 'ana', 'red')
  const [option] = repairVisit(
    { id: 'a', patientId: 'a', urgency: 0, ...before },
    [place(at(540, '2026-11-01'), 'ana', 'red')],
    5,
    { zone, now: at(0, '2026-10-30') },
  ).options
  expect(option).toMatchObject({ days: 1, dayPart: 'morning', isSameClinician: true })
})

test('the shorter the notice, the more urgent', () => {
  const days = (count: number) => urgencyByNotice(at(0), at(0) + count * 86_400_000)
  expect([0.5, 2, 10, 40].map(days)).toEqual([3, 2, 1, 0])
})

test('the programme names a variable for every option and every visit without a place, and is read back', () => {
  const only = [place(at(600), 'ben', 'red')]
  const model = repairModel([visit('a', {}, only), visit('b', { urgency: 1 }, only)])
  expect(repairProgramme(model)).toBe(
    [
      'Minimize',
      ' cost: 1560 x0\n + 1620 x1\n + 100000 u0\n + 200000 u1',
      'Subject To',
      ' once0: x0\n + u0 = 1',
      ' once1: x1\n + u1 = 1',
      ' apart0: x0\n + x1 <= 1',
      ' apart1: x0\n + x1 <= 1',
      'Binary',
      ' x0',
      ' x1',
      ' u0',
      ' u1',
      'End',
      '',
    ].join('\n'),
  )
  const values = new Map([
    ['x0', 0],
    ['x1', 1],
    ['u0', 1],
  ])
  expect(readRepair(model, takenColumns(model, values), true)).toMatchObject({ cost: 101_620, isOptimal: true })
  expect(readRepair(model, [0, 1], true)).toBeUndefined()
})
