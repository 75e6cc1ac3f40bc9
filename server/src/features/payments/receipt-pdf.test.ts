import { Temporal } from '@foyer/kernel'
import { expect, test } from 'vitest'
import { receiptLines } from './receipt-lines.ts'
import { drawReceipt, type Receipt, timeAtSite } from './receipt-pdf.ts'
import { pdfText } from '../../platform/testing/pdf-text.ts'

const receipt: Receipt = {
  language: 'en',
  practiceName: 'Riverside Family Medicine',
  siteName: 'Main Street',
  address: { line: '100 Main Street', city: 'Chicago', state: 'IL', postalCode: '60601' },
  phone: '(312) 555-0100',
  receiptNumber: 'R-000123',
  at: Temporal.Instant.from('2026-11-23T16:40:00Z'),
  timeZone: 'America/Chicago',
  patientName: 'Nguyễn Thị Hạnh',
  mrn: '0041 7028',
  lines: receiptLines({ dueCents: 4000, earlierCents: 1500, amountCents: 2500, isVoid: false }),
  cash: { tenderedCents: 4000, changeCents: 1500 },
  cardLast4: null,
  isVoid: false,
}

async function linesOf(changes: Partial<Receipt> = {}): Promise<readonly string[]> {
  return pdfText(await drawReceipt({ ...receipt, ...changes })).split('\n')
}

test('who, when, how much, in the order it is read', async () => {
  expect(await linesOf()).toEqual([
    'Riverside Family Medicine',
    'Main Street',
    '100 Main Street',
    'Chicago, IL 60601',
    'Phone: (312) 555-0100',
    'Receipt',
    'Receipt number',
    'R-000123',
    'Date and time',
    'November 23, 2026 at 10:40 AM CST',
    'Patient',
    'Nguyễn Thị Hạnh',
    'Record number',
    '0041 7028',
    'Item',
    'Amount',
    'Copay',
    '$40.00',
    'Paid before',
    '−$15.00',
    'This payment',
    '−$25.00',
    'Left to pay',
    '$0.00',
    'Paid by',
    'Cash',
    'Given',
    '$40.00',
    'Change',
    '$15.00',
    'Thank you. Please keep this receipt.',
  ])
})

test('in Spanish, by card, void', async () => {
  const lines = await linesOf({
    language: 'es',
    cash: null,
    cardLast4: '4242',
    isVoid: true,
    lines: receiptLines({ dueCents: 4000, earlierCents: 0, amountCents: 2500, isVoid: true }),
  })
  expect(lines).toContain('ANULADO')
  expect(lines).toContain('Tarjeta terminada en 4242, registrada en recepción')
  expect(lines).toContain('23 de noviembre de 2026 a las 10:40 a.m. CST')
  expect(lines.slice(lines.indexOf('Este pago, anulado'), -3)).toEqual([
    'Este pago, anulado',
    '$25.00',
    'Queda por pagar',
    '$40.00',
  ])
})

test('tagged, titled, in a language, on one page', async () => {
  const text = Buffer.from(
    await drawReceipt({
      ...receipt,
      practiceName: 'A practice with a name that goes on and on '.repeat(4),
      patientName: 'A person with very many names '.repeat(8),
    }),
  ).toString('latin1')
  expect(text).toContain('/Lang (en-US)')
  expect(text).toContain('/Marked true')
  expect(text).toContain('/StructTreeRoot')
  expect(text).toContain('/DisplayDocTitle true')
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('the hour that happens twice says which of the two it is', () => {
  const at = (instant: string) => timeAtSite(Temporal.Instant.from(instant), 'America/Chicago', 'en-US')
  expect(at('2026-11-01T06:30:00Z')).toBe('November 1, 2026 at 1:30 AM CDT')
  expect(at('2026-11-01T07:30:00Z')).toBe('November 1, 2026 at 1:30 AM CST')
})
