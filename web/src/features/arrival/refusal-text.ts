import type { arrival, Refusal } from '@foyer/contract'
import { ProblemError } from '../../app/client.ts'
import { formatDay } from '../../ui/index.ts'
import type { Words } from './use-words.ts'

export type StepRefusal = Refusal<typeof arrival.moveVisit> | Refusal<typeof arrival.undoVisit>

/** Why a step along the board was refused, and what to do next. */
export function stepRefusalText(refusal: StepRefusal, { say, locale }: Words, roomName: string | null): string {
  switch (refusal.reason) {
    case 'not-from-here':
    case 'moved-meanwhile':
      return say(`refused_${refusal.reason}`, { status: say(`status_${refusal.status}`) })
    case 'room-taken':
      return roomName === null ? say('refused_room-taken-unknown') : say('refused_room-taken', { room: roomName })
    case 'not-today':
      return say('refused_not-today', { day: formatDay(refusal.date, locale) })
    case 'nothing-to-undo':
    case 'opening-taken':
    case 'no-longer-possible':
      return say(`refused_${refusal.reason}`)
  }
}

/** Why the server could not go on. Everything but a rule's refusal comes this way. */
export function problemText(error: unknown, { say }: Words): string {
  const status = error instanceof ProblemError ? error.status : null
  if (status === 0) return say('problem_offline')
  return say(status === 403 ? 'problem_forbidden' : 'problem_fault')
}
