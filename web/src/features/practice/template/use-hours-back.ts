import { practice, type Refusal, type Reply } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import { useAct } from '../../../app/ask.ts'
import { takeBack } from '../../../app/undo/take-back.ts'
import { faultText } from '../saving.ts'
import { useWords } from '../use-words.ts'

/** What saving a template answered. */
export type SavedHours = Reply<typeof practice.changeTemplate>

/**
 * Takes saved weekly hours back, of everybody who got them: those on whose new hours something depends by now keep them,
 * and are named with why.
 */
export function useHoursBack() {
  const { say } = useWords()
  const { act } = useAct(practice.restoreTemplate)
  const why = (error: Refusal<typeof practice.restoreTemplate>): string =>
    error.reason === 'visits-booked' ? say('hoursNeeded', { count: error.count }) : say('undoLate')
  return (saved: readonly SavedHours[]): Promise<boolean> =>
    takeBack(
      async () => {
        const back: string[] = []
        const stayed: string[] = []
        for (const { id: resourceId, name, before, after } of saved) {
          const answer = await act({ resourceId, before, after })
          if (answer.ok) back.push(name)
          else stayed.push(`${name}: ${why(answer.error)}`)
        }
        if (back.length === 0) return refuse(stayed.join(' '))
        const text = [say('hoursBack', { name: back.join(', ') }), ...stayed].join(' ')
        return ok({ text, kind: stayed.length > 0 ? ('warn' as const) : ('ok' as const) })
      },
      { failed: (no) => say('undoFailed', { why: no }), fault: (error) => faultText(error, say) },
      [practice.readPractice],
    )
}
