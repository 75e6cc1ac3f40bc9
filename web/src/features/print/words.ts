import { type Catalog, useCatalog } from '../../app/catalog.ts'

const en = {
  title: 'Print the calendar',
  lead: 'Opens as a PDF in a new window, from where it is printed or kept.',
  date: 'Day',
  period: 'Days',
  day: 'This day',
  week: 'This week',
  layout: 'On paper',
  layout_day: 'A page a day, as a list',
  layout_week: 'The week on one page',
  who: 'Whose',
  everybody: 'Everybody with something on',
  shown: 'The {{count}} columns shown',
  kind_practitioner: 'Clinicians',
  kind_room: 'Rooms',
  kind_device: 'Devices',
  kind_interpreter: 'Interpreters',
  one: 'One of them',
  withPatients: 'Names and birth dates of patients',
  withPatientsHelp: 'Only if the paper stays with you. Whose names were printed stands in the audit trail.',
  manyPages: 'This may be more than {{most}} pages, which is the most at once. Choose fewer, or the week on one page.',
  print: 'Open the PDF',
  cancel: 'Cancel',
} as const

const es: Catalog<typeof en> = {
  title: 'Imprimir la agenda',
  lead: 'Se abre como PDF en otra ventana, desde donde se imprime o se guarda.',
  date: 'Día',
  period: 'Días',
  day: 'Este día',
  week: 'Esta semana',
  layout: 'En papel',
  layout_day: 'Una página por día, en lista',
  layout_week: 'La semana en una página',
  who: 'De quién',
  everybody: 'Todos los que tienen algo',
  shown: 'Las {{count}} columnas visibles',
  kind_practitioner: 'Profesionales',
  kind_room: 'Salas',
  kind_device: 'Equipos',
  kind_interpreter: 'Intérpretes',
  one: 'Una persona o sala',
  withPatients: 'Nombres y fechas de nacimiento de pacientes',
  withPatientsHelp: 'Solo si el papel se queda con usted. En la auditoría consta de quién se imprimieron.',
  manyPages: 'Pueden ser más de {{most}} páginas, el máximo a la vez. Elija menos, o la semana en una página.',
  print: 'Abrir el PDF',
  cancel: 'Cancelar',
}

export const words = { en, es } as const

export function useWords() {
  return useCatalog('print', words)
}
