import type { Catalog } from '../../app/catalog.ts'

const en = {} as const

const es: Catalog<typeof en> = {}

export const words = { en, es } as const
