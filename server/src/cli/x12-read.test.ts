import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { x12Read } from './x12-read.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-x12-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ta1 =
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *261128*0915*^*00501*000000007*0*T*:~\n' +
  'TA1*000000905*261128*0914*A*000~\nIEA*0*000000008~\n'

async function run(content: string, json = false) {
  const path = join(folder, 'file.x12')
  writeFileSync(path, content)
  const out: string[] = []
  const status = await x12Read([path], { json, out: (text) => void out.push(text), note: () => {} })
  return { status, text: out.join('\n') }
}

test('a file as JSON, with what is wrong with its envelopes', async () => {
  const { status, text } = await run(ta1)
  expect(status).toBe(0)
  expect(JSON.parse(text)).toMatchObject({
    interchanges: [
      {
        senderId: 'PAYER',
        usage: 'T',
        delimiters: { element: '*', segment: '~' },
        groups: [],
        segments: [
          { tag: 'ISA', number: 1, offset: 0 },
          {
            tag: 'TA1',
            number: 2,
            offset: 107,
            elements: ['000000905', '261128', '0914', 'A', '000'],
            offsets: [111, 121, 128, 133, 135],
          },
          { tag: 'IEA', number: 3 },
        ],
      },
    ],
    findings: [{ code: 'interchange-control-number', element: 2 }],
  })
  expect((await run(ta1, true)).text.split('\n')).toHaveLength(1)
})

test('a file that holds no interchange ends with 1, no file is not understood', async () => {
  expect((await run('hello')).status).toBe(1)
  await expect(x12Read([], { json: false, out: () => {}, note: () => {} })).rejects.toThrow('which one file?')
})

test('a set is told by the loops of its guide', async () => {
  const set = [
    'GS*HS*CLINIC*PAYER*20261128*0915*1*X*005010X279A1',
    'ST*270*0001*005010X279A1',
    'BHT*0022*13*1*20261128*0915',
    'HL*1**20*1',
    'NM1*PR*2*PLAN*****PI*12',
    'SE*5*0001',
    'GE*1*1',
  ]
  const { text } = await run(ta1.replace('TA1*', `${set.join('~\n')}~\nTA1*`))
  const [read] = JSON.parse(text).interchanges[0].groups[0].sets
  expect(read.loops).toMatchObject({ loop: '270', segments: [{ tag: 'ST' }, { tag: 'BHT' }, { tag: 'SE' }] })
  expect(read.loops.loops[0]).toMatchObject({
    loop: '2000A',
    loops: [{ loop: '2100A', segments: [{ tag: 'NM1', number: 4 }] }],
  })
})
