import type { Reply, scheduling } from '@foyer/contract'
import { showToast } from '../../ui/index.ts'
import type { SchedulingSay } from './words.ts'

export const moveReasons = ['patient', 'clinician', 'practice', 'sooner'] as const
export type MoveReason = (typeof moveReasons)[number]

/** Leaves room for the reason before it. */
export const mostNote = 150

/** What goes into the history of a moved visit: why, and what somebody added in their own words. */
export function moveReasonText(say: SchedulingSay, reason: MoveReason, note: string): string {
  const words = note.trim()
  const why = say(`moveReason_${reason}`)
  return words === '' ? why : `${why}: ${words}`
}

/** The move was made all the same: which distances within its chain do not hold any more. */
export function showRemarks(
  { remarks = [] }: Pick<Reply<typeof scheduling.moveAppointment>, 'remarks'>,
  say: SchedulingSay,
): void {
  if (remarks.length === 0) return
  const what = remarks.map(({ rule }) => say(`override_${rule}`)).join('. ')
  showToast({ kind: 'warn', text: say('movedBut', { what }) })
}
