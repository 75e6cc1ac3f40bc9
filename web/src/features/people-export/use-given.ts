import { peopleExport } from '@foyer/contract'
import { refresh, useAct } from '../../app/ask.ts'
import { formatBirthDate, showToast } from '../../ui/index.ts'
import type { AccessRequest } from './shapes.ts'
import { useWords } from './use-words.ts'

type Way = (typeof peopleExport.delivered.options)[number]

export interface Given {
  /** `onDone` before anything is shown, so that the focus has somewhere to be. */
  readonly give: (way: Way, onDone: () => void) => Promise<void>
  readonly takeBack: () => Promise<void>
  readonly isPending: boolean
}

/** That a copy was given, and the way back. */
export function useGiven(patientId: string, { id: requestId, askedBy: name, dueOn }: AccessRequest): Given {
  const { say, locale } = useWords()
  const giving = useAct(peopleExport.giveCopy)
  const taking = useAct(peopleExport.takeBackGiven)

  const takeBack = async () => {
    try {
      await taking.act({ patientId, requestId })
      await refresh(peopleExport.listAccessRequests, peopleExport.listDueCopies, peopleExport.countDueCopies)
      showToast({ text: say('dueAgain', { name, date: formatBirthDate(dueOn, locale) }) })
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  const give = async (delivered: Way, onDone: () => void) => {
    try {
      // Whoever was faster has said the same.
      await giving.act({ patientId, requestId, delivered })
      onDone()
      await refresh(peopleExport.listAccessRequests, peopleExport.listDueCopies, peopleExport.countDueCopies)
      showToast({
        text: say('marked', { name, how: say(`delivered_${delivered}`) }),
        kind: 'ok',
        undo: () => void takeBack(),
      })
    } catch {
      showToast({ text: say('failed'), kind: 'bad' })
    }
  }
  return { give, takeBack, isPending: giving.isPending || taking.isPending }
}
