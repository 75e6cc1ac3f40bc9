import { conceptText, type ContactWay, contactWayWords } from '@foyer/patients'
import { useWords } from './use-words.ts'

/** "Reach only by: Call" for the ways that a patient asked for. */
export function useWayText(): (wish: {
  readonly ways: readonly ContactWay[]
  readonly leaveMessage: boolean
}) => string {
  const { say, locale } = useWords()
  return ({ ways, leaveMessage }) => {
    const only = say('onlyBy', { ways: ways.map((way) => conceptText(contactWayWords, way, locale)).join(', ') })
    return leaveMessage ? only : `${only}. ${say('noMessage')}`
  }
}
