import { scheduling } from '@foyer/contract'
import type { RuleCode } from '@foyer/scheduling'
import { refresh } from '../../../app/ask.ts'
import type { Names } from '../use-names.ts'
import { groupNotMoved } from '../visit/group-not-moved.ts'
import { useMoveGroup } from '../visit/use-move-group.ts'
import { useWords } from '../words.ts'
import type { Load } from './load.ts'
import { showGroupMoved } from './optimistic.ts'
import type { Refused } from './refused.ts'
import type { Wanted } from './wanted.ts'

type DroppedGroup = {
  readonly load: Extract<Load, { kind: 'group' }>
  readonly wanted: Wanted
  readonly reason: string
  readonly overriding: readonly RuleCode[]
}

/** Moves a group with everybody in it: shown at once, put back when it is refused. Null when it is done. */
export function useDropGroup(page: Names) {
  const { say, locale } = useWords()
  const { move, isPending } = useMoveGroup(page)
  const drop = async ({ load, wanted, reason, overriding }: DroppedGroup): Promise<Refused | null> => {
    const { group, people, siteId } = load
    const names = page.at(siteId)
    const putBack = showGroupMoved(siteId, group, people, wanted)
    try {
      const answer = await move(group, people, {
        start: wanted.start,
        assignments: wanted.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
        reason,
        ...(overriding.length > 0 ? { overrides: { reason, rules: [...overriding] } } : {}),
      })
      if (answer.ok) return null
      putBack()
      const rules = ('rules' in answer.error ? answer.error.rules : undefined) ?? []
      return {
        told: groupNotMoved(answer.error, people, { say, locale, ...names }),
        next: 'next' in answer.error ? answer.error.next : [],
        mayOverride: rules.every((rule) => rule.mayOverride) ? rules.map(({ rule }) => rule) : [],
      }
    } catch (error) {
      putBack()
      throw error
    } finally {
      void refresh(scheduling.readDay, scheduling.readDays, scheduling.readAppointment, scheduling.findOpenings)
    }
  }
  return { drop, isPending }
}
