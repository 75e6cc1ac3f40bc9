import { practice } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { useAct } from '../../../app/ask.ts'
import { takeBack } from '../../../app/undo/take-back.ts'
import { faultText } from '../saving.ts'
import { useWords } from '../use-words.ts'
import type { DatedLine } from './dated-lines.ts'

/**
 * Makes a line of the list again as it was: leave and an opened time with its dates and reason, closed time as it was
 * closed. Nothing is closed over what was booked meanwhile. Answers whether it was done, and says so.
 */
export function useMadeAgain() {
  const { say } = useWords()
  const leaving = useAct(practice.addLeave)
  const opening = useAct(practice.addException)
  const closing = useAct(practice.closeOpened)

  const made = (text: string, work: () => Promise<Result<unknown, unknown>>): Promise<boolean> =>
    takeBack(
      async () => {
        const answer = await work()
        return answer.ok ? ok({ text }) : refuse(say('undoLate'))
      },
      { failed: (why) => say('undoFailed', { why }), fault: (error) => faultText(error, say) },
      [practice.listDatedHours, practice.readPractice],
    )

  return {
    block: (openedId: string, text: string) => made(text, () => closing.act({ openedId })),
    hours: ({ kind, resourceIds, from, to, startMinute, endMinute, reason }: DatedLine, text: string) => {
      const [resourceId = ''] = resourceIds
      return made(text, () =>
        kind === 'open'
          ? opening.act({ resourceId, date: from, startMinute, endMinute, kind, reason })
          : leaving.act({ resourceId, from, to, fromMinute: startMinute, toMinute: endMinute, reason }),
      )
    },
  }
}
