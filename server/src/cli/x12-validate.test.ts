import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { x12Validate } from './x12-validate.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-x12-'))
afterAll(() => rmSync(folder, { recursive: true }))

const right = [
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *261128*0915*^*00501*000000007*0*T*:',
  'GS*HB*PAYER*CLINIC*20261128*0915*1*X*005010X279A1',
  'ST*271*0001*005010X279A1',
  'BHT*0022*11*1*20261128*0915',
  'HL*1**20*0',
  'NM1*PR*2*PLAN*****PI*12',
  'AAA*N**42*C',
  'SE*6*0001',
  'GE*1*1',
  'IEA*1*000000007',
].join('~\n')

async function run(content: string, json = false) {
  const path = join(folder, 'file.x12')
  writeFileSync(path, content)
  const out: string[] = []
  const status = await x12Validate([path], { json, out: (text) => void out.push(text), note: () => {} })
  return { status, text: out.join('\n') }
}

test('a right file ends with 0', async () => {
  expect(await run(`${right}~\n`)).toEqual({ status: 0, text: '0 errors, 0 other findings' })
})

test('a set that could not be checked is told of and ends with 1', async () => {
  const { status, text } = await run(`${right}~\n`.replaceAll('005010X279A1', '004010X092A1'))
  expect(status).toBe(1)
  expect(text.split('\n').slice(-2)).toEqual([
    '0 errors, 1 other finding',
    '1 set was not checked: no guide is described for it.',
  ])
})

test('an error is told with its place and ends with 1', async () => {
  const { status, text } = await run(`${right}~\n`.replace('*42*C', '*42*Q'))
  expect(status).toBe(1)
  expect(text).toContain(`error   1.1.1.5 2100A AAA04 @${right.indexOf('C~\nSE*')}       AAA04 (what to do next) is Q`)
  const json = await run(`${right}~\n`.replace('*42*C', '*42*Q'), true)
  expect(JSON.parse(json.text)).toMatchObject({ findings: [{ code: 'code-not-allowed', tag: 'AAA', element: 4 }] })
})
