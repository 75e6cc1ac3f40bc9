import { en as common } from './words-en.ts'
import { es as commonEs } from './words-es.ts'
import { templateEn } from './words-template-en.ts'
import { templateEs } from './words-template-es.ts'

const en = { ...common, ...templateEn } as const
const es = { ...commonEs, ...templateEs } as const

export const words = { en, es } as const
