import { type TableRow, tableRows } from './table.ts'
import { centsOf, codeOf, modifierOf } from './values.ts'

export interface Fee {
  readonly code: string
  /** Empty: without one. */
  readonly modifier: string
  readonly amountCents: number
}

/** `twice`: the same code and modifier stand there with another amount before. */
export type FeeFault = 'no-code' | 'code-not-read' | 'modifier-not-read' | 'no-amount' | 'amount-not-read' | 'twice'

export interface FeeFileFault {
  readonly line: number
  readonly value: string
  readonly fault: FeeFault
}

export type FeeFile =
  | { readonly ok: true; readonly fees: readonly Fee[]; readonly faults: readonly FeeFileFault[] }
  | { readonly ok: false; readonly missing: readonly ('code' | 'amount')[] }

type Column = 'code' | 'modifier' | 'amount'
type Columns = { readonly code: number; readonly modifier: number | null; readonly amount: number }

/** What columns are called, by whoever writes such files; compared without case, accents and signs. */
const names: Readonly<Record<Column, readonly string[]>> = {
  code: [
    'code',
    'cpt',
    'hcpcs',
    'cpthcpcs',
    'cptcode',
    'hcpcscode',
    'cpthcpcscode',
    'procedure',
    'procedurecode',
  ].concat(['proccode', 'servicecode', 'billingcode', 'codigo', 'procedimiento']),
  modifier: ['modifier', 'modifiers', 'mod', 'mod1', 'modifier1', 'modificador'],
  amount: ['amount', 'fee', 'price', 'charge', 'rate', 'allowed', 'allowedamount', 'allowable', 'standardcharge']
    .concat(['grosscharge', 'negotiatedrate', 'contractrate', 'feeamount', 'chargeamount', 'cashprice'])
    .concat(['importe', 'precio', 'tarifa', 'monto']),
}

const mostTitleRows = 5
const longestShown = 40

/** Reads a price list. A row that is not understood is named with its line; the others are good. */
export function readFeeFile(text: string): FeeFile {
  const rows = tableRows(text)
  const found = findColumns(rows)
  if (!found.ok) return found
  const fees = new Map<string, Fee>()
  const faults: FeeFileFault[] = []
  for (const row of rows.slice(found.from)) {
    const read = readRow(row, found.columns)
    if ('fault' in read) {
      faults.push({ ...read, line: row.line, value: read.value.slice(0, longestShown) })
      continue
    }
    const key = `${read.code} ${read.modifier}`
    const before = fees.get(key)
    if (before && before.amountCents !== read.amountCents)
      faults.push({ line: row.line, value: key.trim(), fault: 'twice' })
    else fees.set(key, read)
  }
  return { ok: true, fees: [...fees.values()], faults }
}

function findColumns(
  rows: readonly TableRow[],
):
  | { readonly ok: true; readonly columns: Columns; readonly from: number }
  | { readonly ok: false; readonly missing: readonly ('code' | 'amount')[] } {
  let best: readonly ('code' | 'amount')[] = ['code', 'amount']
  for (const [index, { cells }] of rows.slice(0, mostTitleRows).entries()) {
    const at = (column: Column): number => cells.findIndex((cell) => names[column].includes(bareName(cell)))
    const columns = { code: at('code'), modifier: at('modifier') < 0 ? null : at('modifier'), amount: at('amount') }
    const missing = (['code', 'amount'] as const).filter((column) => columns[column] < 0)
    if (missing.length === 0) return { ok: true, columns, from: index + 1 }
    if (missing.length < best.length) best = missing
    if (best.length < 2 || codeOf(cells[0] ?? '') === null) continue
    // No headings: code and amount, or with the modifier between them.
    if (cells.length === 2) return { ok: true, columns: { code: 0, modifier: null, amount: 1 }, from: index }
    if (cells.length >= 3) return { ok: true, columns: { code: 0, modifier: 1, amount: 2 }, from: index }
  }
  return { ok: false, missing: best }
}

function bareName(cell: string): string {
  return cell
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

function readRow({ cells }: TableRow, columns: Columns): Fee | Pick<FeeFileFault, 'value' | 'fault'> {
  const cell = (index: number | null): string => (index === null ? '' : (cells[index] ?? ''))
  const code = cell(columns.code)
  if (code === '') return { value: cells.join(' ').trim(), fault: 'no-code' }
  const coded = codeOf(code)
  if (!coded) return { value: code, fault: 'code-not-read' }
  const own = modifierOf(cell(columns.modifier))
  if (own === null || (own !== '' && coded.modifier !== '' && own !== coded.modifier))
    return { value: cell(columns.modifier), fault: 'modifier-not-read' }
  const amount = cell(columns.amount)
  if (amount === '') return { value: code, fault: 'no-amount' }
  const amountCents = centsOf(amount)
  if (amountCents === null) return { value: amount, fault: 'amount-not-read' }
  return { code: coded.code, modifier: own === '' ? coded.modifier : own, amountCents }
}
