import { formatMinutes } from '../../../ui/format.ts'
import type { Say } from '../use-words.ts'
import type { Painted, Span } from './model.ts'

type Told = Span & Partial<Pick<Painted, 'kind' | 'label' | 'walkIn' | 'visitTypeIds' | 'capacity' | 'lanes'>>

/** "Monday 8:00 to 12:00, open, walk-ins, at most 12". */
export function sessionText(say: Say, session: Told, day: string): string {
  const { kind = 'open', label, walkIn, visitTypeIds, capacity, lanes } = session
  const parts = [
    say('spanText', { day, from: formatMinutes(session.startMinute), to: formatMinutes(session.endMinute) }),
    label ?? say(kind === 'break' ? 'paint_break' : 'paint_open'),
    walkIn ? say('isWalkIn') : null,
    visitTypeIds ? say('isReserved') : null,
    capacity === undefined ? null : say('atMost', { count: capacity }),
    lanes === undefined ? null : say('lanesText', { count: lanes }),
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** What fits on a block: its name, else its times. */
export function shortText(say: Say, session: Told): string {
  const times = `${formatMinutes(session.startMinute)}–${formatMinutes(session.endMinute)}`
  const name = session.label ?? (session.kind === 'break' ? say('paint_break') : null)
  const count = session.capacity === undefined ? '' : ` · ${session.capacity}`
  // Less than an hour has room for one line.
  if (name !== null && session.endMinute - session.startMinute < 60) return name
  return name === null ? `${times}${count}` : `${name}${count} ${times}`
}
