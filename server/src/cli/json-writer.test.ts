import { expect, test } from 'vitest'
import { JsonWriter } from './json-writer.ts'

const document = { a: [], b: { c: [1, { d: 'x\ny' }], e: {} }, f: [[2], 'g'] }

function write(indent: '' | '  '): string {
  let text = ''
  const json = new JsonWriter((piece) => (text += piece), indent)
  json.openObject()
  json.openList('a')
  json.close()
  json.openObject('b')
  json.openList('c')
  json.value(1)
  json.value({ d: 'x\ny' })
  json.close()
  json.value({}, 'e')
  json.close()
  json.openList('f')
  json.openList()
  json.value(2)
  json.close()
  json.value('g')
  json.close()
  json.close()
  return text
}

test('piece by piece it comes to what it comes to at once, on one line and with indents', () => {
  expect(write('')).toBe(JSON.stringify(document))
  expect(write('  ')).toBe(JSON.stringify(document, null, 2))
})
