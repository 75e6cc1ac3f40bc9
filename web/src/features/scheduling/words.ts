import { en } from './words-en.ts'
import { es } from './words-es.ts'

type WithoutCount<Key extends string> = Key extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base | Key : Key
export type SchedulingWord = WithoutCount<keyof typeof en>
export type Say = (word: SchedulingWord, values?: Readonly<Record<string, string | number>>) => string

/** The i18next namespace `scheduling`. */
export const words = { en, es }
