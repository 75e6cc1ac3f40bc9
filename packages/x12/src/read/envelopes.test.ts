import { expect, test } from 'vitest'
import { interchangeOf, isaOf, told } from '../testing.ts'
import { readInterchanges } from './read-interchanges.ts'

const good = interchangeOf(['BHT*0022*11*1*20261128*0915', 'HL*1**20*1'])
const segments = good.split(/(?<=~\n)|(?<=~)(?!\n)/)

function without(tag: string): string {
  return segments.filter((segment) => !segment.startsWith(`${tag}*`)).join('')
}

function findings(text: string): string[] {
  return readInterchanges(text).findings.map(
    (finding) => `${told(finding)} ${finding.report?.in ?? '-'} ${finding.report?.code ?? '-'}`,
  )
}

test('envelopes that agree give no finding', () => {
  expect(findings(good)).toEqual([])
})

const isaValue = (element: number, note: string, severity = 'warning'): string[] => [
  `${severity} isa-value ISA${String(element).padStart(2, '0')} 1.0.0.1 TA105 ${note}`,
]
const groupValue = (element: number): string[] => [`warning gs-value GS0${element} 1.1.0.2 - -`]
const numberOfInterchange = ['error interchange-control-number IEA02 1.0.0.8 TA105 001']
const setNumber = ['error st-control-number ST02 1.1.1.1 IK502 7']

test.each([
  ['count of segments', good.replace('SE*4', 'SE*5'), ['error set-count SE01 1.1.1.4 IK502 4']],
  ['count that is no number', good.replace('SE*4', 'SE*four'), ['error set-count SE01 1.1.1.4 IK502 4']],
  ['count of sets', good.replace('GE*1', 'GE*2'), ['error group-count GE01 1.1.0.7 AK905 5']],
  ['count of groups', good.replace('IEA*1', 'IEA*0'), ['error interchange-count IEA01 1.0.0.8 TA105 021']],
  ['numbers of a set', good.replace('SE*4*0001', 'SE*4*1'), ['error set-control-number SE02 1.1.1.4 IK502 3']],
  ['numbers of a group', good.replace('GE*1*1', 'GE*1*2'), ['error group-control-number GE02 1.1.0.7 AK905 4']],
  ['zeros before the number of a group', good.replace('GE*1*1', 'GE*1*0001'), []],
  [
    'numbers of an interchange',
    good.replace('IEA*1*000000905', 'IEA*1*000000906'),
    ['error interchange-control-number IEA02 1.0.0.8 TA105 001'],
  ],
  ['no SE', without('SE'), ['error set-without-end SE 1.1.1.3 IK502 2']],
  ['no GE', without('GE'), ['error group-without-end GE 1.1.0.6 AK905 3']],
  ['no IEA', without('IEA'), ['error interchange-without-end IEA 1.0.0.7 TA105 023']],
  [
    'no GS',
    without('GS'),
    [
      'error outside-group ST 1.0.1.1 TA105 024',
      'error trailer-without-header GE 1.0.0.6 TA105 022',
      'error interchange-count IEA01 1.0.0.7 TA105 021',
    ],
  ],
  ['two SE', good.replace('SE*4*0001~\n', 'SE*4*0001~\nSE*4*0001~\n'), ['error trailer-twice SE 1.1.0.7 TA105 022']],
  ['a segment behind SE', good.replace('GE*1', 'REF*6P*X~\nGE*1'), ['error outside-set REF 1.1.0.7 TA105 024']],
  ['a segment behind GE', good.replace('IEA*1', 'REF*6P*X~\nIEA*1'), ['error outside-group REF 1.0.0.8 TA105 024']],
  ['no function', good.replace('GS*HB', 'GS*'), ['error gs-function GS01 1.1.0.2 AK905 1']],
  ['no version', good.replace('X*005010X279A1', 'X*'), ['error gs-version GS08 1.1.0.2 AK905 2']],
  [
    'a number of a group that is none',
    good.replace('*1*X*', '*A*X*').replace('GE*1*1', 'GE*1*A'),
    ['error gs-control-number GS06 1.1.0.2 AK905 6'],
  ],
  ['no code of a set', good.replace('ST*271', 'ST*'), ['error st-code ST01 1.1.1.1 IK502 6']],
  ['no number of a set', good.replaceAll('*0001', '*'), ['error st-control-number ST02 1.1.1.1 IK502 7']],
  ['a day that is none', good.replace('*261128*', '*260229*'), ['warning isa-value ISA09 1.0.0.1 TA105 014']],
  ['an id that is too short', good.replace('CLINIC   ', 'CLINIC  '), ['warning isa-length ISA06 1.0.0.1 TA105 006']],
  [
    'a control number that is none',
    good.replaceAll('000000905', '00000090X'),
    ['error isa-value ISA13 1.0.0.1 TA105 018'],
  ],
  ['nobody sends', good.replace('CLINIC'.padEnd(15), ' '.repeat(15)), ['error isa-value ISA06 1.0.0.1 TA105 006']],
  ['no IEA terminator', good.trimEnd().slice(0, -1), ['warning cut-off IEA 1.0.0.8 - -']],
  ['a segment before ST', good.replace('ST*', 'REF*6P*X~\nST*'), ['error outside-set REF 1.1.0.3 TA105 024']],
  ['a number that begins with other zeros', good.replace('IEA*1*000000905', 'IEA*1*905'), numberOfInterchange],
  ['a number of zeros', good.replaceAll('000000905', '000000000'), ['error isa-value ISA13 1.0.0.1 TA105 018']],
  ['another kind of group', good.replace('GS*HB', 'GS*HC'), ['error set-not-in-group ST01 1.1.1.1 IK502 18']],
  ['another guide', good.replace('0001*005010X279A1', '0001*005010X217'), ['error set-version ST03 1.1.1.1 IK502 19']],
  [
    'a guide without its erratum',
    good.replace('0001*005010X279A1', '0001*005010X279'),
    ['warning set-version ST03 1.1.1.1 IK502 19'],
  ],
  ['a date of a group that is none', good.replace('*20261128*0915*1*X', '*20261328*0915*1*X'), groupValue(4)],
  ['a time of a group that is none', good.replace('*20261128*0915*1*X', '*20261128*2515*1*X'), groupValue(5)],
  ['an agency that is not X12', good.replace('*1*X*', '*1*T*'), groupValue(7)],
  ['an authorization qualifier', good.replace('ISA*00', 'ISA*99'), isaValue(1, '010')],
  ['a security qualifier', good.replace('*00*          *ZZ', '*07*          *ZZ'), isaValue(3, '012')],
  ['a qualifier of the sender', good.replace('*ZZ*CLINIC', '*99*CLINIC'), isaValue(5, '005')],
  ['a qualifier of the receiver', good.replace('*ZZ*PAYER', '*99*PAYER'), isaValue(7, '007')],
  ['a request that is none', good.replace('*0*T*:', '*7*T*:'), isaValue(14, '019')],
  ['a usage that is none', good.replace('*0*T*:', '*0*X*:'), isaValue(15, '020')],
  ['the U of older versions', good.replace('*^*00501', '*U*00501'), isaValue(11, '016')],
  ['the U in an older version', good.replace('*^*00501', '*U*00401'), []],
  ['a version that X12 does not have', good.replace('*00501*', '*99999*'), isaValue(12, '017', 'error')],
  ['tags in lower case', good.replace('ST*', 'st*'), ['warning lower-case ST 1.1.1.1 IK502 5']],
  ['a number of a set that is too short', good.replaceAll('*0001', '*1'), setNumber],
  [
    'no set in a group',
    good.replace(/ST\*[^]*SE\*4\*0001~\n/, '').replace('GE*1*1', 'GE*0*1'),
    ['error group-empty GE01 1.1.0.3 AK905 5'],
  ],
  ['a trailer of nothing', good.replace('GS*', 'GE*1*1~\nGS*'), ['error trailer-without-header GE 1.0.0.2 TA105 022']],
  ['twice the same', good + good, ['error interchange-control-number-twice ISA13 2.0.0.1 TA105 025']],
])('%s', (_, text, expected) => {
  expect(findings(text)).toEqual(expected)
})

test('sets and groups of one number', () => {
  const set = segments.slice(2, 6).join('')
  expect(findings(good.replace(set, set + set).replace('GE*1', 'GE*2'))).toEqual([
    'error set-control-number-twice ST02 1.1.2.1 IK502 23',
  ])
  const group = segments.slice(1, 7).join('')
  expect(findings(good.replace(group, group + group).replace('IEA*1', 'IEA*2'))).toEqual([
    'error group-control-number-twice GS06 1.2.0.8 AK905 19',
  ])
})

test('an interchange that only acknowledges has no group, counted as 0 or 1', () => {
  const ta1 = (count: number): string => `${isaOf()}TA1*000000050*261128*1200*A*000~IEA*${count}*000000905~`
  expect(findings(ta1(0))).toEqual([])
  expect(findings(ta1(1))).toEqual(['note interchange-count IEA01 1.0.0.3 - -'])
})

test.each([
  ['TA1*50*261128*1200*A*000', ['TA101']],
  ['TA1*000000050*20261128*1200*A*000', ['TA102']],
  ['TA1*000000050*261128*2560*A*000', ['TA103']],
  ['TA1*000000050*261128*1200*X*000', ['TA104']],
  ['TA1*000000050*261128*1200*R*032', ['TA105']],
  ['TA1*000000050*261128*1200*A*001', ['TA105']],
  ['TA1*000000050*261128*1200*R*000', ['TA105']],
  ['TA1*000000050*261128*1200*E*031', []],
  ['TA1*000000050*261128*1200*A*000*X', ['TA106']],
])('a TA1 is looked at: %s', (ta1, expected) => {
  const found = findings(`${isaOf()}${ta1}~IEA*0*000000905~`)
  expect(found).toEqual(expected.map((place) => `error ta1-value ${place} 1.0.0.2 - -`))
})

test('what is found so often that nobody reads it is cut short, and that is said', () => {
  const found = findings(isaOf() + 'X*1~'.repeat(5000))
  expect(found).toHaveLength(1001)
  expect(found.at(-1)).toBe('note more-findings 1.0.0.5001 - -')
})

test('sentences name no value of a segment', () => {
  const text = good.replace('BHT*', 'NM1*IL*1*SECRETNAME~\nBHT*').replace('CLINIC   ', 'CLINIC  ')
  const all = readInterchanges(text).findings
  expect(all.length).toBeGreaterThan(0)
  expect(JSON.stringify(all)).not.toMatch(/SECRETNAME|CLINIC/)
})

test('a segment that is too long counts, and its set alone is refused', () => {
  const long = `MSG*${'X'.repeat(300_000)}~\n`
  expect(findings(good.replace('SE*4', `${long}SE*5`))).toEqual(['error segment-too-long 1.1.1.4 IK502 5'])
  expect(findings(good.replace('GS*', `${long}GS*`))).toEqual(['error segment-too-long 1.0.0.2 TA105 024'])
})
