import type { Catalog } from '../../app/catalog.ts'

/** What the parts of this island say alike; each part has words of its own besides. */
const en = {
  failed: 'It was not saved. What you entered is still here; try again.',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
} as const

const es: Catalog<typeof en> = {
  failed: 'No se guardó. Lo que escribió sigue aquí; inténtelo de nuevo.',
  cancel: 'Cancelar',
  save: 'Guardar',
  undo: 'Deshacer',
}

export const words = { en, es } as const
