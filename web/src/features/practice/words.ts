import { textsEn, textsEs } from './consent-texts/words-texts.ts'
import { en as common } from './words-en.ts'
import { es as commonEs } from './words-es.ts'
import { templateEn } from './words-template-en.ts'
import { templateEs } from './words-template-es.ts'

const en = { ...common, ...templateEn, ...textsEn } as const
const es = { ...commonEs, ...templateEs, ...textsEs } as const

export const words = { en, es } as const
