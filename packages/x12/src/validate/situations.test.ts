import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readInterchanges } from '../read/read-interchanges.ts'
import { validate } from './validate.ts'

type Change = readonly [from: string | RegExp, to: string]

/** Sentences about a right file of vectors/valid in which these were replaced; counts of segments are not looked at. */
function said(name: string, ...changes: readonly Change[]): readonly string[] {
  const path = fileURLToPath(new URL(`../../vectors/valid/${name}.x12`, import.meta.url))
  let text = readFileSync(path, 'utf8')
  for (const [from, to] of changes) {
    const before = text
    text = text.replace(from, to)
    if (text === before) throw new Error(`${name} has no ${String(from)}`)
  }
  return validate(readInterchanges(text))
    .filter(({ code }) => code === 'situation' || code === 'balance')
    .map(({ sentence }) => sentence)
}

const inpatient: Change = [
  'CLM*H1*900***13:A:1**A*Y*Y~\nDTP*434*RD8*20261101-20261102~',
  'CLM*H1*900***11:A:1**A*Y*Y~\nDTP*096*TM*1100~\nDTP*434*RD8*20261101-20261102~',
]
const atAdmission: Change = ['HI*PR:', 'HI*ABJ:S52501A~\nHI*PR:']
const ride: Change = ['SV1*HC:99213:25*100', 'SV1*HC:A0428:RH*100']
const why: Change = ['HI*ABK:J029*ABF:Z1159~', 'CR1****A*DH*12~\nHI*ABK:J029*ABF:Z1159~']
const ends: readonly [from: string, to: string] = [
  'PRV*PE*PXC*207Q00000X~\nLX*1',
  'PRV*PE*PXC*207Q00000X~\nNM1*PW*2~\nN3*1 A ST~\nN4*AKRON*OH*44301~\nNM1*45*2~\nN3*2 B ST~\nN4*AKRON*OH*44301~\nLX*1',
]
const behind: Change = ['SBR*P*18*G77******CI', 'SBR*S*18*G77******MB']
const otherPays = (segments: string): Change => ['SBR*S*18*******CI~\n', `SBR*S*18*******CI~\n${segments}`]
const otherLine = (svd: string): Change => [
  'SV1*HC:99212*75*UN*1***1~\nDTP*472*D8*20261101~\n',
  `SV1*HC:99212*75*UN*1***1~\nDTP*472*D8*20261101~\n${svd}`,
]

const right: readonly (readonly [what: string, name: string, ...changes: Change[]])[] = [
  ['an inpatient claim', '837i', inpatient, atAdmission],
  [
    'a patient who stays has no hour of discharge',
    '837i',
    inpatient,
    atAdmission,
    ['DTP*096*TM*1100~\n', ''],
    ['CL1*3*1*01', 'CL1*3*1*30'],
  ],
  [
    'care of an inpatient',
    '837p',
    ['C1*150***11:B', 'C1*150***21:B'],
    ['HI*ABK:J029*ABF', 'DTP*435*D8*20261101~\nHI*ABK:J029*ABF'],
  ],
  ['a ride in an ambulance', '837p', ride, why, ends],
  ['Medicare behind another, with why', '837p', ['SBR*P*18*G77******CI', 'SBR*S*18*G77**12****MB']],
  ['what another payer paid and adjusted', '837p', otherPays('CAS*PR*1*25~\nAMT*D*50~\n')],
  [
    'the same by lines',
    '837p',
    otherPays('AMT*D*50~\n'),
    otherLine('SVD*999*50*HC:99212**1~\nCAS*PR*1*25~\nDTP*573*D8*20261110~\n'),
  ],
  [
    'a line paid in two parts',
    '837p',
    otherPays('AMT*D*75~\n'),
    otherLine('SVD*999*50*HC:99212**1~\nDTP*573*D8*20261110~\nSVD*999*25*HC:99211**1~\nDTP*573*D8*20261110~\n'),
  ],
  ['another payer that only says what it paid', '837p', otherPays('AMT*D*40~\n')],
  ['a copay that the payer tells in words', '271', ['EB*B**98***27*30*****Y', 'EB*B**98***27******Y']],
  [
    'membership that ends',
    '834',
    ['INS*N*19*021*20*A~', 'INS*N*19*024*07*A~'],
    [/HD\*021\*\*HLT\*GOLD 1~\nDTP\*348\*D8\*20260101/, 'HD*024**HLT*GOLD 1~\nDTP*349*D8*20261231'],
  ],
  [
    'a claim is accepted by its action, whatever its status',
    '277ca',
    ['STC*A2:20*20261128*WQ*150', 'STC*A7:562*20261128*WQ*150'],
  ],
  [
    'a receiver that is turned away whole',
    '277ca',
    ['STC*A1:19*20261128*WQ*225', 'STC*A8:746:40*20261128*U*225'],
    ['QTY*90*1~', 'QTY*90*9~'],
  ],
]

test.each(right.map(([what, name, ...changes]) => ({ what, name, changes })))(
  '$what: nothing is said',
  ({ name, changes }) => expect(said(name, ...changes)).toEqual([]),
)

const wrong: readonly (readonly [sentence: string, name: string, ...changes: Change[]])[] = [
  [
    'An inpatient claim names when the patient was admitted (DTP*435).',
    '837i',
    inpatient,
    atAdmission,
    ['DTP*435*DT*202611010730~\n', ''],
    ['DTP*096*TM*1100~\n', ''],
    ['CL1*3*1*01', 'CL1*3*1*30'],
  ],
  [
    'An inpatient claim says by which way the patient was admitted (CL102).',
    '837i',
    inpatient,
    atAdmission,
    ['CL1*3*1*01', 'CL1*3**01'],
  ],
  ['An inpatient claim has the diagnosis at admission (HI*ABJ).', '837i', inpatient],
  [
    'Care in a facility names the attending provider (NM1*71).',
    '837i',
    inpatient,
    atAdmission,
    ['NM1*71*1*ROE*DEE****XX*1234567893~\nPRV*AT*PXC*207X00000X~\n', ''],
  ],
  [
    'An inpatient claim of a patient who has left says the hour (DTP*096).',
    '837i',
    inpatient,
    atAdmission,
    ['DTP*096*TM*1100~\n', ''],
  ],
  ['Care of an inpatient names when the patient was admitted (DTP*435).', '837p', ['C1*150***11:B', 'C1*150***21:B']],
  ['Medicare behind another payer says why it is (SBR05).', '837p', behind],
  ['A ride in an ambulance says why and how far (CR1).', '837p', ride, ends],
  [
    'A ride in an ambulance names where it began (NM1*PW).',
    '837p',
    ride,
    why,
    [ends[0], ends[1].replace('NM1*PW*2~\nN3*1 A ST~\nN4*AKRON*OH*44301~\n', '')],
  ],
  [
    'A ride in an ambulance names where it ended (NM1*45).',
    '837p',
    ride,
    why,
    [ends[0], ends[1].replace('NM1*45*2~\nN3*2 B ST~\nN4*AKRON*OH*44301~\n', '')],
  ],
  [
    'A report that is sent apart has a number by which it is found (PWK06).',
    '837p',
    ['HI*ABK:J029*ABF', 'PWK*OZ*FX~\nHI*ABK:J029*ABF'],
  ],
  ['A payer that has adjusted the claim (CAS) says what it paid (AMT*D).', '837p', otherPays('CAS*PR*1*25~\n')],
  ['Claim: another payer paid 999.00 (AMT*D), and the claim charges 75.00.', '837p', otherPays('AMT*D*999~\n')],
  [
    'Claim: what another payer paid and adjusted comes to 70.00, and CLM02 says 75.00.',
    '837p',
    otherPays('CAS*PR*1*20~\nAMT*D*50~\n'),
  ],
  [
    'Service line: what another payer paid and adjusted comes to 60.00, and the line charges 75.00.',
    '837p',
    otherPays('AMT*D*65~\n'),
    otherLine('SVD*999*50*HC:99212**1~\nCAS*PR*1*10~\nDTP*573*D8*20261110~\n'),
  ],
  ['A payment by clearing house says in which format (BPR05).', '835', ['ACH*CCP*', 'ACH**']],
  ['A notice without a payment (BPR01 H) has no way of payment (BPR04 NON).', '835', ['BPR*I*180', 'BPR*H*180']],
  ['A claim that was passed on names to whom (NM1*TT).', '835', ['CLP*C1*1*', 'CLP*C1*19*']],
  ['A service that began (DTM*150) has an end (DTM*151).', '835', ['DTM*472*20261101', 'DTM*150*20261101']],
  [
    'A copay, deductible, maximum or spend-down has an amount (EB07).',
    '271',
    ['EB*C*IND*30***23*1500', 'EB*C*IND*30***23'],
  ],
  ['Coinsurance has a share (EB08).', '271', ['EB*C*IND*30***23*1500', 'EB*A*IND*30***23']],
  [
    'What is accepted is not called rejected (STC03 U).',
    '277ca',
    ['STC*A2:20*20261128*WQ*150', 'STC*A2:20*20261128*U*150'],
  ],
  ['QTY*90: its claims come to 1, and QTY02 says 99.', '277ca', ['QTY*90*1', 'QTY*90*99']],
  ['QTY*AA: its claims come to 1, and QTY02 says 99.', '277ca', ['QTY*AA*1', 'QTY*AA*99']],
  ['AMT*YU: its claims come to 150.00, and AMT02 says 99999.00.', '277ca', ['AMT*YU*150', 'AMT*YU*99999']],
  ['AMT*YY: its claims come to 75.00, and AMT02 says 99999.00.', '277ca', ['AMT*YY*75', 'AMT*YY*99999']],
  ['An amount that was accepted (AMT*YU) goes with how many claims were (QTY*90).', '277ca', ['QTY*90*1~\n', '']],
  [
    'Membership that ends says when (DTP*357, or DTP*349 of the coverage).',
    '834',
    ['INS*N*19*021*20*A~', 'INS*N*19*024*07*A~'],
  ],
  ['Membership that ends says why (INS04).', '834', ['INS*N*19*021*20*A~', 'INS*N*19*024**A~']],
  ['A dependent (INS01 N) is somebody else than the subscriber (INS02).', '834', ['INS*N*19*021', 'INS*N*18*021']],
  ['Coverage that begins says when (DTP*348).', '834', ['GOLD 1~\nDTP*348*D8', 'GOLD 1~\nDTP*300*D8']],
  ['What is not certified has a reason (HCR03).', '278-answer', [/HCR\*A1[^~]*/, 'HCR*A3']],
  ['A set that is accepted with errors names one (IK3 or IK502).', '999', [/(AK2[^~]*~\n)IK5\*A/, '$1IK5*E']],
]

test.each(wrong.map(([sentence, name, ...changes]) => ({ sentence, name, changes })))(
  '$sentence',
  ({ sentence, name, changes }) => expect(said(name, ...changes)).toContain(sentence),
)
