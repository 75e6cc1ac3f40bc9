import { barcodeText } from './bytes.ts'
import { cardDate } from './card-date.ts'
import { type CardData, readElements } from './elements.ts'
import { addressCase, nameCase, suffixCase } from '../letter-case.ts'
import { type CardName, cardName } from './names.ts'

export type LicenceSex = 'female' | 'male' | 'other'

export type LicenceFieldName =
  | 'family'
  | 'given'
  | 'middle'
  | 'suffix'
  | 'birthDate'
  | 'sex'
  | 'line'
  | 'city'
  | 'state'
  | 'postalCode'

/** A value to propose, and what it was read from. */
export interface LicenceField {
  readonly name: LicenceFieldName
  readonly value: string
  /** The element's letters and its text as it stands on the card: `DCS SAMPLE`. */
  readonly from: string
  /** The card says that its value is cut, or it may be another. */
  readonly doubt: 'truncated' | 'maybe-truncated' | 'order' | null
}

export interface Licence {
  readonly kind: CardData['kind']
  readonly version: number
  readonly iin: string
  readonly fields: readonly LicenceField[]
  /** Last day it is good, civil date. */
  readonly expiresOn: string | null
}

/** Says that nothing is there: `NONE`, or `unavl` for what the issuer does not know (D.12.4.1). */
function given(text: string | undefined): string | null {
  const value = text?.trim() ?? ''
  return value === '' || /^(?:none|unavl|unavail|null|n\/a)$/i.test(value) ? null : value
}

/** DBC: 1, 2 and 9 for neither (D.12.5); letters in the first edition. */
function sexOf(text: string): LicenceSex | null {
  if (/^(?:1|m)$/i.test(text)) return 'male'
  if (/^(?:2|f)$/i.test(text)) return 'female'
  return /^(?:9|x)$/i.test(text) ? 'other' : null
}

/** Nine digits whose last four are zeros or nothing are five; a Canadian code has its space. */
function postalCode(text: string): string | null {
  const bare = text.replaceAll(/[\s-]/g, '').toUpperCase()
  const [, five, four = ''] = /^(\d{5})(\d{4})?$/.exec(bare) ?? []
  if (five !== undefined) return four === '' || four === '0000' ? five : `${five}-${four}`
  if (/^[A-Z]\d[A-Z]\d[A-Z]\d/.test(bare)) return `${bare.slice(0, 3)} ${bare.slice(3, 6)}`
  return null
}

/**
 * Reads the barcode (PDF417) of a driver's licence or identification card of the United States or Canada by the AAMVA
 * DL/ID Card Design Standard, versions 1 to 10. Only what a registration asks for: the number, height, eyes and the rest
 * are not looked at. Null for anything else.
 */
export function readLicence(barcode: Uint8Array | string): Licence | null {
  const data = readElements(typeof barcode === 'string' ? barcode : barcodeText(barcode))
  if (!data) return null
  const first = (...ids: readonly string[]): readonly [id: string, text: string] | null => {
    for (const id of ids) {
      const text = given(data.elements.get(id))
      if (text !== null) return [id, text]
    }
    return null
  }
  const simple = (
    name: LicenceFieldName,
    found: readonly [string, string] | null,
    read: (text: string) => string | null,
  ): readonly LicenceField[] => {
    const value = found ? read(found[1]) : null
    return found && value !== null ? [{ name, value, from: found.join(' '), doubt: null }] : []
  }
  const line = first('DAG', 'DAL')
  const second = first('DAH', 'DAM')
  const fields = [
    ...nameFields(cardName(data, given)),
    ...simple('suffix', first('DCU', 'DAE'), suffixCase),
    ...simple('birthDate', first('DBB'), cardDate),
    ...simple('sex', first('DBC'), sexOf),
    ...simple('line', line && second ? [line[0], `${line[1]} ${second[1]}`] : line, addressCase),
    ...simple('city', first('DAI', 'DAN'), nameCase),
    ...simple('state', first('DAJ', 'DAO'), (text) => (/^[A-Z]{2}$/i.test(text) ? text.toUpperCase() : null)),
    ...simple('postalCode', first('DAK', 'DAP'), postalCode),
  ]
  if (fields.length === 0) return null
  const expires = first('DBA')
  return { ...data, fields, expiresOn: expires && cardDate(expires[1]) }
}

function nameFields(names: readonly CardName[]): readonly LicenceField[] {
  return names.map(({ name, text, from, doubt }) => ({ name, value: nameCase(text), from, doubt }))
}
