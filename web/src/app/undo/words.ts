import { type Catalog, useCatalog } from '../catalog.ts'

const en = {
  last: 'Undo the last change',
  this: 'Undo: {{what}}',
  nothing: 'There is nothing to undo.',
} as const

const es: Catalog<typeof en> = {
  last: 'Deshacer el último cambio',
  this: 'Deshacer: {{what}}',
  nothing: 'No hay nada que deshacer.',
}

/** The i18next namespace `undo`. */
export const words = { en, es } as const

export function useWords() {
  return useCatalog('undo', words)
}
