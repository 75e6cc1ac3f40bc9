import { formatBirthDate } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

/** A civil date as it is read everywhere: "1 Jan 2026". */
export function useDay(): (date: string) => string {
  const { locale } = useWords()
  return (date) => formatBirthDate(date, locale)
}
