import type { duplicates, Refusal } from '@foyer/contract'
import { isWord, type Say } from './use-words.ts'

type AnyRefusal =
  | Refusal<typeof duplicates.mergePatients>
  | Refusal<typeof duplicates.unmergePatients>
  | Refusal<typeof duplicates.decideDuplicate>
type Visit = Extract<AnyRefusal, { reason: 'visits-at-one-time' }>['visits'][number]

export interface RefusalText {
  readonly text: string
  readonly visits: readonly Visit[]
}

/** Why not, and what to settle first. */
export function refusalText(refusal: AnyRefusal, say: Say): RefusalText {
  const visits = refusal.reason === 'visits-at-one-time' ? refusal.visits : []
  if (refusal.reason !== 'clash') return { text: say(`r_${refusal.reason}`), visits }
  const known = `clash_${refusal.constraint}`
  return { text: say('r_clash', { what: say(isWord(known) ? known : 'clash_other') }), visits }
}
