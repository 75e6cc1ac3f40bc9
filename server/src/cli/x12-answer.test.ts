import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CommandIo } from './command.ts'
import { x12Ack } from './x12-ack.ts'
import { x12Explain } from './x12-explain.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-x12-'))
afterAll(() => rmSync(folder, { recursive: true }))

const path = join(folder, 'file.x12')
const segments = [
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *261128*0915*^*00501*000000007*0*T*:',
  'GS*HN*PAYER*CLINIC*20261128*0915*1*X*005010X214',
  'ST*277*0001*005010X214',
  'BHT*0085*08*1*20261128*0915*TH',
  'STC*A2:20*20261128**75',
  'SE*4*0001',
  'GE*1*1',
  'IEA*1*000000007',
]
writeFileSync(path, segments.map((segment) => `${segment}~\n`).join(''))

async function run(command: (args: string[], io: CommandIo) => Promise<number>, ...args: string[]) {
  const out: string[] = []
  const notes: string[] = []
  const io = { json: false, out: (text: string) => void out.push(text), note: (text: string) => void notes.push(text) }
  const status = await command([path, ...args], io)
  return { status, text: out.join('\n'), notes }
}

test('the answer to a file goes back to its sender, with the number that was asked for', async () => {
  const { status, text } = await run(x12Ack, '--control-number', '42')
  expect(status).toBe(0)
  const lines = text.split('~\n')
  expect(lines[0]).toMatch(/^ISA\*.*\*ZZ\*CLINIC {9}\*ZZ\*PAYER {10}\*.*\*000000042\*/)
  expect(lines).toContain('AK1*HN*1*005010X214')
  expect(lines).toContain('IK5*R*5')
  await expect(run(x12Ack, '--control-number', 'x')).rejects.toThrow('--control-number')
})

test('a set that could not be checked is answered as not supported, and that is said', async () => {
  writeFileSync(path, segments.map((segment) => `${segment.replace('005010X214', '004010X093')}~\n`).join(''))
  const { text, notes } = await run(x12Ack)
  writeFileSync(path, segments.map((segment) => `${segment}~\n`).join(''))
  expect(text.split('~\n')).toEqual(expect.arrayContaining(['IK5*R*I6', 'AK9*R*1*1*0*2']))
  expect(notes).toEqual(['Set 1.1.1 was not checked: no guide is described for it. It is answered as not supported.'])
})

test('what a file says, in both languages', async () => {
  expect(await run(x12Explain)).toEqual({
    status: 0,
    notes: [],
    text: '    3  Accepted for a decision (A2): accepted for processing (20), as of 2026-11-28, charged $75.00.',
  })
  expect((await run(x12Explain, '--language', 'es')).text).toContain('Aceptada para decisión (A2)')
  await expect(run(x12Explain, '--language', 'fr')).rejects.toThrow('--language')
})
