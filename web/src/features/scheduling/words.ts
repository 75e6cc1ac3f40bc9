import { type Say, useCatalog } from '../../app/catalog.ts'
import { en as common } from './words-en.ts'
import { es as commonEs } from './words-es.ts'
import { severalWords, severalWordsEs } from './words-several.ts'
import { seriesWords, seriesWordsEs } from './words-series.ts'
import { cancelWords, cancelWordsEs } from './words-cancel.ts'
import { groupWords, groupWordsEs } from './words-groups.ts'
import { ruleWords, ruleWordsEs } from './words-rules.ts'
import { whyWords, whyWordsEs } from './words-why.ts'

const en = {
  ...common,
  ...ruleWords,
  ...whyWords,
  ...severalWords,
  ...seriesWords,
  ...groupWords,
  ...cancelWords,
} as const
const es = {
  ...commonEs,
  ...ruleWordsEs,
  ...whyWordsEs,
  ...severalWordsEs,
  ...seriesWordsEs,
  ...groupWordsEs,
  ...cancelWordsEs,
} as const

/** The i18next namespace `scheduling`. */
export const words = { en, es } as const

export type SchedulingSay = Say<keyof typeof en>

export function useWords() {
  return useCatalog('scheduling', words)
}
