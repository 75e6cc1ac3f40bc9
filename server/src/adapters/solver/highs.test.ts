import {
  readRepair,
  repairExactly,
  type RepairModel,
  repairModel,
  type RepairOption,
  repairProgramme,
  type RepairVisit,
  takenColumns,
} from '@foyer/scheduling'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { highsSolver } from './highs.ts'

const solver = highsSolver()
afterAll(() => solver.stop())

const minutes = 60_000
const option = fc
  .tuple(fc.nat(8), fc.constantFrom('ben', 'eva', 'kim'), fc.constantFrom('red', 'blue'))
  .map(([slot, clinician, room]): RepairOption => {
    const time = { start: slot * 15 * minutes, end: (slot * 15 + 30) * minutes }
    return {
      ...time,
      assignments: [
        { role: 'clinician', resourceId: clinician, ...time },
        { role: 'room', resourceId: room, ...time },
      ],
      isSameClinician: clinician === 'ben',
      dayPart: 'morning',
      days: 0,
    }
  })
const visits = fc
  .array(fc.record({ options: fc.array(option, { maxLength: 8 }), urgency: fc.constantFrom(0, 1, 2, 3) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((drawn) =>
    drawn.map(
      ({ options, urgency }, index): RepairVisit => ({
        id: `v${index}`,
        patientId: `p${index}`,
        urgency,
        start: index * 15 * minutes,
        end: (index * 15 + 30) * minutes,
        assignments: [],
        dayPart: 'morning',
        options,
      }),
    ),
  )

async function byHighs(model: RepairModel): Promise<number | null> {
  const solution = await solver.solve(repairProgramme(model), 5000)
  if (!solution?.isOptimal) return null
  return readRepair(model, takenColumns(model, solution.values), true)?.cost ?? null
}

test('HiGHS and the exact search find plans that cost the same', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(visits, async (all) => {
      const model = repairModel(all)
      const exact = repairExactly(model, 200_000)
      expect(exact.isOptimal).toBe(true)
      expect(await byHighs(model)).toBe(exact.cost)
    }),
    { numRuns: 150 },
  )
})

test('what is no programme is answered with nothing, and the next order is served', async () => {
  expect(await solver.solve('Minimize\n nonsense nonsense', 1000)).toBeNull()
  expect(await solver.solve('Minimize\n x\nSubject To\n c: x >= 1\nBinary\n x\nEnd\n', 1000)).toEqual({
    isOptimal: true,
    values: new Map([['x', 1]]),
  })
})

test('a worker that dies, and one that hangs, answers nothing', async () => {
  const dies = highsSolver(new URL('data:text/javascript,throw new Error("no")'))
  expect(await dies.solve('', 1000)).toBeNull()
  const hangs = highsSolver(new URL('data:text/javascript,setInterval(() => {}, 1000)'))
  expect(await hangs.solve('', -1900)).toBeNull()
  await Promise.all([dies.stop(), hangs.stop()])
})
