import type { Catalog } from '../../../app/catalog.ts'

const en = {
  title: 'A colleague changed this record meanwhile',
  help: 'Nothing was saved yet. What only they changed is in the form already. Where you both changed something, choose; then save.',
  keys: 'On a line: 1 keeps yours, 2 takes theirs.',
  was: 'It was: {{text}}',
  mine: 'Keep mine',
  theirs: 'Take theirs',
  empty: '(empty)',
  choose: 'Keep yours or take theirs on each line first.',
  gone: 'A colleague took this away meanwhile',
  goneHelp: 'Nothing was saved. Cancel leaves it away; Save adds it again as it stands here.',
} as const

const es: Catalog<typeof en> = {
  title: 'Otra persona cambió este expediente mientras tanto',
  help: 'Todavía no se guardó nada. Lo que solo ella cambió ya está en el formulario. Donde cambiaron lo mismo, elija; luego guarde.',
  keys: 'En una línea: 1 deja lo suyo, 2 toma lo de la otra persona.',
  was: 'Antes: {{text}}',
  mine: 'Dejar lo mío',
  theirs: 'Tomar lo suyo',
  empty: '(vacío)',
  choose: 'Elija primero en cada línea: lo suyo o lo de la otra persona.',
  gone: 'Otra persona quitó esto mientras tanto',
  goneHelp: 'No se guardó nada. Cancelar lo deja quitado; Guardar lo agrega de nuevo como está aquí.',
}

export const words = { en, es } as const
