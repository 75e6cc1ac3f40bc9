import { selfBooking } from '@foyer/contract'
import { Link } from '@tanstack/react-router'
import { useAsk } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { useMay } from '../../app/session.ts'
import { buttonClass } from '../../ui/index.ts'
import { words } from './words.ts'

/** How many visits booked online wait for the desk, and the way to them; nothing where none does. */
export function WaitingNote() {
  const { say } = useCatalog('self-booking', words)
  const list = useAsk(selfBooking.listSelfBookings, {}, { isEnabled: useMay('appointment.book') })
  const count = list.data?.visits.length ?? 0
  if (count === 0) return null
  return (
    <Link to="/online" className={buttonClass({ variant: 'plain', size: 'sm' })}>
      → {say('waiting', { count })}
    </Link>
  )
}
