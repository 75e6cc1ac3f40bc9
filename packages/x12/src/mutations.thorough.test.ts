import { expect, test } from 'vitest'
import { acknowledge } from './acknowledge/acknowledge.ts'
import { explain } from './explain/explain.ts'
import { knownGuides } from './grammar/guides.ts'
import { treeOf } from './loops/tree-of.ts'
import { readInterchanges } from './read/read-interchanges.ts'
import { interchangeOf } from './testing.ts'
import { mostOfSet } from './validate/findings.ts'
import { validate } from './validate/validate.ts'
import { writeInterchange } from './write/write-interchange.ts'

declare const process: { readonly env: Readonly<Record<string, string | undefined>> }

/** 200,000 take some minutes; X12_MUTATIONS says how many. */
const many = Number(process.env['X12_MUTATIONS'] ?? 2000)

const body = [
  'BHT*0022*11*1*20261128*0915',
  'BPR*I*1*C*CHK************20261128',
  'HL*1**20*1',
  'NM1*PR*2*PLAN*****PI*12',
  'HL*2*1*21*1',
  'NM1*1P*2*CLINIC*****XX*1234567893',
  'HL*3*2*22*0',
  'TRN*2*7*9123456789',
  'NM1*IL*1*LANE*ADA****MI*A1',
  'DMG*D8*19800102*F',
  'EB*1*IND*30^98*HM*GOLD',
  'EB*B**98***27*30.5*****Y**HC:99213',
  'LS*2120',
  'LX*1',
  'CLP*A*1*2*1*0*12*P',
  'CAS*PR*1*1',
  'SVC*HC:99213*2*1',
  'CLM*A1*150***11:B:1*Y*A*Y*Y',
  'HI*ABK:J029*ABF:Z1159',
  'SV1*HC:99213:25*100*UN*1***1:2',
  'DTP*472*RD8*20261101-20261102',
  'INS*Y*18*021',
  'STC*A7:562:85*20261101*U*75',
  'HCR*A1*1',
  'IK3*CLM*17*2300*8',
  'IK4*5:2*1332*1',
  'AK9*R*1*1*0',
]

/** Numerical Recipes' generator: the same files each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function mutated(number: number): string {
  const next = numbers(number)
  const guides = knownGuides()
  const { set, guide } = guides[next(guides.length)] ?? { set: '271', guide: '' }
  const lines = Array.from({ length: 5 + next(40) }, () => body[next(body.length)] ?? '')
  const letters = [...interchangeOf(next(2) === 0 ? body : lines, { code: set, version: guide })]
  for (let count = next(12); count > 0; count--) {
    const at = next(letters.length)
    const kind = next(4)
    if (kind === 0) letters.splice(at, 1 + next(40))
    else if (kind === 1)
      letters.splice(at, 0, ['*', '~', ':', '^', '\u0000', 'Ω', '9'.repeat(next(400))][next(7)] ?? '')
    else if (kind === 2) letters[at] = String.fromCodePoint(next(0x3ff))
    else letters.splice(at, 0, ...letters.slice(at, at + next(200)))
  }
  return letters.join('')
}

test(`${many} mutated files: nothing throws, nothing grows without bound, every answer is right`, {
  timeout: 3_600_000,
}, () => {
  for (let number = 0; number < many; number++) {
    const reading = readInterchanges(mutated(number))
    const findings = validate(reading)
    if (findings.length > 3 * mostOfSet) expect.fail(`file ${number} has ${findings.length} findings`)
    for (const { groups } of reading.interchanges) {
      for (const { sets } of groups) {
        for (const set of sets) {
          let count = 0
          const walk = (tree: ReturnType<typeof treeOf>): void => {
            count += tree.segments.length
            for (const child of tree.children) walk(child)
          }
          walk(treeOf(set))
          if (count !== set.segments.length) expect.fail(`file ${number} loses segments in its tree`)
        }
      }
    }
    explain(reading, number % 2 === 0 ? 'en' : 'es')
    for (const answer of acknowledge(reading, findings, { controlNumber: 1, date: '2026-11-29', time: '07:30' })) {
      const written = writeInterchange(answer)
      if (written.text === null)
        expect.fail(`file ${number}: its answer cannot be written: ${written.findings[0]?.sentence}`)
      const wrong = validate(readInterchanges(written.text)).find(({ severity }) => severity === 'error')
      if (wrong) expect.fail(`file ${number}: its answer is wrong: ${wrong.sentence}\n${written.text}`)
    }
  }
})
