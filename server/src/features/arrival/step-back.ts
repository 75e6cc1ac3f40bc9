import { type AppointmentStatus, undoTarget } from '@foyer/scheduling'
import type { StepRow } from './store.ts'

/** What undoing the last step leads back to. */
export interface StepBack {
  readonly stepId: string
  readonly to: AppointmentStatus
  /** When the visit came into that status the first time: who was put into a room by mistake has waited all along. */
  readonly since: string
  readonly roomId: string | null
}

/**
 * @param steps those of one visit that hold, oldest first
 * @returns null when there is nothing to undo, or when the last step does not lead to where the visit is
 */
export function stepBack(steps: readonly StepRow[], status: AppointmentStatus, bookedAt: string): StepBack | null {
  const last = steps.at(-1)
  const before = steps.at(-2)
  // The table's words are those of the package.
  const history = steps as unknown as readonly { from_status: AppointmentStatus | null; to_status: AppointmentStatus }[]
  const to = undoTarget(history.map((step) => ({ from: step.from_status, to: step.to_status, undone: false })))
  if (!last || to === null || last.to_status !== status) return null
  const came = before?.to_status === to ? before : null
  return { stepId: last.id, to, since: came?.at ?? bookedAt, roomId: inRoom(to) ? (came?.room_id ?? null) : null }
}

/** Somebody in one of these is in a room, where one was named. */
export function inRoom(status: AppointmentStatus): boolean {
  return status === 'roomed' || status === 'with-clinician'
}
