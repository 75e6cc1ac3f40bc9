import type { Catalog } from '../../../app/catalog.ts'

const en = {
  title: 'Proposed changes',
  lead: 'An outside feed says something else than what was entered here. Take it over, or keep what stands.',
  open_one: '{{count}} change to decide',
  open_other: '{{count}} changes to decide',
  list: 'Proposed changes',
  none: 'Nothing to decide',
  noneNext: 'When a feed says something else than the desk, it is asked here.',
  here: 'Here',
  there: '{{source}}, {{date}}',
  nothing: 'nothing',
  take: 'Take over',
  takeNamed: 'Take over: {{field}}',
  keep: 'Keep ours',
  keepNamed: 'Keep ours: {{field}}',
  taken: '{{field}}: taken over.',
  kept: '{{field}}: kept as it is. This feed does not ask it again.',
  'refused_decided-already': 'A colleague has decided this already.',
  'refused_changed-meanwhile': 'The record was changed meanwhile. Look again.',
  failed: 'It was not saved. Try again.',
  openRecord: 'Open the record',
} as const

const es: Catalog<typeof en> = {
  title: 'Cambios propuestos',
  lead: 'Un sistema externo dice otra cosa que lo anotado aquí. Acéptelo o deje lo que está.',
  open_one: '{{count}} cambio por decidir',
  open_other: '{{count}} cambios por decidir',
  list: 'Cambios propuestos',
  none: 'Nada por decidir',
  noneNext: 'Cuando un sistema externo dice otra cosa que la recepción, se pregunta aquí.',
  here: 'Aquí',
  there: '{{source}}, {{date}}',
  nothing: 'nada',
  take: 'Aceptar',
  takeNamed: 'Aceptar: {{field}}',
  keep: 'Dejar lo nuestro',
  keepNamed: 'Dejar lo nuestro: {{field}}',
  taken: '{{field}}: aceptado.',
  kept: '{{field}}: queda como está. Este sistema no lo pregunta de nuevo.',
  'refused_decided-already': 'Un colega ya lo decidió.',
  'refused_changed-meanwhile': 'El expediente cambió mientras tanto. Mire de nuevo.',
  failed: 'No se guardó. Inténtelo de nuevo.',
  openRecord: 'Abrir el expediente',
}

export const words = { en, es } as const
