import { en } from './words-en.ts'
import { es } from './words-es.ts'

export type Language = 'en' | 'es'
type Word = keyof typeof en
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string

export const words = { en, es } as const

export function sayIn(language: Language): Say {
  return (word, values = {}) =>
    words[language][word].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}
