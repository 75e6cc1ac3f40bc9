import { patients, proposals, type Reply, restricted } from '@foyer/contract'
import { fieldName } from '@foyer/patients'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { useWords } from './use-words.ts'

export type Proposal = Reply<typeof proposals.readProposals>['proposals'][number]

/** Decides one proposal of a person, and says what became of it. */
export function useDecide() {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(proposals.decideProposal)

  const decide = async (patientId: string, one: Proposal, decision: 'taken' | 'declined') => {
    const field = fieldName(one.field, locale)
    try {
      const result = await act({ patientId, proposalId: one.id, decision, current: one.current })
      if (result.ok) showToast({ kind: 'ok', text: say(decision === 'taken' ? 'taken' : 'kept', { field }) })
      else showToast({ kind: 'warn', text: say(`refused_${result.error.reason}`) })
    } catch {
      showToast({ kind: 'bad', text: say('failed') })
    }
    await refresh(proposals.listProposals, proposals.readProposals, patients.readPatient, restricted.listChanges)
  }
  return { decide, isPending }
}
