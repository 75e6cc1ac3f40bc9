import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { readInterchanges } from '../read/read-interchanges.ts'
import { interchangeOf } from '../testing.ts'
import { validate } from './validate.ts'

const eligibility = [
  'BHT*0022*11*1*20261128*0915',
  'HL*1**20*1',
  'NM1*PR*2*PLAN*****PI*12',
  'HL*2*1*21*1',
  'NM1*1P*2*CLINIC*****XX*1234567893',
  'HL*3*2*22*0',
  'TRN*2*7*9123456789',
  'NM1*IL*1*LANE*ADA****MI*A1',
  'DMG*D8*19800102*F',
  'DTP*346*D8*20260101',
  'EB*1*IND*30^98*HM*GOLD',
  'EB*B**98***27*30.5*****Y',
]

const payment = [
  'BPR*I*130*C*CHK************20261128',
  'TRN*1*55*1912345678',
  'DTM*405*20261128',
  'N1*PR*PLAN',
  'N3*1 A ST',
  'N4*AKRON*OH*44301',
  'PER*BL*HELP*TE*5555550100',
  'N1*PE*CLINIC*XX*1234567893',
  'LX*1',
  'CLP*A1*1*200*150*10*12*P1',
  'CAS*CO*45*20',
  'NM1*QC*1*LANE*ADA****MI*A1',
  'SVC*HC:99213*200*150**1',
  'DTM*472*20261101',
  'CAS*PR*3*10',
  'CAS*CO*97*40',
  'PLB*1234567893*20261231*WO:P0*20',
]

const claim = [
  'BHT*0019*00*1*20261128*0915*CH',
  'NM1*41*2*CLINIC*****46*11',
  'PER*IC*HELP*TE*5555550100',
  'NM1*40*2*PLAN*****46*12',
  'HL*1**20*1',
  'NM1*85*2*CLINIC*****XX*1234567893',
  'N3*1 A ST',
  'N4*AKRON*OH*44301',
  'REF*EI*123456789',
  'HL*2*1*22*0',
  'SBR*P*18*******CI',
  'NM1*IL*1*LANE*ADA****MI*A1',
  'N3*1 B ST',
  'N4*AKRON*OH*44301',
  'DMG*D8*19800102*F',
  'NM1*PR*2*PLAN*****PI*99',
  'CLM*A1*150***11:B:1*Y*A*Y*Y',
  'HI*ABK:J029*ABF:Z1159',
  'LX*1',
  'SV1*HC:99213:25*100*UN*1***1:2',
  'DTP*472*D8*20261101',
  'LX*2',
  'SV1*HC:87880*50*UN*1***1',
  'DTP*472*D8*20261101',
]

const versions: Record<string, string> = { 271: '005010X279A1', 835: '005010X221A1', 837: '005010X222A1' }
// The line's adjustments are of the claim too: 200 less 10 and 40 is 150, and the claim's own 20 has to go.
const bodies: Record<string, string[]> = {
  271: eligibility,
  835: payment.filter((line) => line !== 'CAS*CO*45*20'),
  837: claim,
}

/** `error 2 EB01 element-missing 2110C 12`: severity, level, place, code, loop, segment. */
function shown({ severity, level, tag, element, component, code, loop, position }: Finding): string {
  const place = `${tag}${element === null ? '' : String(element).padStart(2, '0')}${component === null ? '' : `-${component}`}`
  return `${severity} ${level} ${place} ${code} ${loop ?? '-'} ${position.segment}`
}

function found(code: string, change: (body: string[]) => string[] = (body) => body): string[] {
  const text = interchangeOf(change([...(bodies[code] ?? [])]), { code, version: versions[code] ?? '' })
  return validate(readInterchanges(text)).map(shown)
}

function replaced(from: string, ...to: string[]) {
  return (body: string[]): string[] => {
    expect(body.some((line) => line.startsWith(from))).toBe(true)
    const at = body.findIndex((line) => line.startsWith(from))
    return body.toSpliced(at, 1, ...to)
  }
}

test.each(['271', '835', '837'])('a right %s has no findings', (code) => {
  expect(found(code)).toEqual([])
})

test.each<[string, string, string, string[], string[]]>([
  ['a code that is not allowed', '271', 'EB*1', ['EB*0**30'], ['error 1 EB01 code-not-allowed 2110C 12']],
  ['an element that is missing', '271', 'EB*1', ['EB***30'], ['error 2 EB01 element-missing 2110C 12']],
  ['one of several codes', '271', 'EB*1', ['EB*1**30^x1'], ['error 1 EB03 code-not-allowed 2110C 12']],
  ['a date that is none', '271', 'DTP*346', ['DTP*346*D8*20260231'], ['error 1 DTP03 not-a-date 2100C 11']],
  [
    'a period in the format of a day',
    '271',
    'DTP*346',
    ['DTP*346*D8*20260101-20260131'],
    ['error 1 DTP03 not-a-date 2100C 11'],
  ],
  ['an amount that is none', '271', 'EB*B', ['EB*B**98***27*3O.5'], ['error 1 EB07 not-a-number 2110C 13']],
  [
    'elements that belong together',
    '271',
    'EB*B',
    ['EB*B**98***27*1**VS'],
    ['error 1 EB10 element-conditional 2110C 13'],
  ],
  ['too long', '271', 'NM1*PR', [`NM1*PR*2*${'P'.repeat(61)}*****PI*12`], ['error 1 NM103 element-too-long 2100A 4']],
  ['not used', '271', 'NM1*PR', ['NM1*PR*2*PLAN***X**PI*12'], ['error 2 NM106 element-not-used 2100A 4']],
  ['more elements than the segment has', '271', 'HL*1', ['HL*1**20*1*1'], ['error 1 HL05 too-many-elements 2000A 3']],
  ['a tag that X12 does not have', '271', 'DMG', ['ZZZ*1'], ['error 2 ZZZ segment-unknown 2100C 10']],
  ['a tag of another set', '271', 'DMG', ['CLM*1'], ['error 2 CLM segment-not-in-set 2100C 10']],
  [
    'a tag of another loop',
    '271',
    'NM1*1P',
    ['EB*1', 'NM1*1P*2*CLINIC*****XX*12'],
    ['error 2 EB segment-unexpected 2000B 6'],
  ],
  [
    'in the wrong order',
    '271',
    'TRN',
    ['NM1*IL*1*LANE', 'TRN*2*7*9123456789'],
    ['error 2 TRN wrong-order 2000C 9', 'error 2 NM1 loop-too-often 2100C 10'],
  ],
  ['a required segment', '271', 'BHT', [], ['error 2 BHT segment-missing 271 2']],
  ['a required loop', '271', 'NM1*PR', [], ['error 2 NM1 loop-missing 2100A 4']],
  ['once too often', '271', 'DMG', ['DMG*D8*19800102', 'DMG*D8*19800102'], ['error 2 DMG segment-too-often 2100C 11']],
  [
    'a loop that is opened and not closed',
    '271',
    'EB*B',
    ['EB*L**98', 'LS*2120', 'NM1*P3*1*ROE'],
    ['error 4 LE situation 2110C 13'],
  ],
  ['levels that are counted wrong', '271', 'HL*3*2', ['HL*4*2*22*0'], ['error 3 HL01 hierarchy-count 2000C 7']],
  ['a parent that there is not', '271', 'HL*3*2', ['HL*3*9*22*0'], ['error 3 HL02 hierarchy-parent 2000C 7']],
  ['a parent of another level', '271', 'HL*3*2', ['HL*3*1*22*0'], ['error 3 HL02 hierarchy-level 2000C 7']],
  ['children that there are not', '271', 'HL*3*2', ['HL*3*2*22*1'], ['error 3 HL04 hierarchy-no-children 2000C 7']],
  [
    'a line that does not add up',
    '835',
    'CAS*CO*97*40',
    ['CAS*CO*97*39'],
    ['error 3 CLP04 balance 2100 11', 'error 3 SVC03 balance 2110 13'],
  ],
  [
    'a payment that does not add up',
    '835',
    'PLB',
    ['PLB*1234567893*20261231*WO:P0*21'],
    ['error 3 BPR02 balance 835 2'],
  ],
  ['a claim that is not its lines', '837', 'CLM', ['CLM*A1*151***11:B:1*Y*A*Y*Y'], ['error 3 CLM02 balance 2300 18']],
  [
    'a component that is missing',
    '837',
    'CLM',
    ['CLM*A1*150***11::1*Y*A*Y*Y'],
    ['error 2 CLM05-2 element-missing 2300 18'],
  ],
  [
    'a modifier that is too long',
    '837',
    'SV1*HC:87880',
    ['SV1*HC:87880:251*50*UN*1***1'],
    ['error 1 SV101-3 element-too-long 2400 24'],
  ],
  ['a subscriber who is the patient, without address', '837', 'N3*1 B', [], ['error 4 N3 situation 2010BA 11']],
  [
    'a car accident without its state',
    '837',
    'CLM',
    ['CLM*A1*150***11:B:1*Y*A*Y*Y**AA'],
    ['error 4 CLM11-4 situation 2300 18', 'error 4 DTP situation 2300 18'],
  ],
  [
    'lines that charge less than their claim',
    '835',
    'SVC',
    ['SVC*HC:99213*190*140**1'],
    ['error 3 CLP03 balance 2100 11'],
  ],
  [
    'what the patient owes is not what was adjusted so',
    '835',
    'CLP',
    ['CLP*A1*1*200*150*11*12*P1'],
    ['warning 3 CLP05 patient-balance 2100 11'],
  ],
  ['a payment that is none', '835', 'BPR', ['BPR*I*130*C*NON************20261128'], ['error 3 BPR02 balance 835 2']],
  ['lines that are counted wrong', '837', 'LX*2', ['LX*3'], ['error 4 LX01 line-count 2400 23']],
  [
    'a pointer at no diagnosis',
    '837',
    'SV1*HC:87880',
    ['SV1*HC:87880*50*UN*1***1:3'],
    ['error 4 SV107-2 diagnosis-pointer 2400 24'],
  ],
  [
    'two payers in one place',
    '837',
    'LX*1',
    ['SBR*P*18*******CI', 'OI***Y***Y', 'NM1*IL*1*LANE*****MI*A2', 'NM1*PR*2*OTHER*****PI*98', 'LX*1'],
    ['error 4 SBR01 payer-order-twice 2320 20'],
  ],
  [
    'a period that ends before it begins',
    '271',
    'DTP*346',
    ['DTP*346*RD8*20260201-20260131'],
    ['error 1 DTP03 not-a-date 2100C 11'],
  ],
  ['nothing but blanks', '271', 'NM1*PR', ['NM1*PR*2*   *****PI*12'], ['error 1 NM103 element-blank 2100A 4']],
  ['a state that there is not', '837', 'N4*AKRON', ['N4*AKRON*ZZ*44301'], ['error 4 N402 state-unknown 2010AA 9']],
  ['no postal code', '837', 'N4*AKRON', ['N4*AKRON*OH'], ['error 4 N403 place-incomplete 2010AA 9']],
  ['another country', '837', 'N4*AKRON', ['N4*PARIS**75001*FR'], []],
  [
    'what a receiver may do about a rejection',
    '271',
    'NM1*1P',
    ['NM1*1P*2*CLINIC*****XX*1234567893', 'AAA*N**51*X', 'AAA*N**51*P'],
    ['error 1 AAA04 code-not-allowed 2100B 8'],
  ],
  [
    'what a source may do about a rejection',
    '271',
    'HL*1',
    ['HL*1**20*1', 'AAA*Y**42*P', 'AAA*Y**42*W'],
    ['error 1 AAA04 code-not-allowed 2000A 5'],
  ],
  [
    'what may be done about a subscriber who is rejected',
    '271',
    'DMG',
    ['AAA*N**75*S', 'AAA*N**75*P'],
    ['error 1 AAA04 code-not-allowed 2100C 11'],
  ],
  [
    'reasons to reject a benefit',
    '271',
    'EB*B',
    ['EB*B**98***27*30.5*****Y', 'AAA*N**AE*C', 'AAA*N**70*S'],
    ['error 1 AAA04 code-not-allowed 2110C 15'],
  ],
  [
    'more about a benefit',
    '271',
    'EB*B',
    ['EB*B**98***27*30.5*****Y', 'III*NI*T14', 'III*ZZ*11', 'III*BK*J029'],
    ['error 1 III01 code-not-allowed 2115C 16'],
  ],
  [
    'a replaced claim without its number',
    '837',
    'CLM',
    ['CLM*A1*150***11:B:7*Y*A*Y*Y'],
    ['error 4 REF situation 2300 18'],
  ],
])('%s is told', (_, code, from, to, expected) => {
  expect(found(code, replaced(from, ...to))).toEqual(expected)
})

test('a level that was left out is told of, and those below it are checked as what they are', () => {
  const without = (body: string[]) => body.filter((line) => !/^(HL\*2|NM1\*1P)/.test(line))
  expect(found('271', without)).toEqual([
    'error 3 HL01 hierarchy-count 2000C 5',
    'error 3 HL02 hierarchy-parent 2000C 5',
    'error 2 HL segment-missing 2000B 5',
    'error 2 NM1 loop-missing 2100B 5',
  ])
})

test('4010 is read as segments and noted; a guide that is not described is too', () => {
  const told = (version: string) => validate(readInterchanges(interchangeOf(eligibility, { version }))).map(shown)
  expect(told('004010X092A1')).toEqual(['note 2 ST older-version - 1'])
  expect(told('009010X999')).toEqual(['note 2 ST no-guide - 1'])
})

test('a code that is not allowed is told with all that may stand there', () => {
  const text = interchangeOf(replaced('LX*1', 'AMT*F2*1', 'LX*1')([...claim]), {
    code: '837',
    version: versions[837] ?? '',
  })
  const [finding] = validate(readInterchanges(text.replace('AMT*F2*1', 'SBR*S*18*******CI~AMT*F2*1')))
  expect(finding?.sentence).toBe(
    'AMT01 (kind of amount) is F2, which is not among the codes allowed here (D, A8, EAF).',
  )
})

test('a sentence never says what stands in a field about a person', () => {
  const text = interchangeOf(replaced('NM1*IL', `NM1*IL*1*${'SECRET'.repeat(11)}*ADA****XX*SECRET`)([...eligibility]))
  const findings = validate(readInterchanges(text))
  expect(findings.map(shown)).toEqual([
    'error 1 NM103 element-too-long 2100C 9',
    'error 1 NM108 code-not-allowed 2100C 9',
  ])
  expect(JSON.stringify(findings)).not.toContain('SECRET')
})

test('a set that is wrong all over is told of a thousand times, and how many more there are', () => {
  const findings = validate(readInterchanges(interchangeOf([...eligibility, ...Array<string>(3000).fill('EB*0')])))
  expect(findings).toHaveLength(1001)
  expect(findings.filter(({ code }) => code === 'more-findings').map(({ sentence }) => sentence)).toEqual([
    'There are 2000 more findings, which are left out.',
  ])
})

test.each([
  [['AK2*271*0001', 'IK3*EB*9*2110C*2', 'IK5*A', 'AK9*A*1*1*1'], ['error 4 IK3 situation 2100 4']],
  [
    ['AK2*271*0001', 'IK5*R*5', 'AK9*A*1*1*1'],
    ['error 3 AK904 balance 999 5', 'error 3 AK901 balance 999 5'],
  ],
  [['AK2*271*0001', 'IK5*A', 'AK9*A*0*0*0'], ['error 3 AK903 balance 999 5']],
  [['AK9*A*9*9*9'], []],
  [['AK2*271*0001', 'IK5*A', 'AK9*R*1*1*0*5'], []],
])('the counts of an acknowledgement are those of its answers: %j', (body, expected) => {
  const text = interchangeOf(['AK1*HB*1', ...body], { code: '999', version: '005010X231A1' })
  expect(validate(readInterchanges(text)).map(shown)).toEqual(expected)
})

test('the state of a claim that was received is one of those of an acknowledgement', () => {
  const text = readFileSync(new URL('../../vectors/valid/277ca.x12', import.meta.url), 'utf8')
  const [finding] = validate(readInterchanges(text.replace(/STC\*A\d/, 'STC*F1')))
  expect(finding).toMatchObject({ code: 'code-not-allowed', tag: 'STC', element: 1, component: 1 })
})
