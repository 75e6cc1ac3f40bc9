import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { x12Explain } from './x12-explain.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-x12-'))
afterAll(() => rmSync(folder, { recursive: true }))

const answer = [
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *261124*0915*^*00501*000000007*0*T*:',
  'GS*HB*PAYER*CLINIC*20261124*0915*1*X*005010X279A1',
  'ST*271*0001*005010X279A1',
  'BHT*0022*11*1*20261124*0915',
  'HL*1**20*1',
  'NM1*PR*2*PRAIRIE*****PI*12',
  'HL*2*1*21*1',
  'NM1*1P*2*CLINIC*****XX*1234567893',
  'HL*3*2*22*0',
  'NM1*IL*1*OKAFOR*ADA****MI*M1',
  'DTP*346*D8*20260101',
  'DTP*347*D8*20261231',
  'EB*1**30**GOLD',
  'EB*B**98***27*30*****Y',
  'EB*B**98***27*45*****Y',
  'SE*14*0001',
  'GE*1*1',
  'IEA*1*000000007',
].join('~\n')

async function explained(...args: string[]): Promise<string[]> {
  const path = join(folder, 'answer.271')
  writeFileSync(path, `${answer}~\n`)
  const out: string[] = []
  await x12Explain([path, ...args], { json: false, out: (text) => void out.push(text), note: () => {} })
  return out
}

test('an answer about eligibility is told in sentences, each with the number of its segment', async () => {
  expect(await explained()).toEqual([
    '   11  The plan GOLD is active on Nov 24, 2026.',
    '   11  Plan GOLD: covered.',
    '   12  Office visit: copay $30 for each visit, in network.',
    '   13  Office visit: copay $45 for each visit, in network.',
    '   13  Two copays for office visit in network: $30 and $45; the payer did not say which applies.',
  ])
})

test('for another date of service, in Spanish; nobody is named', async () => {
  const said = await explained('--language', 'es', '--date', '2027-01-05')
  expect(said[0]).toBe('   11  El plan GOLD terminó el 31 dic 2026.')
  expect(said.join()).not.toContain('OKAFOR')
  expect(said.join()).not.toContain('cubierto')
  await expect(explained('--date', 'soon')).rejects.toThrow('--date')
})

test('of several sets and people each line says which it is about', async () => {
  const dependent = ['HL*4*3*23*0', 'NM1*03*1*OKAFOR*BO', 'EB*6**30']
  const both = answer.replace('*22*0', '*22*1').replace('SE*14*0001', `${dependent.join('~\n')}~\nSE*17*0001`)
  const path = join(folder, 'several.271')
  writeFileSync(path, `${both}~\n${answer.replaceAll('000000007', '000000008')}~\n`)
  const out: string[] = []
  await x12Explain([path, '--language', 'es'], { json: false, out: (text) => void out.push(text), note: () => {} })
  expect(out.filter((line) => line.endsWith(':'))).toEqual([
    'Intercambio 1, grupo 1, transacción 1 (271):',
    '  Persona 1 de 2:',
    '  Persona 2 de 2:',
    'Intercambio 2, grupo 1, transacción 1 (271):',
  ])
})
