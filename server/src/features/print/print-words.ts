import type { AppointmentStatus } from '@foyer/scheduling'

/** What stands on a printed day, in the languages the desk has it in. */
export interface PrintWords {
  /** BCP 47, for dates and the document itself. */
  readonly locale: string
  readonly title: string
  times(city: string, zone: string): string
  hours(text: string): string
  readonly noHours: string
  holiday(name: string): string
  readonly time: string
  readonly what: string
  readonly patient: string
  readonly with: string
  readonly free: string
  readonly held: string
  readonly pause: string
  readonly closed: string
  seats(taken: number, seats: number): string
  readonly pending: string
  readonly status: Readonly<Partial<Record<AppointmentStatus, string>>>
  readonly nothing: string
  readonly continued: string
  born(date: string): string
  readonly private: string
  printed(by: string, at: string): string
  page(number: number, of: number): string
}

const en: PrintWords = {
  locale: 'en-US',
  title: 'Schedule',
  times: (city, zone) => `Times in ${city} (${zone})`,
  hours: (text) => `Hours: ${text}`,
  noHours: 'No hours this day',
  holiday: (name) => `Closed: ${name}`,
  time: 'Time',
  what: 'What',
  patient: 'Patient',
  with: 'With',
  free: 'Free',
  held: 'Held for a moment',
  pause: 'Break',
  closed: 'Closed',
  seats: (taken, seats) => `${taken} of ${seats} seats`,
  pending: 'waits for approval',
  status: {
    arrived: 'arrived',
    roomed: 'in the room',
    'with-clinician': 'with clinician',
    'checked-out': 'left',
    'no-show': 'did not come',
  },
  nothing: 'Nothing on this day.',
  continued: 'continued',
  born: (date) => `born ${date}`,
  private: 'Names patients. Keep it out of sight and shred it after the day.',
  printed: (by, at) => `Printed by ${by}, ${at}`,
  page: (number, of) => `Page ${number} of ${of}`,
}

const es: PrintWords = {
  locale: 'es-US',
  title: 'Agenda',
  times: (city, zone) => `Horas de ${city} (${zone})`,
  hours: (text) => `Horario: ${text}`,
  noHours: 'Sin horario este día',
  holiday: (name) => `Cerrado: ${name}`,
  time: 'Hora',
  what: 'Qué',
  patient: 'Paciente',
  with: 'Con',
  free: 'Libre',
  held: 'Apartado por un momento',
  pause: 'Pausa',
  closed: 'Cerrado',
  seats: (taken, seats) => `${taken} de ${seats} lugares`,
  pending: 'espera aprobación',
  status: {
    arrived: 'llegó',
    roomed: 'en la sala',
    'with-clinician': 'en consulta',
    'checked-out': 'salió',
    'no-show': 'no vino',
  },
  nothing: 'Nada este día.',
  continued: 'continúa',
  born: (date) => `nac. ${date}`,
  private: 'Nombra a pacientes. Manténgalo fuera de la vista y destrúyalo después del día.',
  printed: (by, at) => `Impreso por ${by}, ${at}`,
  page: (number, of) => `Página ${number} de ${of}`,
}

export const printWords = { en, es } as const
export type PrintLanguage = keyof typeof printWords
