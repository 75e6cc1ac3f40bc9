import { isWord, useWords } from './use-words.ts'

/** What a field of a record is called, by its name in the history. */
export function useFieldNames(): (field: string) => string {
  const { say } = useWords()
  return (field) => {
    const word = `field_${field.replaceAll('.', '_')}`
    return isWord(word) ? say(word) : field
  }
}
