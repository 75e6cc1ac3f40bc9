/** What stands on a receipt, in the languages a patient can have it in. */
export interface ReceiptWords {
  /** BCP 47, for amounts, dates and the document itself. */
  readonly locale: string
  readonly title: string
  readonly number: string
  readonly date: string
  readonly patient: string
  readonly mrn: string
  readonly phone: string
  readonly item: string
  readonly amount: string
  readonly lines: Readonly<Record<'due' | 'earlier' | 'this' | 'void' | 'left' | 'credit', string>>
  readonly method: string
  readonly cash: string
  readonly tendered: string
  readonly change: string
  readonly card: string
  cardEnding(last4: string): string
  readonly voidMark: string
  readonly voidNote: string
  readonly thanks: string
}

const en: ReceiptWords = {
  locale: 'en-US',
  title: 'Receipt',
  number: 'Receipt number',
  date: 'Date and time',
  patient: 'Patient',
  mrn: 'Record number',
  phone: 'Phone',
  item: 'Item',
  amount: 'Amount',
  lines: {
    due: 'Copay',
    earlier: 'Paid before',
    this: 'This payment',
    void: 'This payment, voided',
    left: 'Left to pay',
    credit: 'Credit in your favor',
  },
  method: 'Paid by',
  cash: 'Cash',
  tendered: 'Given',
  change: 'Change',
  card: 'Card, recorded at the desk',
  cardEnding: (last4) => `Card ending ${last4}, recorded at the desk`,
  voidMark: 'VOID',
  voidNote: 'This payment was voided. It does not count toward what is due.',
  thanks: 'Thank you. Please keep this receipt.',
}

const es: ReceiptWords = {
  locale: 'es-US',
  title: 'Recibo',
  number: 'Número de recibo',
  date: 'Fecha y hora',
  patient: 'Paciente',
  mrn: 'Número de expediente',
  phone: 'Teléfono',
  item: 'Concepto',
  amount: 'Importe',
  lines: {
    due: 'Copago',
    earlier: 'Pagado antes',
    this: 'Este pago',
    void: 'Este pago, anulado',
    left: 'Queda por pagar',
    credit: 'Saldo a su favor',
  },
  method: 'Forma de pago',
  cash: 'Efectivo',
  tendered: 'Entregado',
  change: 'Cambio',
  card: 'Tarjeta, registrada en recepción',
  cardEnding: (last4) => `Tarjeta terminada en ${last4}, registrada en recepción`,
  voidMark: 'ANULADO',
  voidNote: 'Este pago fue anulado. No cuenta para lo que se debe.',
  thanks: 'Gracias. Conserve este recibo.',
}

export const receiptWords = { en, es } as const satisfies Record<string, ReceiptWords>
export type ReceiptLanguage = keyof typeof receiptWords
