import type { LookKind } from './accounting.ts'

export type AccountLanguage = 'en' | 'es'

export interface AccountWords {
  readonly locale: string
  readonly title: string
  readonly from: (from: string, to: string) => string
  readonly what: string
  /** Where lines tell of records that were merged into this one. */
  readonly merged: string
  readonly none: string
  readonly more: string
  readonly columns: readonly [string, string, string, string]
  readonly kinds: Readonly<Record<LookKind, string>>
  readonly roles: Readonly<Record<string, string>>
  readonly page: (page: number, of: number) => string
}

export const accountWords: Readonly<Record<AccountLanguage, AccountWords>> = {
  en: {
    locale: 'en-US',
    title: 'Who used your record',
    from: (from, to) => `From ${from} to ${to}`,
    what: 'This list shows each day on which someone here used your record, what their job is, and what they did. You can ask us about any line.',
    merged:
      'You had more than one record here, and they are one now. A number in a line is the number of the record that was used.',
    none: 'No one used your record in this time.',
    more: 'The list is long. The oldest days are not shown. Ask us for them.',
    columns: ['Day', 'Who', 'What they did', 'Times'],
    kinds: {
      looked: 'Opened your record',
      changed: 'Changed your record',
      visit: 'Worked on a visit',
      money: 'Worked on a payment',
      message: 'Sent or read a message',
      listed: 'Saw your name in a list',
      other: 'Other work',
    },
    roles: {
      junior: 'Front desk',
      coordinator: 'Front desk',
      senior: 'Front desk',
      lead: 'Front desk lead',
      manager: 'Office manager',
      clinician: 'Clinic staff',
      integrator: 'Computer system',
      system: 'Computer system',
      patient: 'You, online',
    },
    page: (page, of) => `Page ${page} of ${of}`,
  },
  es: {
    locale: 'es-US',
    title: 'Quién usó su expediente',
    from: (from, to) => `Del ${from} al ${to}`,
    what: 'Esta lista muestra cada día en que alguien de aquí usó su expediente, cuál es su trabajo y qué hizo. Puede preguntarnos por cualquier línea.',
    merged:
      'Usted tenía más de un expediente aquí y ahora es uno solo. El número en una línea es el del expediente que se usó.',
    none: 'Nadie usó su expediente en este tiempo.',
    more: 'La lista es larga. No se ven los días más antiguos. Pídanoslos.',
    columns: ['Día', 'Quién', 'Qué hizo', 'Veces'],
    kinds: {
      looked: 'Abrió su expediente',
      changed: 'Cambió su expediente',
      visit: 'Trabajó en una cita',
      money: 'Trabajó en un pago',
      message: 'Envió o leyó un mensaje',
      listed: 'Vio su nombre en una lista',
      other: 'Otro trabajo',
    },
    roles: {
      junior: 'Recepción',
      coordinator: 'Recepción',
      senior: 'Recepción',
      lead: 'Jefe de recepción',
      manager: 'Gerente',
      clinician: 'Personal clínico',
      integrator: 'Sistema',
      system: 'Sistema',
      patient: 'Usted, en línea',
    },
    page: (page, of) => `Página ${page} de ${of}`,
  },
}
