import { arrival } from '@foyer/contract'
import { useParams } from '@tanstack/react-router'
import { useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { Answer } from '../../app/states.tsx'
import { CheckInView } from './check-in/check-in-view.tsx'
import { useWords } from './use-words.ts'

export function CheckInPage() {
  const { say } = useWords()
  const { appointmentId } = useParams({ from: '/check-in/$appointmentId' })
  const answer = useAsk(arrival.readCheckIn, { appointmentId })
  return (
    <Page title={say('checkIn')} width="narrow">
      <Answer of={answer}>{(checkIn) => <CheckInView key={appointmentId} checkIn={checkIn} />}</Answer>
    </Page>
  )
}
