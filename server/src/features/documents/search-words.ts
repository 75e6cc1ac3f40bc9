import { foldName } from '@foyer/patients'

/** What is searched: the folded title on the first line, what was read from the document on the second; a space before each word. */
export function searchText(title: string, words: string): string {
  return ` ${foldName(title)}\n ${foldName(words)}`
}

/** The same with another title. */
export function retitled(before: string, title: string): string {
  const [, ...words] = before.split('\n')
  return [` ${foldName(title)}`, ...words].join('\n')
}

/** The words of a question, each as it stands in the text. */
export function askedWords(question: string): readonly string[] {
  return foldName(question)
    .split(' ')
    .filter((word) => word !== '')
}
