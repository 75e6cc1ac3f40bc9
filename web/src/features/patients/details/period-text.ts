import { formatBirthDate } from '../../../ui/index.ts'
import type { Say } from './use-words.ts'

/** "since 1 Mar 2020", "until 31 Oct 2026", "1 Mar 2020 to 31 Oct 2026"; nothing where nobody knows. */
export function periodText(start: string | null, end: string | null, say: Say, locale: string): string | null {
  const day = (date: string) => formatBirthDate(date, locale)
  if (start !== null && end !== null) return say('fromTo', { from: day(start), to: day(end) })
  if (start !== null) return say('sinceDay', { on: day(start) })
  return end === null ? null : say('untilDay', { on: day(end) })
}
