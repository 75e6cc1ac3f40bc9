import { coverageOrder, eligibility, patients, proposals, record, type Reply, restricted } from '@foyer/contract'
import { fieldName } from '@foyer/patients'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast } from '../../../ui/index.ts'
import { useWords } from './use-words.ts'

export type Proposal = Reply<typeof proposals.readProposals>['proposals'][number]

function payerOf(
  refused: { readonly reason: string } | { readonly payer: string } | { readonly policy: string },
): string {
  if ('payer' in refused) return refused.payer
  return 'policy' in refused ? refused.policy : ''
}

/** Decides one proposal of a person, and says what became of it. */
export function useDecide() {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(proposals.decideProposal)

  const said = ({ policy }: Proposal, decision: 'taken' | 'declined', field: string): string => {
    if (policy) return say(decision === 'taken' ? 'policyTaken' : 'policyKept', { payer: policy.payer })
    return say(decision === 'taken' ? 'taken' : 'kept', { field })
  }
  const decide = async (patientId: string, one: Proposal, decision: 'taken' | 'declined') => {
    const field = fieldName(one.field, locale)
    try {
      const result = await act({ patientId, proposalId: one.id, decision, current: one.current })
      if (result.ok) showToast({ kind: 'ok', text: said(one, decision, field) })
      else showToast({ kind: 'warn', text: say(`refused_${result.error.reason}`, { payer: payerOf(result.error) }) })
    } catch {
      showToast({ kind: 'bad', text: say('failed') })
    }
    await refresh(proposals.listProposals, proposals.readProposals, patients.readPatient, restricted.listChanges)
    await refresh(record.readRecord, eligibility.readCoverageCards, coverageOrder.readCoverageOrder)
  }
  return { decide, isPending }
}
