import { isWord, type Say } from './use-words.ts'

/** The word of a field for the column in which it is kept. */
export function columnText(column: string, say: Say): string {
  const field = `f_${column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`
  return isWord(field) ? say(field) : column
}
