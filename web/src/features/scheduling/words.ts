import { type Say, useCatalog } from '../../app/catalog.ts'
import { en } from './words-en.ts'
import { es } from './words-es.ts'

/** The i18next namespace `scheduling`. */
export const words = { en, es } as const

export type SchedulingSay = Say<keyof typeof en>

export function useWords() {
  return useCatalog('scheduling', words)
}
