import { type Reply, scheduling } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { takeBack as take } from '../../../app/undo/take-back.ts'
import { offerUndo } from '../../../app/undo/undo-store.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault } from '../refusals.ts'
import { faultText } from '../undo/take-back.ts'
import { useWords } from '../words.ts'

export type ColumnSet = Reply<typeof scheduling.listColumnSets>['columnSets'][number]

/** The column sets of a site: one's own, and those that are for everybody. */
export function useColumnSets(siteId: string) {
  const { say } = useWords()
  const mayShare = useMay('schedule.share')
  const { data } = useAsk(scheduling.listColumnSets, {})
  const added = useAct(scheduling.addColumnSet)
  const removed = useAct(scheduling.removeColumnSet)
  const tell = (text: string) => showToast({ kind: 'bad', text })
  const doing = async (work: () => Promise<{ readonly ok: boolean }>) => {
    try {
      const answer = await work()
      if (!answer.ok) tell(say('columnSetRefused'))
    } catch (error) {
      const { title, text } = tellFault(error, say)
      tell(`${title}. ${text}`)
    }
    void refresh(scheduling.listColumnSets)
  }
  /** Under a new id, which nobody has kept: a set is known by its name. */
  const back = ({ name, resourceIds, shared, siteId: at }: ColumnSet): Promise<boolean> =>
    take(
      async () => {
        const answer = await added.act({ siteId: at, name, resourceIds: [...resourceIds], shared })
        return answer.ok ? ok({ text: say('columnSetBack', { name }) }) : refuse(say('columnSetRefused'))
      },
      { failed: (why) => say('undoFailed', { why }), fault: (error) => faultText(error, say) },
      [scheduling.listColumnSets],
    )
  return {
    sets: (data?.columnSets ?? []).filter((set) => set.siteId === siteId),
    mayShare,
    add: (name: string, resourceIds: readonly string[], shared: boolean) =>
      void doing(() => added.act({ siteId, name, resourceIds: [...resourceIds], shared })),
    remove: (set: ColumnSet) =>
      void doing(async () => {
        const answer = await removed.act({ columnSetId: set.id })
        if (answer.ok) offerUndo(say('columnSetRemoved', { name: set.name }), say('undoKey'), () => back(set))
        return answer
      }),
  }
}
