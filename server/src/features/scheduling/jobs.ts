import type { PracticeBook } from '../practice/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reaction } from '../../platform/events/event.ts'
import type { Organizations } from '../../platform/organizations.ts'

export interface SchedulingJobsDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
}

export function schedulingReactions(_deps: SchedulingJobsDeps): Reaction[] {
  return []
}
