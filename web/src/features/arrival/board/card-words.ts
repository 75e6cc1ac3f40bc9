import { formatDuration, formatTime, signs } from '../../../ui/index.ts'
import { formatShortCents } from '../money.ts'
import type { Words } from '../use-words.ts'
import { familyName, otherLanguage, type Visit, visitTypeName } from '../visit.ts'
import type { CardCorners } from './card-facts.ts'
import type { CardSignal } from './card-signal.ts'

export function signalText(signal: CardSignal, words: Words): string {
  const text = plainText(signal, words)
  return 'isMadeUp' in signal && signal.isMadeUp ? `${text} (${words.say('madeUp')})` : text
}

function plainText(signal: CardSignal, { say, locale }: Words): string {
  switch (signal.code) {
    case 'copay':
      return say('signal_copay', { amount: formatShortCents(signal.cents, locale) })
    case 'missing':
      return say('signal_missing', { count: signal.count })
    case 'runs-late':
      return say('signal_runs-late', { clinician: familyName(signal.clinician), minutes: signal.minutes })
    case 'next-for':
      return say('signal_next-for', { room: signal.room })
    case 'interpreter':
      return say(signal.isHere ? 'signal_interpreterHere' : 'signal_interpreterBooked')
    default:
      return say(`signal_${signal.code}`)
  }
}

export function leftText(visit: Visit, { left }: CardCorners, timeZone: string, { say }: Words): string {
  // "Room 5, procedures": what the room is for has no place on a card.
  if (left.what === 'room') return left.name.split(',')[0] ?? left.name
  return left.what === 'video' ? say('video') : formatTime(visit.start, timeZone)
}

export function rightText({ right, rightKind }: CardCorners, { say, locale }: Words): string | undefined {
  if (right === null) return undefined
  if (right.what === 'name') return right.name
  const length = formatDuration(right.minutes, locale)
  if (right.what === 'late') return say('late', { length })
  if (rightKind === null) return length
  return `${signs[rightKind]} ${length}`
}

/** "Okafor · Follow-up · Vietnamese": the clinician only where a corner does not name them already. */
export function lineText(visit: Visit, { right }: CardCorners, { locale }: Words): string {
  const clinician =
    visit.clinician && right?.what !== 'name' && visit.status !== 'arrived' ? visit.clinician.name : null
  const parts = [clinician && familyName(clinician), visitTypeName(visit, locale), otherLanguage(visit, locale)]
  return parts.filter(Boolean).join(' · ')
}
