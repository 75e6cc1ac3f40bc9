import type { Catalog } from '../../app/catalog.ts'
import { boardWords, boardWordsEs } from './words-board.ts'
import { checkInWords, checkInWordsEs } from './words-check-in.ts'

const en = { ...boardWords, ...checkInWords } as const

const es: Catalog<typeof en> = { ...boardWordsEs, ...checkInWordsEs }

export const words = { en, es } as const
export type ArrivalWord = keyof typeof en
