import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { toDrafts } from './to-drafts.ts'

const root = new URL('../vectors/', import.meta.url)

for (const folder of ['valid', 'invalid']) {
  const here = new URL(`${folder}/`, root)
  for (const name of readdirSync(here).filter((file) => !file.endsWith('.expected.json'))) {
    test(`${folder}/${name} reads as its expected file says`, () => {
      const read = readDocument(readFileSync(new URL(name, here), 'utf8'))
      const got = read.ok ? toDrafts(read.value, { source: 'vector' }) : { refused: read.error }
      const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, here), 'utf8'))
      expect(JSON.parse(JSON.stringify(got))).toEqual(expected)
      if (folder === 'invalid') expect('drafts' in got ? got.drafts : []).toEqual([])
    })
  }
}

test('no refusal or rejection quotes what a file says about a person', () => {
  const here = new URL('invalid/', root)
  const told = readdirSync(here)
    .filter((file) => file.endsWith('.expected.json'))
    .map((file) => readFileSync(new URL(file, here), 'utf8'))
    .join('\n')
  expect(told).not.toMatch(/Abara|Chidi|Kenzi|Zweig|Secretname|2023-02-29|room 4|Mars/)
})
