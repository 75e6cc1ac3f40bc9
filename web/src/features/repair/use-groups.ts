import { repair, scheduling } from '@foyer/contract'
import { askKey, queryClient, refresh, useAct } from '../../app/ask.ts'
import { showToast } from '../../ui/index.ts'
import type { GroupPlace, Repair, RepairGroup } from './shapes.ts'
import { whenText } from './texts.ts'
import { useWords } from './use-words.ts'

const refusalWords = {
  'changed-meanwhile': 'changed',
  'opening-taken': 'groupTaken',
  'no-longer-possible': 'groupTaken',
} as const

const moveRefusalWords = {
  'changed-meanwhile': 'changed',
  'opening-taken': 'groupTimeTaken',
  'no-longer-possible': 'groupTimeNot',
  'people-busy': 'groupPeopleBusy',
  'people-arrived': 'groupArrived',
  'taken-back': 'takenBack',
} as const

/** What one does with a group that waits: somebody else, or another time. `keep` shows the repair as it is then. */
export function useGroups(repairId: string, keep: (next: Repair) => void) {
  const { say, locale } = useWords()
  const { act: giveGroup, isPending: isReassigning } = useAct(repair.reassignRepairGroup)
  const { act: moveGroup, isPending: isMovingGroup } = useAct(repair.moveRepairGroup)

  function refused(text: string): void {
    showToast({ kind: 'warn', text })
    void queryClient.invalidateQueries({ queryKey: askKey(repair.readRepair, { repairId }) })
  }
  function done(next: Repair, text: string): void {
    keep(next)
    showToast({ kind: 'ok', text })
    void refresh(scheduling.readDay, scheduling.readDays, repair.findRepairGroupPlaces)
  }
  const failed = () => showToast({ kind: 'bad', text: say('failed') })

  async function reassign({ id: groupSessionId, version, instead }: RepairGroup) {
    if (instead === null) return
    const assignments = instead.map(({ role, resourceId }) => ({ role, resourceId }))
    try {
      const answer = await giveGroup({ repairId, groupSessionId, version, assignments })
      if (!answer.ok) return refused(say(refusalWords[answer.error.reason]))
      done(answer.value, say('groupGiven', { names: namesOf(instead) }))
    } catch {
      failed()
    }
  }

  /** @param version of the group when its places were looked for */
  async function moveTo({ id: groupSessionId }: RepairGroup, version: number, place: GroupPlace, timeZone: string) {
    const assignments = place.assignments.map(({ role, resourceId }) => ({ role, resourceId }))
    const asked = { repairId, groupSessionId }
    try {
      const answer = await moveGroup({ ...asked, version, start: place.start, assignments })
      if (answer.ok) return done(answer.value, say('groupMoved', { when: whenText(place.start, timeZone, locale) }))
      const { error } = answer
      if ('next' in error)
        queryClient.setQueryData(askKey(repair.findRepairGroupPlaces, asked), { version, places: error.next })
      else void refresh(repair.findRepairGroupPlaces)
      refused(say(moveRefusalWords[error.reason]))
    } catch {
      failed()
    }
  }

  return { reassign, isReassigning, moveTo, isMovingGroup }
}

export function namesOf(all: readonly { readonly name: string }[]): string {
  return all.map(({ name }) => name).join(' · ')
}
