import { scheduling } from '@foyer/contract'
import { refresh, useAct, useAsk } from '../../../app/ask.ts'
import { useMay } from '../../../app/session.ts'
import { showToast } from '../../../ui/index.ts'
import { tellFault } from '../refusals.ts'
import { useWords } from '../words.ts'

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
  return {
    sets: (data?.columnSets ?? []).filter((set) => set.siteId === siteId),
    mayShare,
    add: (name: string, resourceIds: readonly string[], shared: boolean) =>
      void doing(() => added.act({ siteId, name, resourceIds: [...resourceIds], shared })),
    remove: (columnSetId: string) => void doing(() => removed.act({ columnSetId })),
  }
}
