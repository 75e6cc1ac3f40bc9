import type { ContactWay } from '@foyer/patients'
import { useWords } from './use-words.ts'

/** "Reach only by: Call" for the ways that a patient asked for. */
export function useWayText(): (wish: {
  readonly ways: readonly ContactWay[]
  readonly leaveMessage: boolean
}) => string {
  const { say } = useWords()
  return ({ ways, leaveMessage }) => {
    const only = say('onlyBy', { ways: ways.map((way) => say(`way_${way}`)).join(', ') })
    return leaveMessage ? only : `${only}. ${say('noMessage')}`
  }
}
