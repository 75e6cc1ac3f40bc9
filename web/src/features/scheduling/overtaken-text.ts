import type { scheduling, Refusal } from '@foyer/contract'
import type { Names } from './use-names.ts'
import type { SchedulingSay } from './words.ts'

export type Overtaken = NonNullable<
  Extract<Refusal<typeof scheduling.bookAppointment>, { reason: 'opening-taken' }>['overtaken']
>

export type OvertakenNames = Pick<Names, 'nameOf' | 'timeOf' | 'whenOf'>

const justNowSeconds = 60
const halfADaySeconds = 43_200

/**
 * Why an opening that was offered is gone, as a sentence: who took the time for what, and whether that was a moment ago or
 * the list was older than it.
 */
export function overtakenText(it: Overtaken, { nameOf, timeOf, whenOf }: OvertakenNames, say: SchedulingSay): string {
  const values = { name: nameOf(it.resourceId), from: timeOf(it.start), to: timeOf(it.end), who: it.staffName ?? '' }
  const isNamed = it.staffName !== null
  if (it.by === 'block') return say('overtakenBlock', values)
  if (it.by === 'hold') {
    const until = it.until === null ? '' : timeOf(it.until)
    return say(isNamed ? 'overtakenHold' : 'overtakenHoldOnline', { ...values, until })
  }
  const what =
    it.by === 'group'
      ? say('overtakenGroup', values)
      : say(isNamed ? 'overtakenVisit' : 'overtakenVisitSomehow', values)
  if (it.since === null || it.secondsAgo === null) return what
  if (it.secondsAgo < justNowSeconds) return `${what} ${say('overtakenJustNow')}`
  return `${what} ${say('overtakenBefore', { when: it.secondsAgo < halfADaySeconds ? timeOf(it.since) : whenOf(it.since) })}`
}
