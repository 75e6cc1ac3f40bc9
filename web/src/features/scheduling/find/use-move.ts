import { type CallInput, scheduling } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { showRemarks } from '../move-reason.ts'
import { tellFault, tellIfOffline, type Told } from '../refusals.ts'
import type { Appointment, Opening, Overrides, SchedulingRefusal } from '../shapes.ts'
import { moveBack } from '../undo/move-back.ts'
import type { Change } from '../../../app/undo/undo-stack.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'

type MoveOptions = {
  readonly appointmentId: string | undefined
  readonly within: CallInput<typeof scheduling.moveAppointment>['wish']
  readonly say: SchedulingSay
  readonly names: Names
  readonly tell: (told: Told | null) => void
  readonly refused: (refusal: SchedulingRefusal, opening: Opening) => void
  readonly onMoved: (appointment: Appointment, opening: Opening, takeBack: Change['takeBack']) => void
}

const none = '00000000-0000-0000-0000-000000000000'

/** A new time for a visit: it keeps its identity, and the old time is freed only if the new one holds. */
export function useMove({ appointmentId, within, say, names, tell, refused, onMoved }: MoveOptions) {
  const visit = useAsk(
    scheduling.readAppointment,
    { appointmentId: appointmentId ?? none },
    { isEnabled: appointmentId !== undefined },
  )
  const move = useAct(scheduling.moveAppointment)
  const [chosen, setChosen] = useState<Opening | null>(null)
  const appointment = appointmentId === undefined ? undefined : visit.data

  const moveTo = async (to: Opening, reason: string, overrides: Overrides | null) => {
    if (!appointment || move.isPending) return
    const offline = tellIfOffline(say)
    if (offline) return tell(offline)
    try {
      const answer = await move.act({
        appointmentId: appointment.id,
        start: to.start,
        assignments: to.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
        reason,
        version: appointment.version,
        overrides,
        wish: within,
      })
      setChosen(null)
      if (answer.ok) {
        const moved = answer.value
        showRemarks(moved, say)
        onMoved(appointment, to, () =>
          moveBack(
            { siteId: appointment.siteId, visit: appointment, moved, wasStretched: false },
            { move: move.act, say, names },
          ),
        )
      } else refused(answer.error, to)
    } catch (error) {
      tell(tellFault(error, say))
    }
    void refresh(scheduling.readDay, scheduling.readAppointment)
  }

  return {
    isMoving: appointmentId !== undefined,
    appointment,
    chosen,
    choose: (opening: Opening) => {
      tell(null)
      setChosen(opening)
    },
    letGo: () => setChosen(null),
    confirm: async (reason: string) => chosen && moveTo(chosen, reason, null),
    moveTo,
    isPending: move.isPending,
  }
}
