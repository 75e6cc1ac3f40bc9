import type { Permission } from '@foyer/contract'
import {
  Building2,
  CalendarCheck,
  CalendarDays,
  ChartColumn,
  type LucideIcon,
  MessageSquare,
  ScrollText,
  ShieldCheck,
  TextAlignStart,
  UserRound,
  WalletCards,
  Wrench,
} from 'lucide-react'
import { useMe } from '../session.ts'

export interface Place {
  readonly to:
    | '/'
    | '/calendar'
    | '/patients'
    | '/online'
    | '/verification'
    | '/repair'
    | '/outbox'
    | '/reports'
    | '/practice'
    | '/audit'
    | '/privacy'
  readonly word:
    | 'today'
    | 'calendar'
    | 'patients'
    | 'online'
    | 'verification'
    | 'repair'
    | 'outbox'
    | 'reports'
    | 'practice'
    | 'audit'
    | 'privacy'
  readonly keys: string
  readonly icon: LucideIcon
  readonly needs: Permission
  /** Stands at the foot of the rail. */
  readonly isLast?: boolean
  /** Where there is little room it stands in the bar; the others under "More". */
  readonly isOften?: boolean
}

const places: readonly Place[] = [
  { to: '/', word: 'today', keys: 'g t', icon: TextAlignStart, needs: 'schedule.read', isOften: true },
  { to: '/calendar', word: 'calendar', keys: 'g c', icon: CalendarDays, needs: 'schedule.read', isOften: true },
  { to: '/patients', word: 'patients', keys: 'g p', icon: UserRound, needs: 'patient.search', isOften: true },
  { to: '/online', word: 'online', keys: 'g b', icon: CalendarCheck, needs: 'appointment.book', isOften: true },
  { to: '/verification', word: 'verification', keys: 'g i', icon: WalletCards, needs: 'coverage.ask' },
  { to: '/repair', word: 'repair', keys: 'g e', icon: Wrench, needs: 'appointment.move' },
  { to: '/outbox', word: 'outbox', keys: 'g o', icon: MessageSquare, needs: 'message.read' },
  { to: '/reports', word: 'reports', keys: 'g m', icon: ChartColumn, needs: 'measures.read', isLast: true },
  { to: '/privacy', word: 'privacy', keys: 'g v', icon: ShieldCheck, needs: 'privacy.review', isLast: true },
  { to: '/audit', word: 'audit', keys: 'g a', icon: ScrollText, needs: 'audit.read', isLast: true },
  { to: '/practice', word: 'practice', keys: 'g r', icon: Building2, needs: 'practice.read', isLast: true },
]

/** Where the person signed in may go. */
export function usePlaces(): readonly Place[] {
  const { permissions } = useMe()
  return places.filter((place) => permissions.includes(place.needs))
}
