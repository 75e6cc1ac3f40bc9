import { type CallInput, type Refusal, type Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { useAct } from '../../../app/ask.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { showRemarks } from '../move-reason.ts'
import type { DayGroup } from '../shapes.ts'
import { takeBack } from '../undo/take-back.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import { groupNotMoved, type Seated } from './group-not-moved.ts'

type Spec = typeof scheduling.moveGroup
type Move = Omit<CallInput<Spec>, 'groupSessionId' | 'version'>

/** Moves a group with everybody in it; one key puts it back with whom and where it was. */
export function useMoveGroup(page: Names) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(scheduling.moveGroup)
  const move = async (
    group: DayGroup,
    people: readonly Seated[],
    wish: Move,
  ): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const names = page.of(group.assignments[0]?.resourceId)
    const groupSessionId = group.id
    const what = names.typeOf(group.visitTypeId)
    const answer = await act({ groupSessionId, version: group.version, ...wish })
    if (!answer.ok) return answer
    const { version, people: count } = answer.value
    showRemarks(answer.value, say)
    offerUndo(say('groupMoved', { what, when: names.whenOf(wish.start), count }), say('undoKey'), () =>
      takeBack(say, async () => {
        const again = await act({
          groupSessionId,
          start: group.start,
          assignments: group.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
          reason: say('takenBack'),
          version,
        })
        if (again.ok) return ok({ text: say('groupMovedBack', { what, when: names.whenOf(group.start) }) })
        const { title, text } = groupNotMoved(again.error, people, { say, locale, ...names })
        return refuse(`${title}. ${text}`)
      }),
    )
    return answer
  }
  return { move, isPending }
}
