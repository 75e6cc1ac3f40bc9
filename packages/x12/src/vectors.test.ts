import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { acknowledge } from './acknowledge/acknowledge.ts'
import { knownGuides } from './grammar/guides.ts'
import { readInterchanges } from './read/read-interchanges.ts'
import { setsOf } from './testing.ts'
import { validate } from './validate/validate.ts'
import { writeInterchange } from './write/write-interchange.ts'

function files(folder: string): [name: string, bytes: Uint8Array][] {
  const path = fileURLToPath(new URL(`../vectors/${folder}`, import.meta.url))
  return readdirSync(path).map((name) => [name, readFileSync(`${path}/${name}`)])
}

function answersTo(bytes: Uint8Array): string[][] {
  const reading = readInterchanges(bytes)
  const answers = acknowledge(reading, validate(reading), { controlNumber: 1, date: '2026-11-29', time: '07:30' })
  return answers.flatMap((answer) => {
    const again = readInterchanges(writeInterchange(answer).text ?? '')
    expect(validate(again)).toEqual([])
    return setsOf(again)
  })
}

test.each(files('valid'))('%s is right, and is accepted', (name, bytes) => {
  expect(validate(readInterchanges(bytes)).map(({ sentence }) => sentence)).toEqual([])
  const isAcknowledgement = /^(999|ta1)/.test(name)
  expect(answersTo(bytes).map((set) => set.at(-2))).toEqual(isAcknowledgement ? [] : ['AK9*A*1*1*1'])
})

/** Named by what is wrong: `835.balance.x12`, `835.balance.2.x12`. */
test.each(files('invalid'))('%s is found, and is rejected', (name, bytes) => {
  const findings = validate(readInterchanges(bytes))
  expect(findings.map(({ code }) => code)).toContain(name.split('.')[1])
  expect(findings.every(({ severity }) => severity === 'error')).toBe(true)
  if (!name.startsWith('999')) expect(answersTo(bytes).map((set) => set.at(-2))).toEqual(['AK9*R*1*1*0'])
})

test('every guide has a right file', () => {
  const versions = files('valid').flatMap(([, bytes]) =>
    readInterchanges(bytes).interchanges.flatMap(({ groups }) =>
      groups.flatMap(({ sets }) => sets.map(({ code, version }) => `${code} ${version}`)),
    ),
  )
  for (const { set, guide } of knownGuides()) expect(versions).toContain(`${set} ${guide}`)
})
