import { repair, scheduling } from '@foyer/contract'
import { useCallback, useRef, useState } from 'react'
import { askKey, queryClient, refresh, useAct } from '../../app/ask.ts'
import { showToast } from '../../ui/index.ts'
import type { Decision, Repair } from './shapes.ts'
import { useGroups } from './use-groups.ts'
import { useWords } from './use-words.ts'

/** A reply counts only if it is not older than what is shown: answers may overtake one another. */
function show(next: Repair): void {
  queryClient.setQueryData<Repair>(askKey(repair.readRepair, { repairId: next.id }), (before) =>
    before && before.version > next.version ? before : next,
  )
}

const refusalWords = {
  'changed-meanwhile': 'changed',
  'nothing-decided': 'nothingDecided',
  'already-applied': 'alreadyApplied',
  'no-proposal': 'noProposal',
  'reason-missing': 'cancelReasonMissing',
  'not-applied': 'notApplied',
  'time-past': 'timePast',
  'taken-back': 'takenBack',
} as const

/** What one does with a repair. Decisions show at once and are taken back where the server says no. */
export function useRepair(repairId: string) {
  const { say } = useWords()
  const { act: decideOne } = useAct(repair.decideRepairItem)
  const { act: acceptAll, isPending: isAccepting } = useAct(repair.acceptRepair)
  const { act: planAnew, isPending: isPlanning } = useAct(repair.reproposeRepair)
  const { act: applyAll, isPending: isApplying } = useAct(repair.applyRepair)
  const { act: takeAllBack, isPending: isTakingBack } = useAct(repair.takeBackRepair)
  const { act: note } = useAct(repair.noteRepairAnswer)
  const [pending, setPending] = useState<ReadonlyMap<string, Decision>>(new Map())

  const refused = useCallback(
    (reason: keyof typeof refusalWords) => {
      showToast({ kind: 'warn', text: say(refusalWords[reason]) })
      void queryClient.invalidateQueries({ queryKey: askKey(repair.readRepair, { repairId }) })
    },
    [say, repairId],
  )
  const failed = useCallback(() => showToast({ kind: 'bad', text: say('failed') }), [say])

  /** The newest version a reply has told of. What the page asked for by itself may come back older. */
  const newest = useRef(0)
  const keep = (next: Repair): void => {
    newest.current = Math.max(newest.current, next.version)
    show(next)
  }
  /** What was sent and not answered yet. */
  const running = useRef(new Set<Promise<void>>())
  /** The version once one's own decisions are through: somebody fast does not overtake themselves. */
  async function settledVersion(): Promise<number> {
    await Promise.all(running.current)
    const shown = queryClient.getQueryData<Repair>(askKey(repair.readRepair, { repairId }))?.version ?? 0
    return Math.max(shown, newest.current)
  }
  function decide(...order: Parameters<typeof send>): Promise<void> {
    const sent = send(...order).finally(() => running.current.delete(sent))
    running.current.add(sent)
    return sent
  }

  async function send(appointmentId: string, decision: Exclude<Decision, 'overtaken'>, reason: string | null = null) {
    setPending((before) => new Map(before).set(appointmentId, decision))
    try {
      const answer = await decideOne({ repairId, appointmentId, decision, reason })
      if (answer.ok) keep(answer.value)
      else refused(answer.error.reason)
    } catch {
      failed()
    } finally {
      setPending((before) => {
        const after = new Map(before)
        after.delete(appointmentId)
        return after
      })
    }
  }

  async function accept() {
    try {
      const answer = await acceptAll({ repairId, version: await settledVersion() })
      if (answer.ok) keep(answer.value)
      else refused(answer.error.reason)
    } catch {
      failed()
    }
  }

  async function plan(urgencies: readonly { appointmentId: string; urgency: number }[] = []) {
    try {
      const answer = await planAnew({ repairId, version: await settledVersion(), urgencies: [...urgencies] })
      if (answer.ok) keep(answer.value)
      else refused(answer.error.reason)
    } catch {
      failed()
    }
  }

  /** Answers how many were overtaken, or null when it was not done. */
  async function apply(): Promise<number | null> {
    try {
      const answer = await applyAll({ repairId, version: await settledVersion() })
      if (answer.ok) {
        keep(answer.value)
        return answer.value.overtaken
      }
      refused(answer.error.reason)
    } catch {
      failed()
    }
    return null
  }

  /** Sends visits back to where they were and opens the time; answers how many went, or null when it was not done. */
  async function takeBack(
    appointmentIds: readonly string[],
  ): Promise<{ back: number; stayed: number; groupsStayed: number } | null> {
    try {
      const answer = await takeAllBack({
        repairId,
        version: await settledVersion(),
        appointmentIds: [...appointmentIds],
      })
      if (answer.ok) {
        keep(answer.value)
        void refresh(scheduling.readDay, scheduling.readDays)
        const { stayed, groupsStayed } = answer.value
        return { back: appointmentIds.length - stayed, stayed, groupsStayed }
      }
      refused(answer.error.reason)
    } catch {
      failed()
    }
    return null
  }

  async function noteByPhone(appointmentId: string) {
    try {
      const answer = await note({ repairId, appointmentId, answer: 'by-phone' })
      if (answer.ok) keep(answer.value)
      else refused(answer.error.reason)
    } catch {
      failed()
    }
  }

  const groups = useGroups(repairId, keep)
  const waits = { isAccepting, isPlanning, isApplying, isTakingBack }
  return { pending, decide, accept, plan, apply, takeBack, noteByPhone, ...groups, ...waits }
}

export type RepairActs = ReturnType<typeof useRepair>
