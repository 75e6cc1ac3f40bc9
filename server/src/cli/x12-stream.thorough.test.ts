import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { x12Ack } from './x12-ack.ts'
import { x12Explain } from './x12-explain.ts'
import { x12Read } from './x12-read.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-x12-'))
afterAll(() => rmSync(folder, { recursive: true }))

const isa =
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *261128*0915*^*00501*000000007*0*T*:~\n'
const lines = (segments: readonly string[]): string => segments.map((segment) => `${segment}~\n`).join('')

/** One payment of this many claims in one set, or an answer of so many people. */
function write(name: string, head: readonly string[], body: readonly string[], count: number): string {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  writeSync(file, isa + lines(head))
  const piece = lines(body).repeat(1000)
  for (let written = 0; written < count; written += 1000) writeSync(file, piece)
  writeSync(file, lines([`SE*${count * body.length + head.length}*0001`, 'GE*1*1', 'IEA*1*000000007']))
  closeSync(file)
  return path
}

const claim = ['CLP*A1*1*100*100**12*CN1', 'NM1*QC*1*DOE*JANE', 'SVC*HC:99213*100*100**1', 'DTM*472*20261101']
const payment = [
  'GS*HP*PAYER*CLINIC*20261128*0915*1*X*005010X221A1',
  'ST*835*0001*005010X221A1',
  'BPR*I*25000000*C*CHK************20261128',
  'TRN*1*1*1512345678',
  'LX*1',
]

/** Runs a command and keeps only how much it said at once, how much in all, and its end. */
async function run(command: typeof x12Read, path: string) {
  let [longest, length, end] = [0, 0, '']
  const take = (text: string): void => {
    longest = Math.max(longest, text.length)
    length += text.length
    end = (end + text).slice(-200)
  }
  const status = await command([path], { json: true, out: take, write: take, note: () => {} })
  return { status, longest, length, end }
}

test('a payment of 20 MB in one set is read as JSON and explained piece by piece, and acknowledged', {
  timeout: 120_000,
}, async () => {
  const claims = 250_000
  const path = write('large.835', payment, claim, claims)
  const read = await run(x12Read, path)
  expect(read.status).toBe(0)
  expect(read.length).toBeGreaterThan(100_000_000)
  expect(read.longest).toBeLessThan(1_000_000)
  expect(read.end).toMatch(/"findings":\[\]\}\n?$/)
  const explained = await run(x12Explain, path)
  expect(explained.status).toBe(0)
  expect(explained.longest).toBeLessThan(1_000_000)
  expect(explained.end).toContain(`"part":{"kind":"claim","number":${claims},"of":${claims}}`)
  expect((await run(x12Ack, path)).end).toContain('AK9*')
})

test('a very long answer about many people is told some at a time, each counted among all', {
  timeout: 60_000,
}, async () => {
  const head = [
    'GS*HB*PAYER*CLINIC*20261124*0915*1*X*005010X279A1',
    'ST*271*0001*005010X279A1',
    'BHT*0022*11*1*20261124*0915',
    'HL*1**20*1',
    'NM1*PR*2*PRAIRIE*****PI*12',
    'HL*2*1*21*1',
    'NM1*1P*2*CLINIC*****XX*1234567893',
  ]
  const person = ['HL*3*2*22*0', 'NM1*IL*1*OKAFOR*ADA****MI*M1', 'DTP*291*D8*20260101', ...Array(17).fill('EB*1**30')]
  const path = write('many.271', head, person, 3000)
  const out: string[] = []
  expect(await x12Explain([path], { json: false, out: (text) => void out.push(text), note: () => {} })).toBe(0)
  expect(out.filter((line) => line.startsWith('  Person '))).toHaveLength(3000)
  expect(out.filter((line) => line === '  Person 2999 of 3000:')).toHaveLength(1)
  expect(out.filter((line) => line.endsWith(' is active on Nov 24, 2026.'))).toHaveLength(3000)
})
