import { practice } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import { useAct } from '../../../app/ask.ts'
import { takeBack } from '../../../app/undo/take-back.ts'
import { faultText } from '../saving.ts'
import type { Holiday, KeptHoliday } from '../shapes.ts'
import { useWords } from '../use-words.ts'

/** Closes the date of a removed holiday again; what was booked on it meanwhile stays, and is told. */
export function useHolidayBack(onBack: (kept: readonly KeptHoliday[]) => void) {
  const { say } = useWords()
  const { act } = useAct(practice.addHolidays)
  return ({ date, name, siteId }: Holiday): Promise<boolean> =>
    takeBack(
      async () => {
        const answer = await act({ holidays: [{ date, name, siteId }] })
        if (!answer.ok) return refuse(say('undoLate'))
        onBack(answer.value.holidays)
        return ok({ text: say('madeAgain', { name }) })
      },
      { failed: (why) => say('undoFailed', { why }), fault: (error) => faultText(error, say) },
      [practice.readPractice],
    )
}
