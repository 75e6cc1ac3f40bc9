import type { practice, Refusal } from '@foyer/contract'
import type { Told } from '../refusals.ts'
import type { SchedulingSay } from '../words.ts'

type Refused = Refusal<typeof practice.blockTime> | Refusal<typeof practice.changeBlock>

/** Why time is not closed. */
export function blockNotMade(error: Refusal<typeof practice.blockTime>, say: SchedulingSay): Told {
  return { kind: 'warn', title: say('blockFailed'), text: whyNotClosed(error, say) }
}

/** Why blocked time stays as it is. */
export function blockNotChanged(error: Refusal<typeof practice.changeBlock>, say: SchedulingSay): Told {
  return { kind: 'warn', title: say('blockChangeFailed'), text: whyNotClosed(error, say) }
}

function whyNotClosed(error: Refused, say: SchedulingSay): string {
  switch (error.reason) {
    case 'visits-booked':
      return error.count > 0 ? say('blockVisits', { count: error.count }) : say('blockThere')
    case 'nothing-to-close':
      return say('blockNothing')
    case 'too-many-days':
      return say('blockTooLong', { count: error.most })
    case 'backwards':
      return say('blockBackwards')
  }
}
