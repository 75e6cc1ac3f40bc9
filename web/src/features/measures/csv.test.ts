import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

const row = { measure: 'Fill', group: 'Week', item: '2026-11-30', value: 71, unit: '%' }

test('a head, a line for each number, and a mark of UTF-8', () => {
  expect(csvText([row, { ...row, value: null }])).toBe(
    '\ufeffmeasure,group,item,value,unit\r\nFill,Week,2026-11-30,71,%\r\nFill,Week,2026-11-30,,%\r\n',
  )
})

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(csvText([{ ...row, item: 'Dr. "A", B\nC' }])).toContain('Fill,Week,"Dr. ""A"", B\nC",71,%')
})

test('a name that begins like a formula is a name', () => {
  for (const name of ['=1+1', '+1', '-1', '@SUM(A1)']) expect(csvText([{ ...row, item: name }])).toContain(`,'${name},`)
  expect(csvText([{ ...row, value: -1 }])).toContain(',-1,%')
})
