import { foldName } from '@foyer/patients'

/** What was read from a document, as it is searched. */
export function foldedWords(read: string): string {
  return foldName(read)
}

/** The words of a question, each as it stands in the text. */
export function askedWords(question: string): readonly string[] {
  return foldName(question)
    .split(' ')
    .filter((word) => word !== '')
}

/** Whether each word that is asked for begins one of the title, or of what was read, which comes folded. */
export function isFoundBy(asked: readonly string[], title: string, read: string): boolean {
  const text = ` ${foldName(title)} ${read}`
  return asked.every((word) => text.includes(` ${word}`))
}
