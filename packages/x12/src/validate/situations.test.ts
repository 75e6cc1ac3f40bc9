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

const ofClaim = (segments: string): Change => ['HI*ABK:J029*ABF', `${segments}HI*ABK:J029*ABF`]
const accident = (causes: string): Change => ['C1*150***11:B:1*Y*A*Y*Y', `C1*150***11:B:1*Y*A*Y*Y**${causes}`]
const hurtOn = ofClaim('DTP*439*D8*20261031~\n')
const medicare: Change = ['SBR*P*18*G77******CI', 'SBR*P*18*G77******MB']
const spinal = ofClaim('CR2********A~\n')
const acuteSince: Change = ['CR2*', 'DTP*453*D8*20261020~\nCR2*']
const referred = (names: string): Change => ['NM1*82*1*ROE', `${names}NM1*82*1*ROE`]
/** Behind all of the first line. */
const ofLine = (segments: string): Change => ['REF*6R*L1~\n', `REF*6R*L1~\n${segments}`]
const certified = (how: string): Change => [
  'DTP*472*D8*20261101~\nREF*6R',
  `CR3*${how}*MO*6~\nDTP*472*D8*20261101~\nREF*6R`,
]
const certifiedOn: readonly Change[] = ['607', '463', '461'].map((qualifier) => [
  'REF*6R*L1~\n',
  `DTP*${qualifier}*D8*20261030~\nREF*6R*L1~\n`,
])
const ordered = 'NM1*DK*1*POE*ANN****XX*1234567893~\n'
const whose = 'N3*1 C ST~\nN4*AKRON*OH*44301~\nPER*IC*POE*TE*5555550100~\n'
const ofBenefit = (segments: string): Change => ['MSG*ASK FOR A REFERRAL~\n', `MSG*ASK FOR A REFERRAL~\n${segments}`]
const diagnosed: Change = ['DTP*346*D8*20260101', 'HI*ABK:J029~\nDTP*346*D8*20260101']
const pointed: Change = ['EB*1*IND*30*HM*GOLD 1', 'EB*1*IND*30*HM*GOLD 1*********1']
const notKnown: Change = [
  'N4*AKRON*OH*44301~\nDMG*D8*19800102*F~',
  'N4*AKRON*OH*44301~\nAAA*N**75*C~\nDMG*D8*19800102*F~',
]
const noDependent: Change = [/HL\*4[^]*LE\*2120~\n/, '']
const refunded = (adjustments: string): Change => ['WO:P0*20', adjustments]
const decided = (segments: string): Change => [
  'NM1*QC*1*LANE*ADA****MI*A12345~\n',
  `NM1*QC*1*LANE*ADA****MI*A12345~\n${segments}`,
]
const noneListed: Change = [/AK2[^]*(?=AK9)/, '']
const ofPolicy: Change = ['AMT*B6*160', 'REF*0K*P12~\nAMT*B6*160']

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
  ['a date of an accident at work', '837p', accident('EM'), hurtOn],
  ['a date of an accident that comes second', '837p', accident('EM:OA'), hurtOn],
  ['spinal manipulation of what is acute, told to Medicare', '837p', medicare, spinal, acuteSince],
  ['the same, told to somebody else', '837p', spinal],
  ['a disability from one day to another', '837p', ofClaim('DTP*314*RD8*20261001-20261015~\n')],
  ['a disability that goes on', '837p', ofClaim('DTP*360*D8*20261001~\n')],
  ['referred twice', '837p', referred('NM1*DN*1*ROE*KIM~\nNM1*P3*1*POE*ANN~\n')],
  [
    'referred twice, the second time for a line',
    '837p',
    referred('NM1*DN*1*ROE*KIM~\n'),
    ofLine('NM1*P3*1*POE*ANN~\n'),
  ],
  ['a certificate of medical necessity', '837p', certified('R'), ...certifiedOn],
  ['a certificate, and who ordered', '837p', certified('I'), ...certifiedOn.slice(1), ofLine(`${ordered}${whose}`)],
  ['who ordered what has no certificate', '837p', ofLine(ordered)],
  ['a benefit at a place', '271', ofBenefit('III*ZZ*11~\n')],
  ['a benefit by a diagnosis', '271', diagnosed, pointed],
  ['nobody is known by that number', '271', ['HL*3*2*22*1', 'HL*3*2*22*0'], notKnown, noDependent],
  ['a question about a diagnosis', '270', ['DTP*291', 'HI*ABK:J029~\nDTP*291'], ['EQ*30^98', 'EQ*30****1']],
  ['a refund', '835', refunded('WO:P0*20*72:P9*-50*WO:P9*50')],
  ['a balance that is carried forward', '835', refunded('FB:P55*20')],
  ['an adjustment that needs no number', '835', refunded('L6*20')],
  ['a claim of an inpatient', '835', decided('MIA*3~\n')],
  ['dates of the lines, and none of their claim', '835', ['DTM*232*20261101~\n', '']],
  ['dates of the claim, and none of its lines', '835', ['DTM*472*20261101~\n', '']],
  ['a predetermination', '835', ['CLP*C1*1*', 'CLP*C1*25*'], ['DTM*232*20261101', 'DTM*232*19000101']],
  ['a policy, and where it is read', '835', ofPolicy, ['N1*PE', 'PER*IC**UR*plan.example~\nN1*PE']],
  ['all that was rejected is listed, and what was accepted is not', '999', [/AK2\*837\*0001[^~]*~\nIK5\*A~\n/, '']],
  ['a group that cannot be read', '999', ['AK9*P*2*2*1', 'AK9*X*2*2*0']],
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
  ['The date of an accident (DTP*439) goes with a claim that names one (CLM11).', '837p', hurtOn],
  ['A claim after an accident names its date (DTP*439).', '837p', accident('OA')],
  ['Spinal manipulation for an acute condition says to Medicare since when (DTP*453).', '837p', medicare, spinal],
  [
    'When a condition became acute (DTP*453) goes with spinal manipulation for one (CR208 A or M).',
    '837p',
    ofClaim('DTP*453*D8*20261020~\nCR2********C~\n'),
  ],
  ['A disability with both its ends (DTP*314) is a period (RD8).', '837p', ofClaim('DTP*314*D8*20261001~\n')],
  ['The beginning of a disability (DTP*360) is a day (D8).', '837p', ofClaim('DTP*360*RD8*20261001-20261015~\n')],
  ['The end of a disability (DTP*361) is a day (D8).', '837p', ofClaim('DTP*361*RD8*20261001-20261015~\n')],
  [
    'A first referral by primary care (NM1*P3) comes besides that of the referring provider (NM1*DN).',
    '837p',
    referred('NM1*P3*1*POE*ANN~\n'),
  ],
  [
    'A first referral by primary care (NM1*P3) comes besides that of the referring provider (NM1*DN).',
    '837p',
    ofLine('NM1*P3*1*POE*ANN~\n'),
  ],
  [
    'A certificate of medical necessity (CR3) says when the therapy began (DTP*463).',
    '837p',
    certified('I'),
    ...certifiedOn.slice(2),
  ],
  [
    'A certificate of medical necessity (CR3) says when it was signed (DTP*461).',
    '837p',
    certified('I'),
    ...certifiedOn.slice(1, 2),
  ],
  [
    'When a certificate was renewed or revised (DTP*607) goes with one that was (CR301 R or S).',
    '837p',
    certified('I'),
    ...certifiedOn,
  ],
  [
    'Who ordered what has a certificate of medical necessity (CR3) is named with address and contact.',
    '837p',
    certified('I'),
    ...certifiedOn.slice(1),
    ofLine(ordered),
  ],
  [
    'A subscriber without dependents has a benefit (EB), or why there is none (AAA).',
    '271',
    ['HL*3*2*22*1', 'HL*3*2*22*0'],
    noDependent,
  ],
  ['A dependent has a benefit (EB), or why there is none (AAA).', '271', [/EB\*1[^]*LE\*2120~\n/, '']],
  ['Others who have to do with a benefit (loop 2120) stand between LS and LE.', '271', ['LS*2120~\n', '']],
  ['Between LS and LE somebody is named (loop 2120).', '271', [/NM1\*VN[^]*(?=LE\*2120)/, '']],
  ['An LE closes what an LS has opened.', '271', ['LS*2120~\n', ''], [/NM1\*VN[^]*(?=LE\*2120)/, '']],
  ['A benefit that points at a diagnosis (EB14) needs the diagnoses (HI).', '271', pointed],
  [
    'A dependent who is asked about needs a question (EQ) of their own.',
    '270',
    ['HL*3*2*22*0', 'HL*3*2*22*1'],
    ['EQ*30^98~', 'EQ*30^98~\nHL*4*3*23*0~\nNM1*03*1*LANE*BO~'],
  ],
  ['A question that points at a diagnosis (EQ05) needs the diagnoses (HI).', '270', ['EQ*30^98', 'EQ*30****1']],
  ['An adjustment WO (PLB03-1) has the number that it refers to (PLB03-2).', '835', refunded('WO*20')],
  ['An adjustment 72 (PLB05-1) has the number that it refers to (PLB05-2).', '835', refunded('L6*70*72*-50')],
  ['A refund of the provider (PLB03-1 72) is a negative amount (PLB04).', '835', refunded('72:P9*20')],
  ['An adjustment of the provider is not of 0 (PLB06).', '835', refunded('WO:P0*20*L6*0.00')],
  [
    'A payment is not less than 0 (BPR02); what is owed is carried forward (PLB FB).',
    '835',
    ['BPR*I*180', 'BPR*I*-20'],
    refunded('WO:P0*220'),
  ],
  [
    'A claim has what was decided about an inpatient (MIA) or an outpatient (MOA), not both.',
    '835',
    decided('MIA*3~\nMOA*.5~\n'),
  ],
  [
    'A line of a claim without dates says when the service was (DTM*472).',
    '835',
    ['DTM*232*20261101~\n', ''],
    ['DTM*472*20261101~\n', ''],
  ],
  ['A claim without lines says when it began or ended (DTM*232, DTM*233).', '835', ['DTM*232*20261102~\n', '']],
  [
    'Only a predetermination (CLP02 25) has no date of service (DTM*232 of 1900).',
    '835',
    ['DTM*232*20261101', 'DTM*232*19000101'],
  ],
  [
    'Only a predetermination (CLP02 25) has no date of service (DTM*472 of 1900).',
    '835',
    ['DTM*472*20261101', 'DTM*472*19000101'],
  ],
  ['A policy of the payer (REF*0K) goes with where it can be read (PER*IC).', '835', ofPolicy],
  ['A set that is accepted as it is has no errors (IK502).', '999', [/(AK2[^~]*~\n)IK5\*A/, '$1IK5*A*5']],
  [
    'AK901 accepts the group, and AK904 says that 1 of 3 sets were accepted.',
    '999',
    noneListed,
    ['*P*2*2*1', '*A*3*3*1'],
  ],
  [
    'AK901 says that a set was rejected (P), and AK904 that all were accepted.',
    '999',
    noneListed,
    ['*P*2*2*1', '*P*2*2*2'],
  ],
  ['AK904 says 1 sets were accepted; by their answers there are 0.', '999', noneListed, ['AK9*P*2*2*1', 'AK9*X*2*2*1']],
  ['A set that is accepted with errors names one (IK3 or IK502).', '999', [/(AK2[^~]*~\n)IK5\*A/, '$1IK5*E']],
]

test.each(wrong.map(([sentence, name, ...changes]) => ({ sentence, name, changes })))(
  '$sentence',
  ({ sentence, name, changes }) => expect(said(name, ...changes)).toContain(sentence),
)
