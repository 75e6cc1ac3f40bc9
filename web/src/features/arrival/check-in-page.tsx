import { arrival, scheduling } from '@foyer/contract'
import { useParams } from '@tanstack/react-router'
import { useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { Answer } from '../../app/states.tsx'
import { GlassGate } from '../privacy/index.ts'
import { CheckInView } from './check-in/check-in-view.tsx'
import { useWords } from './use-words.ts'

interface RestrictedVisitProps {
  readonly appointmentId: string
  readonly onOpened: () => void
}

/** Whose visit it is stands on the day; the record behind it wants a reason. */
function RestrictedVisit({ appointmentId, onOpened }: RestrictedVisitProps) {
  const visit = useAsk(scheduling.readAppointment, { appointmentId })
  return <Answer of={visit}>{({ patient }) => <GlassGate patientId={patient.id} onOpened={onOpened} />}</Answer>
}

export function CheckInPage() {
  const { say } = useWords()
  const { appointmentId } = useParams({ from: '/check-in/$appointmentId' })
  const answer = useAsk(arrival.readCheckIn, { appointmentId })
  return (
    <Page title={say('checkIn')} width="narrow">
      <Answer
        of={answer}
        restricted={<RestrictedVisit appointmentId={appointmentId} onOpened={() => void answer.refetch()} />}
      >
        {(checkIn) => <CheckInView key={appointmentId} checkIn={checkIn} />}
      </Answer>
    </Page>
  )
}
