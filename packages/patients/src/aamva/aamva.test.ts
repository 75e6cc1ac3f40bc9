import fc from 'fast-check'
import { expect, test } from 'vitest'
import vectors from '../../vectors/aamva.json' with { type: 'json' }
import { barcodeText } from './bytes.ts'
import { cardDate } from './card-date.ts'
import { readLicence } from './licence.ts'

function bytes(text: string): Uint8Array {
  return Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
}

test.each(vectors)('$name', ({ text, reads, expiresOn, doubts }) => {
  const licence = readLicence(bytes(text))
  expect(Object.fromEntries(licence?.fields.map(({ name, value }) => [name, value]) ?? [])).toEqual(reads)
  expect(licence?.expiresOn ?? null).toBe(expiresOn)
  expect(
    Object.fromEntries(licence?.fields.flatMap(({ name, doubt }) => (doubt === null ? [] : [[name, doubt]])) ?? []),
  ).toEqual(doubts)
})

/** A card as the standard has it: right offsets, every element on its line. */
function card(elements: Readonly<Record<string, string>>, version = 10, kind = 'DL'): string {
  const body = `${kind}${Object.entries(elements)
    .map(([id, value]) => `${id}${value}`)
    .join('\n')}\r`
  const two = (number: number, places = 2) => String(number).padStart(places, '0')
  const head = `@\n\u001e\rANSI 636026${two(version)}${version === 1 ? '' : '00'}01`
  return `${head}${kind}${two(head.length + 10, 4)}${two(body.length, 4)}${body}`
}

const valueOf = (text: string, name: string) => readLicence(text)?.fields.find((field) => field.name === name)?.value

test('where a field was read from stands beside it', () => {
  const licence = readLicence(card({ DCS: 'SAMPLE', DAC: 'MICHAEL', DBB: '06061986' }))
  expect(licence?.fields.map(({ name, from }) => [name, from])).toEqual([
    ['family', 'DCS SAMPLE'],
    ['given', 'DAC MICHAEL'],
    ['birthDate', 'DBB 06061986'],
  ])
})

test('offsets that lie, lengths too short, separators of another kind: what stands there is read', () => {
  const good = card({ DAQ: 'X1', DCS: 'SAMPLE', DAC: 'ANA', DAK: '606010000' })
  const names = (text: string) => [valueOf(text, 'family'), valueOf(text, 'given'), valueOf(text, 'postalCode')]
  const whole = ['Sample', 'Ana', '60601']
  expect(names(good)).toEqual(whole)
  expect(names(good.replace(/DL0031\d{4}/, 'DL99990100'))).toEqual(whole)
  expect(names(good.replace(/DL0031\d{4}/, 'DL00000000'))).toEqual(whole)
  expect(names(good.replace(/(DL0031)\d{4}/, '$10036'))).toEqual(whole)
  expect(names(good.replace('\n\u001e\r', '\n\u001c\r'))).toEqual(whole)
  expect(names(good.replace('@\n\u001e\r', '@'))).toEqual(whole)
  expect(names(`xx${good}`)).toEqual(whole)
})

test("a jurisdiction's own subfile says nothing about the person", () => {
  expect(valueOf(`${card({ DCS: 'SAMPLE' })}ZIDCSOTHER\nDACEVIL\r`, 'given')).toBeUndefined()
})

test('letters beyond ASCII, as ISO 8859-1 and as UTF-8', () => {
  const text = card({ DCS: 'NUÑEZ PEÑA', DAC: 'JOSÉ' })
  expect(readLicence(bytes(text))?.fields.map(({ value }) => value)).toEqual(['Nuñez Peña', 'José'])
  expect(readLicence(new TextEncoder().encode(text))?.fields.map(({ value }) => value)).toEqual(['Nuñez Peña', 'José'])
})

test('the text of plain bytes is themselves', () => {
  fc.assert(fc.property(fc.uint8Array({ max: 127 }), (plain) => barcodeText(plain) === String.fromCharCode(...plain)))
})

test('whatever a barcode says, it is read or it is nothing; never a fault, never a birth date that is none', () => {
  const piece = fc.constantFrom(
    '@\n\u001e\rANSI 636026100001',
    'DL00310040',
    'DL',
    'DCS',
    'DBB',
    '\n',
    '\r',
    '99',
    'DAA,',
    '0',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 9 })), { maxLength: 20 }), (parts) => {
      const licence = readLicence(parts.join(''))
      for (const { name, value } of licence?.fields ?? []) {
        expect(value).not.toBe('')
        if (name === 'birthDate') expect(cardDate(value)).toBe(value)
      }
    }),
  )
})

test('every date comes back in either order', () => {
  const part = (min: number, max: number) => fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'))
  fc.assert(
    fc.property(part(1880, 2099), part(1, 12), part(1, 28), (year, month, day) => {
      expect(cardDate(`${month}${day}${year}`)).toBe(`${year}-${month}-${day}`)
      expect(cardDate(`${year}${month}${day}`)).toBe(`${year}-${month}-${day}`)
    }),
  )
})

test('dates that are none', () => {
  for (const text of ['02301980', '13011980', '00000000', '0606198', 'none', '06061700', '02291900'])
    expect(cardDate(text)).toBeNull()
  expect(cardDate('02292000')).toBe('2000-02-29')
})

test('other barcodes are no card', () => {
  for (const text of [
    '',
    'https://example.org',
    'M1DOE/JOHN EABC123 ORDFRA',
    '@\n\u001e\rANSI 636026100001ZV00310008ZVZVA01\r',
  ])
    expect(readLicence(text)).toBeNull()
})
