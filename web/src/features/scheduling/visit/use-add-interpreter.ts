import { scheduling } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { refresh, useAct } from '../../../app/ask.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault, tellIfOffline, tellRefusal, type Told } from '../refusals.ts'
import type { Appointment } from '../shapes.ts'
import { moveBack } from '../undo/move-back.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

/** Gives a visit an interpreter at the time it has, with whoever takes part already; it can be taken back like every change. */
export function useAddInterpreter(names: Names): (visit: Appointment) => Promise<void> {
  const { say } = useWords()
  const ask = useAct(scheduling.openingAt)
  const move = useAct(scheduling.moveAppointment)
  const tell = ({ title, text }: Told) => void showToast({ kind: 'bad', text: `${title}. ${text}` })

  const add = async (visit: Appointment): Promise<void> => {
    const { id, visitTypeId, siteId, start, version, patient, assignments } = visit
    const person = displayName(patient.name)
    const lead = assignments.find(({ role }) => role === 'clinician') ?? assignments[0]
    const asked = { visitTypeId, siteId, start, resourceId: lead?.resourceId ?? '', patientId: patient.id }
    const found = await ask.act({ ...asked, interpreter: true, movingId: id })
    if (!found.ok) return tell(tellRefusal(found.error, { say, ...names, person }))
    const parts = found.value.assignments.map(({ role, resourceId }) => ({ role, resourceId }))
    const wanted = { appointmentId: id, start, assignments: parts, reason: say('interpreterAddedWhy'), version }
    const moved = await move.act(wanted)
    if (!moved.ok) return tell(tellRefusal(moved.error, { say, ...names, person }))
    const who = names.nameOf(parts.find(({ role }) => role === 'interpreter')?.resourceId ?? '')
    offerUndo(say('interpreterAdded', { who, name: person }), say('undoKey'), () =>
      moveBack({ siteId, visit, moved: moved.value, wasStretched: false }, { move: move.act, say, names }),
    )
  }

  return async (visit) => {
    if (ask.isPending || move.isPending) return
    const offline = tellIfOffline(say)
    if (offline) return tell(offline)
    try {
      await add(visit)
    } catch (error) {
      tell(tellFault(error, say))
    }
    void refresh(scheduling.readDay, scheduling.readAppointment, scheduling.findOpenings)
  }
}
