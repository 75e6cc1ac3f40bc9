import { UserRound } from 'lucide-react'
import { EmptyState } from '../../ui/index.ts'
import { ReadinessPanel, type Visit, type VisitHands } from '../arrival/index.ts'
import { PersonPanel } from '../patients/index.ts'
import { useWords } from './use-words.ts'

export interface PersonPaneProps {
  readonly visit: Visit | null
  readonly hands: VisitHands
  readonly date: string
  readonly today: string
  readonly timeZone: string
}

export function PersonPane({ visit, hands, date, today, timeZone }: PersonPaneProps) {
  const { say } = useWords()
  if (visit === null) {
    return (
      <EmptyState title={say('nobody')} icon={UserRound}>
        {say('nobodyHint')}
      </EmptyState>
    )
  }
  return (
    <PersonPanel key={visit.patient.id} patientId={visit.patient.id}>
      <ReadinessPanel visit={visit} hands={hands} date={date} today={today} timeZone={timeZone} />
    </PersonPanel>
  )
}
