import { kinText, useWords } from './use-words.ts'

/** "mother" for a relationship as it is kept. */
export function useKinText(): (relationship: string) => string {
  const { say } = useWords()
  return (relationship) => kinText(relationship, say)
}
