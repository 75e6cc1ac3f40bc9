import { ok, refuse } from '@foyer/kernel'
import type { RuleCode } from '@foyer/scheduling'
import { expect, test } from 'vitest'
import { anAssignment, aVisit } from '../testing-day.ts'
import { sayIn } from '../testing.ts'
import type { Names } from '../use-names.ts'
import { type Move, moveBack } from './move-back.ts'

const names = { nameOf: () => 'Dr Singh', whenOf: () => 'Tue 24 Nov, 9:20' } as unknown as Names

const visit = aVisit({
  assignments: [anAssignment('clinician', 'a', '2026-11-24T15:20:00Z', '2026-11-24T15:40:00Z')],
})

type Asked = Parameters<Move>[0]

/** A server to which these rules say no until they are set aside. */
function against(...rules: readonly RuleCode[]): { readonly move: Move; readonly asked: Asked[] } {
  const asked: Asked[] = []
  const move: Move = (input) => {
    asked.push(input)
    const left = rules.filter((rule) => !input.overrides?.rules.includes(rule))
    const objections = left.map((rule) => ({ rule, verdict: 'not-met', mayOverride: true, resourceId: 'a' }))
    const error = { reason: left[0] === 'overbook' ? 'opening-taken' : left[0], rules: objections, next: [] }
    return Promise.resolve(
      left.length > 0
        ? refuse(error as never)
        : ok({ id: input.appointmentId, start: input.start, end: input.start, version: 3 }),
    )
  }
  return { move, asked }
}

async function back(rules: readonly RuleCode[], setAside?: readonly RuleCode[]) {
  const server = against(...rules)
  const moved = { version: 2, ...(setAside ? { setAside } : {}) }
  const isDone = await moveBack(
    { siteId: 's', visit, moved, wasStretched: false },
    { move: server.move, say: sayIn('en'), names },
  )
  return { isDone, setAside: server.asked.map(({ overrides }) => overrides?.rules ?? []) }
}

test('a rule that says no only now is not set aside by taking a move back', async () => {
  expect(await back(['cap'])).toEqual({ isDone: false, setAside: [[]] })
  expect(await back(['cap'], ['too-soon'])).toEqual({ isDone: false, setAside: [[]] })
  expect(await back(['cap', 'too-soon'], ['too-soon'])).toEqual({ isDone: false, setAside: [[]] })
})

test('what somebody had set aside for the old place is set aside again', async () => {
  expect(await back(['too-soon'], ['too-soon', 'cap'])).toEqual({ isDone: true, setAside: [[], ['too-soon']] })
  expect(await back([])).toEqual({ isDone: true, setAside: [[]] })
})

test('nobody who has the time by now is booked over, whatever was set aside before', async () => {
  expect(await back(['overbook'], ['overbook'])).toEqual({ isDone: false, setAside: [[]] })
  expect(await back(['buffer'], ['buffer'])).toEqual({ isDone: false, setAside: [[]] })
})
