import { type CancellationReason, cancellationReasons } from '@foyer/scheduling'
import type { SchedulingSay } from '../words.ts'

function isCode(text: string): text is CancellationReason {
  return Object.hasOwn(cancellationReasons, text)
}

/** A reason as it is kept, `weather: The road is closed`: its code in words, what somebody added as it stands. */
export function reasonText(reason: string, say: SchedulingSay): string {
  const [code = '', ...note] = reason.split(': ')
  return isCode(code) ? [say(`whyCancelled_${code}`), ...note].join(': ') : reason
}
