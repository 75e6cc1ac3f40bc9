import type { CheckIn, ReadinessItem } from '../visit.ts'

/** The check-in as it will be when the server has noted a step, or taken it back. */
export function withStep(checkIn: CheckIn, code: ReadinessItem['code'], done: boolean, today: string): CheckIn {
  const change = (item: ReadinessItem): ReadinessItem =>
    item.code === code ? { ...item, state: done ? 'ready' : 'missing', on: done ? today : null } : item
  return { ...checkIn, steps: checkIn.steps.map(change) }
}
