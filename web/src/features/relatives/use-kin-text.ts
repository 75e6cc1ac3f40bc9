import { kinText } from '@foyer/patients'
import { useWords } from './use-words.ts'

/** "mother" for a relationship as it is kept. */
export function useKinText(): (relationship: string) => string {
  const { locale } = useWords()
  return (relationship) => kinText(relationship, locale)
}
