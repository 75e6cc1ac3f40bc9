import { scheduling } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import { takeBack as take, type TakenBack } from '../../../app/undo/take-back.ts'
import { tellFault } from '../refusals.ts'
import type { SchedulingSay } from '../words.ts'

/** Whatever shows visits and time. */
const calendar = [
  scheduling.readDay,
  scheduling.readDays,
  scheduling.readAppointment,
  scheduling.readSeries,
  scheduling.readChain,
  scheduling.findOpenings,
  scheduling.findChains,
]

/** Takes a change of the calendar back and says how that went. `work` answers what to say, else why not. */
export function takeBack(say: SchedulingSay, work: () => Promise<Result<TakenBack, string>>): Promise<boolean> {
  return take(work, { failed: (why) => say('undoFailed', { why }), fault: (error) => faultText(error, say) }, calendar)
}

/** A fault in one piece. */
export function faultText(error: unknown, say: SchedulingSay): string {
  const { title, text } = tellFault(error, say)
  return `${title}. ${text}`
}
