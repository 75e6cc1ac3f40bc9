import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressCase, nameCase, suffixCase } from './letter-case.ts'
import { foldName } from './name.ts'

test.each([
  ["O'BRIEN", "O'Brien"],
  ['O’BRIEN', 'O’Brien'],
  ["D'ANGELO", "D'Angelo"],
  ["ST. JOHN'S", "St. John's"],
  ['SMITH-JONES', 'Smith-Jones'],
  ['JEAN-PIERRE', 'Jean-Pierre'],
  ['DE LA CRUZ', 'De la Cruz'],
  ['ANA DE LA CRUZ', 'Ana de la Cruz'],
  ['ERIK VAN DER BERG', 'Erik van der Berg'],
  ['GARCÍA LÓPEZ', 'García López'],
  ['ORTEGA Y GASSET', 'Ortega y Gasset'],
  ['MARIA DE LOS ANGELES', 'Maria de los Angeles'],
  // A particle stands before a name: at the end it is an initial or a name.
  ['MARY E', 'Mary E'],
  ['THI LA', 'Thi La'],
  ['MCDONALD', 'McDonald'],
  ['MCCARTHY', 'McCarthy'],
  ['MCGEE', 'McGee'],
  ['MCY', 'Mcy'],
  ['SMITH-MCDONALD', 'Smith-McDonald'],
  ["O'MCCARTHY", "O'McCarthy"],
  ['MACDONALD', 'MacDonald'],
  ['MACGREGOR-MACLEOD', 'MacGregor-MacLeod'],
  ['MACK', 'Mack'],
  ['MACEY', 'Macey'],
  ['MACHADO', 'Machado'],
  ['MACIAS', 'Macias'],
  ['MACKENZIE', 'Mackenzie'],
  ['LUIS SMITH III', 'Luis Smith III'],
  ['SMITH II', 'Smith II'],
  ['SMITH IV', 'Smith IV'],
  ['SMITH JR', 'Smith Jr'],
  ['SMITH SR.', 'Smith Sr.'],
  ['II', 'Ii'],
  ['İBRAHİM', 'İbrahim'],
  ['ŁUKASZ ŻÓŁĆ', 'Łukasz Żółć'],
  ['KAʻAHUMANU', 'Kaʻahumanu'],
  ['van Dijk', 'van Dijk'],
  ['MacDONALD', 'MacDONALD'],
  ['王小明', '王小明'],
])('%s is written %s', (shouted, written) => expect(nameCase(shouted)).toBe(written))

test('addresses and generations', () => {
  expect(addressCase('1600 NW ADAMS ST APT 4B')).toBe('1600 NW Adams St Apt 4B')
  expect(addressCase('9 MACARTHUR BLVD')).toBe('9 MacArthur Blvd')
  expect(addressCase('PO BOX 12')).toBe('PO Box 12')
  expect([suffixCase('JR.'), suffixCase('iii'), suffixCase('SR')]).toEqual(['Jr', 'III', 'Sr'])
})

const piece = fc.constantFrom(
  "O'",
  'MC',
  'MAC',
  'DONALD',
  'DE',
  'LA',
  'VAN',
  'III',
  'JR',
  'E',
  'ÑÚ',
  'İ',
  'ß',
  '-',
  ' ',
  '’',
  '.',
)
const shouted = fc
  .oneof(
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map((text) => text.toUpperCase())

test('letters change their case and nothing else, and what was written once is left as it is', () => {
  fc.assert(
    fc.property(shouted, (text) => {
      const written = nameCase(text)
      expect(foldName(written)).toBe(foldName(text))
      expect(written.split(/\s+/)).toHaveLength(text.split(/\s+/).length)
      if (written !== written.toUpperCase()) expect(nameCase(written)).toBe(written)
    }),
  )
})

test('every part of a name begins with a capital but for particles, whatever parts it from the one before', () => {
  const name = fc.constantFrom('DONALD', 'GARCÍA', 'NGUYEN', 'MCCARTHY', "O'BRIEN", 'MACLEOD', 'ØSTERGAARD')
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', '-'), (names, between) => {
      const alone = names.map(nameCase)
      expect(nameCase(names.join(between))).toBe(alone.join(between))
      for (const one of alone) expect(one).toMatch(/^\p{Lu}.*\p{Ll}/u)
    }),
  )
})
