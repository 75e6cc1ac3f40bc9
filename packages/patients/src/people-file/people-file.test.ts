import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PeopleMapping, PersonFileField } from './fields.ts'
import { splitFullName } from './full-name.ts'
import { fieldOf, guessColumns } from './guess-columns.ts'
import { mappingLacks, readPersonRow } from './read-person.ts'
import { csvCell, guessDelimiter } from './table-text.ts'
import { readLanguage, readSex } from './values.ts'

const today = '2026-11-28'

test.each<[string, PersonFileField | null]>([
  ['Pt Last Name', 'family'],
  ['PatientFirstName', 'given'],
  ['PAT_FIRST_NM', 'given'],
  ['DOB', 'birthDate'],
  ['Fecha de nacimiento', 'birthDate'],
  ['F. Nacimiento', 'birthDate'],
  ['Date of Birth', 'birthDate'],
  ['Cell', 'mobilePhone'],
  ['CELL_PHONE', 'mobilePhone'],
  ['Teléfono móvil', 'mobilePhone'],
  ['Home Phone', 'homePhone'],
  ['E-mail', 'email'],
  ['Correo electrónico', 'email'],
  ['Address 1', 'addressLine'],
  ['Address2', 'addressLine2'],
  ['Patient ZIP', 'postalCode'],
  ['Código postal', 'postalCode'],
  ['Chart #', 'mrn'],
  ['MRN', 'mrn'],
  ['Member ID', 'memberId'],
  ['Insurance Company', 'payerName'],
  ['Patient Name', 'fullName'],
  ['Sexo', 'sex'],
  ['Preferred Language', 'language'],
  ['Last Visit', null],
  ['Employer Phone Ext', null],
  ['Balance', null],
])('the column %s holds %s', (name, field) => expect(fieldOf(name)).toBe(field))

test('columns without a name are known by what stands in them', () => {
  const rows = [
    ['Nguyen, Mai', '03/14/1961', 'F', '(312) 555-0134', 'mai@example.org', '60640', 'x'],
    ['Peyton, Bob', '12/31/1950', 'M', '773-555-0101', 'bob@example.org', '60614', 'y'],
  ]
  const header = ['1', '2', '3', '4', '5', '6', '7']
  expect(guessColumns(header, rows, 2026)).toEqual([
    'fullName',
    'birthDate',
    'sex',
    'phone',
    'email',
    'postalCode',
    null,
  ])
  expect(guessColumns(['Last visit', 'DOB'], [['01/02/2020', '01/02/1980']], 2026)).toEqual([null, 'birthDate'])
})

test('a field that stands once is given once; nombre beside apellidos is the given name', () => {
  expect(guessColumns(['DOB', 'Birth date'], [], 2026)).toEqual(['birthDate', null])
  expect(guessColumns(['Nombre', 'Apellido paterno', 'Apellido materno'], [], 2026)).toEqual([
    'given',
    'family',
    'family',
  ])
  expect(guessColumns(['Nombre', 'Fecha de nacimiento'], [], 2026)).toEqual(['fullName', 'birthDate'])
})

test.each([
  ['Nguyen, Mai Thi', { given: 'Mai', middle: 'Thi', family: 'Nguyen' }],
  ['John Smith', { given: 'John', family: 'Smith' }],
  ['Dr. John A. de la Cruz Jr.', { prefix: 'Dr.', given: 'John', middle: 'A.', family: 'de la Cruz', suffix: 'Jr.' }],
  ['Smith, John, Jr', { given: 'John', family: 'Smith', suffix: 'Jr' }],
  ['John Smith, III', { given: 'John', family: 'Smith', suffix: 'III' }],
  ['Smith Jr, John', { given: 'John', family: 'Smith', suffix: 'Jr' }],
  ['García López, María', { given: 'María', family: 'García López' }],
  ['Cher', { given: '', family: 'Cher' }],
])('%s is split', (text, parts) => expect(splitFullName(text, 'given-first')).toEqual(parts))

test('no word of a name is lost or made up, whatever the order', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/)
  const order = fc.constantFrom('given-first' as const, 'family-first' as const)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), order, (words, how) => {
      const parts = splitFullName(words.join(' '), how)
      const all = Object.values(parts ?? {}).flatMap((part) => (part === '' ? [] : part.split(' ')))
      expect(all.toSorted()).toEqual(words.toSorted())
    }),
  )
})

const mapping: PeopleMapping = {
  columns: ['family', 'given', 'birthDate', 'sex', 'phone', 'email', null],
  dateOrder: 'month-first',
  nameOrder: 'given-first',
}
const row = (values: Partial<Record<number, string>>) =>
  ['Nguyen', 'Mai', '3/14/1961', 'F', '312 555 0134', 'mai@example.org', 'x'].map((value, at) => values[at] ?? value)

describe('a row', () => {
  test('becomes a person', () => {
    expect(readPersonRow(row({}), mapping, today)).toEqual({
      person: {
        given: 'Mai',
        family: 'Nguyen',
        birthDate: '1961-03-14',
        sex: 'female',
        phones: [{ value: '+13125550134', use: 'mobile' }],
        emails: ['mai@example.org'],
        identifiers: [],
      },
      notes: [],
    })
  })

  test.each([
    [{ 0: ' ' }, { code: 'name-missing', column: 0 }],
    [{ 2: '' }, { code: 'birth-date-missing', column: 2 }],
    [{ 2: 'soon' }, { code: 'birth-date-unreadable', column: 2 }],
    [{ 2: '2/30/1961' }, { code: 'birth-date-impossible', column: 2 }],
    [{ 2: '12/31/2026' }, { code: 'birth-date-ahead', column: 2 }],
    [{ 0: 'x'.repeat(201) }, { code: 'too-long', column: 0 }],
    [{ 0: 'a\0b' }, { code: 'nul-character', column: 0 }],
  ])('with %j is bad and says where and why, never the value', (values, fault) => {
    expect(readPersonRow(row(values), mapping, today)).toEqual({ faults: [fault] })
  })

  test('that is shorter or longer than the header is bad; empty ends are not', () => {
    expect(readPersonRow(row({}).slice(1), mapping, today)).toEqual({ faults: [{ code: 'row-width', column: null }] })
    expect(readPersonRow([...row({}), 'more'], mapping, today)).toHaveProperty('faults')
    expect(readPersonRow([...row({}), '', ' '], mapping, today)).toHaveProperty('person')
  })

  test('goes on without a value that cannot be read, and says which', () => {
    const read = readPersonRow(row({ 3: 'zebra', 4: '12', 5: 'none' }), mapping, today)
    expect(read).toMatchObject({
      person: { phones: [], emails: [] },
      notes: [
        { code: 'sex-unknown', column: 3 },
        { code: 'phone-unreadable', column: 4 },
        { code: 'email-unreadable', column: 5 },
      ],
    })
  })

  test('days first where the column says so', () => {
    const read = readPersonRow(row({ 2: '03/04/1961' }), { ...mapping, dateOrder: 'day-first' }, today)
    expect(read).toMatchObject({ person: { birthDate: '1961-04-03' } })
  })

  test('of any text is read without a fault of ours', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 9 }), (fields) => {
        const read = readPersonRow(fields, mapping, today)
        expect('person' in read ? read.person.family.length : read.faults.length).toBeGreaterThan(0)
      }),
    )
  })
})

test('what a mapping lacks', () => {
  expect(mappingLacks(mapping)).toEqual([])
  expect(mappingLacks({ ...mapping, columns: ['fullName'] })).toEqual(['birthDate'])
  expect(mappingLacks({ ...mapping, columns: ['given', 'birthDate'] })).toEqual(['name'])
  expect(mappingLacks({ ...mapping, columns: [...mapping.columns, 'birthDate'] })).toEqual(['twice'])
  expect(mappingLacks({ ...mapping, columns: [...mapping.columns, 'phone', 'family'] })).toEqual([])
})

test.each([
  ['a,b,c\n1,2,3', ','],
  ['a;b;c\n1,5;2,5;3,5', ';'],
  ['a\tb\n1, 2\t3', '\t'],
  ['a|b|c\n1|2|3', '|'],
  ['"a,b";"c,d"\n"1,1";2', ';'],
  ['one column\nonly', ','],
])('the sign between the columns of %j', (text, sign) => expect(guessDelimiter(text)).toBe(sign))

test.each(['=1+1', '+1', '-2', '@SUM(A1)', '\tx', '\r=1'])('%j is no formula in a report', (value) => {
  expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/)
})

test('sex and language by what people and systems write', () => {
  expect(['F', 'femenino', 'H', 'Male', '2', 'X', 'zebra'].map(readSex)).toEqual([
    'female',
    'female',
    'male',
    'male',
    'female',
    'other',
    null,
  ])
  expect(['English', 'español', 'spa', 'es-MX', 'Vietnamese', 'Klingon'].map(readLanguage)).toEqual([
    'en',
    'es',
    'es',
    'es',
    'vi',
    null,
  ])
})
