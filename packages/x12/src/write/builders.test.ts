import { expect, test } from 'vitest'
import { readInterchanges } from '../read/read-interchanges.ts'
import { setsOf } from '../testing.ts'
import { groupAcknowledgement, interchangeAcknowledgement } from './acknowledgement.ts'
import { authorizationRequest } from './authorization-request.ts'
import { claimStatusRequest } from './claim-status-request.ts'
import { amount, type WrittenSet } from './element.ts'
import { eligibilityRequest } from './eligibility-request.ts'
import { professionalClaims } from './professional-claim.ts'
import { writeInterchange } from './write-interchange.ts'

const parties = { senderQualifier: 'ZZ', senderId: 'CLINIC', receiverQualifier: 'ZZ', receiverId: 'PAYER' }
const when = { date: '2026-11-28', time: '09:15' }

/** Written and read again; lines as they stand in the file. */
function readAgain(set: WrittenSet): string[] {
  const sets = [{ ...set, controlNumber: '0001' }]
  const groups = [{ senderId: 'CLINIC', receiverId: 'PAYER', controlNumber: 1, sets }]
  const { text, findings } = writeInterchange({ ...parties, ...when, controlNumber: 1, usage: 'T', groups })
  expect(findings).toEqual([])
  const reading = readInterchanges(text ?? '')
  expect(reading.findings).toEqual([])
  return setsOf(reading)[0]?.slice(1, -1) ?? []
}

const payer = { name: 'HARBOR HEALTH', id: '60054', idQualifier: 'PI' }
const provider = { name: 'RIVERSIDE CLINIC', id: '1999999984', idQualifier: 'XX' }
const subscriber = { family: 'OKAFOR', given: 'NGOZI', id: 'W1234', birthDate: '1980-02-29', sex: 'F' } as const
const child = { family: 'OKAFOR', given: 'EMEKA', birthDate: '2015-07-01', sex: 'M' } as const
const trace = { number: 'T-1', originId: '9RIVERSIDE' }

test('270 for a subscriber and for a dependent', () => {
  const request = {
    reference: 'R1',
    ...when,
    payer,
    provider,
    subscriber,
    trace,
    service: { from: '2026-12-01' },
    serviceTypes: ['30', '98'],
  }
  expect(readAgain(eligibilityRequest(request))).toEqual([
    'BHT*0022*13*R1*20261128*0915',
    'HL*1**20*1',
    'NM1*PR*2*HARBOR HEALTH*****PI*60054',
    'HL*2*1*21*1',
    'NM1*1P*2*RIVERSIDE CLINIC*****XX*1999999984',
    'HL*3*2*22*0',
    'TRN*1*T-1*9RIVERSIDE',
    'NM1*IL*1*OKAFOR*NGOZI****MI*W1234',
    'DMG*D8*19800229*F',
    'DTP*291*D8*20261201',
    'EQ*30^98',
  ])
  const forChild = readAgain(
    eligibilityRequest({ ...request, dependent: child, service: { from: '2026-12-01', to: '2026-12-05' } }),
  )
  expect(forChild.slice(5)).toEqual([
    'HL*3*2*22*1',
    'NM1*IL*1*OKAFOR*NGOZI****MI*W1234',
    'DMG*D8*19800229*F',
    'HL*4*3*23*0',
    'TRN*1*T-1*9RIVERSIDE',
    'NM1*03*1*OKAFOR*EMEKA',
    'DMG*D8*20150701*M',
    'DTP*291*RD8*20261201-20261205',
    'EQ*30^98',
  ])
})

test('276', () => {
  const claims = [
    {
      trace: 'C-1',
      payerClaimNumber: '77',
      patientAccount: 'A-9',
      chargeCents: 12_050,
      service: { from: '2026-11-01' },
    },
    { trace: 'C-2' },
  ]
  const request = { reference: 'R2', ...when, payer, receiver: provider, provider, subscriber, claims }
  expect(readAgain(claimStatusRequest(request)).slice(7)).toEqual([
    'HL*4*3*22*0',
    'DMG*D8*19800229*F',
    'NM1*IL*1*OKAFOR*NGOZI****MI*W1234',
    'TRN*1*C-1',
    'REF*1K*77',
    'REF*EJ*A-9',
    'AMT*T3*120.5',
    'DTP*472*D8*20261101',
    'TRN*1*C-2',
  ])
  expect(readAgain(claimStatusRequest({ ...request, dependent: child })).slice(7, 12)).toEqual([
    'HL*4*3*22*1',
    'NM1*IL*1*OKAFOR*NGOZI****MI*W1234',
    'HL*5*4*23*0',
    'DMG*D8*20150701*M',
    'NM1*QC*1*OKAFOR*EMEKA',
  ])
})

test('278', () => {
  const request = authorizationRequest({
    reference: 'R3',
    ...when,
    reviewer: payer,
    requester: provider,
    subscriber,
    dependent: child,
    trace,
    category: 'HS',
    kind: 'I',
    serviceType: '1',
    place: '11',
    event: { from: '2026-12-01' },
    diagnoses: ['M1711', 'E119'],
    serviceProvider: { family: 'WARD', given: 'IDA', id: '1888888886', idQualifier: 'XX' },
    services: [{ procedure: '97110', modifiers: ['GP'], units: 8 }],
  })
  expect(readAgain(request).slice(7)).toEqual([
    'DMG*D8*19800229*F',
    'HL*4*3*23*1',
    'NM1*QC*1*OKAFOR*EMEKA',
    'DMG*D8*20150701*M',
    'HL*5*4*EV*1',
    'TRN*1*T-1*9RIVERSIDE',
    'UM*HS*I*1*11:B',
    'DTP*AAH*D8*20261201',
    'HI*ABK:M1711*ABF:E119',
    'NM1*SJ*1*WARD*IDA****XX*1888888886',
    'HL*6*5*SS*0',
    'SV1*HC:97110:GP**UN*8',
  ])
})

test('837P with claims of a subscriber and of a dependent', () => {
  const address = { lines: ['1 MAIN ST'], city: 'ALBANY', state: 'NY', postalCode: '12207-1234' }
  const claim = {
    account: 'A-1',
    chargeCents: 10_000,
    place: '11',
    frequency: '1',
    authorization: 'AUTH1',
    diagnoses: ['J069'],
    rendering: { family: 'WARD', given: 'IDA', id: '1888888886', idQualifier: 'XX', taxonomy: '207Q00000X' },
    lines: [
      {
        procedure: '99213',
        modifiers: ['25'],
        chargeCents: 10_000,
        units: 1,
        diagnosisPointers: [1],
        service: { from: '2026-11-20' },
        control: 'L1',
      },
    ],
  } as const
  const batch = professionalClaims({
    reference: 'R4',
    ...when,
    submitter: { ...provider, idQualifier: '46', contact: 'BILLING', phone: '5185550101' },
    receiver: { ...payer, idQualifier: '46' },
    provider: { ...provider, address, taxId: '123456789', taxonomy: '261QP2300X' },
    subscribers: [
      {
        member: { ...subscriber, address },
        payer,
        rank: 'P',
        filing: 'CI',
        claims: [claim],
        dependents: [{ member: child, relationship: '19', claims: [claim] }],
      },
    ],
  })
  const policy = [
    'NM1*IL*1*OKAFOR*NGOZI****MI*W1234',
    'N3*1 MAIN ST',
    'N4*ALBANY*NY*122071234',
    'DMG*D8*19800229*F',
    'NM1*PR*2*HARBOR HEALTH*****PI*60054',
  ]
  const claimed = [
    'CLM*A-1*100***11:B:1*Y*A*Y*Y',
    'REF*G1*AUTH1',
    'HI*ABK:J069',
    'NM1*82*1*WARD*IDA****XX*1888888886',
    'PRV*PE*PXC*207Q00000X',
    'LX*1',
    'SV1*HC:99213:25*100*UN*1***1',
    'DTP*472*D8*20261120',
    'REF*6R*L1',
  ]
  expect(readAgain(batch)).toEqual([
    'BHT*0019*00*R4*20261128*0915*CH',
    'NM1*41*2*RIVERSIDE CLINIC*****46*1999999984',
    'PER*IC*BILLING*TE*5185550101',
    'NM1*40*2*HARBOR HEALTH*****46*60054',
    'HL*1**20*1',
    'PRV*BI*PXC*261QP2300X',
    'NM1*85*2*RIVERSIDE CLINIC*****XX*1999999984',
    'N3*1 MAIN ST',
    'N4*ALBANY*NY*122071234',
    'REF*EI*123456789',
    'HL*2*1*22*0',
    'SBR*P*18*******CI',
    ...policy,
    ...claimed,
    'HL*3*1*22*1',
    'SBR*P********CI',
    ...policy,
    'HL*4*3*23*0',
    'PAT*19',
    'NM1*QC*1*OKAFOR*EMEKA',
    'DMG*D8*20150701*M',
    ...claimed,
  ])
})

test('999', () => {
  const error = { element: 3, component: 1, repetition: null, dataElement: '1035', code: '1', value: '', contexts: [] }
  const errors = [
    { tag: 'NM1', number: 8, loop: '2010', code: '8', contexts: [['CLM01:123456789'.split(':')]], elements: [error] },
  ]
  const sets = [
    { code: '837', controlNumber: '0001', version: '005010X222A1', errors, verdict: 'R', codes: ['5'] },
  ] as const
  const counts = { setsIncluded: 1, setsReceived: 1, setsAccepted: 0 }
  expect(
    readAgain(
      groupAcknowledgement({
        functionalId: 'HC',
        controlNumber: '17',
        version: '005010X222A1',
        sets,
        verdict: 'R',
        ...counts,
        codes: [],
      }),
    ),
  ).toEqual([
    'AK1*HC*17*005010X222A1',
    'AK2*837*0001*005010X222A1',
    'IK3*NM1*8*2010*8',
    'CTX*CLM01:123456789',
    'IK4*3:1*1035*1',
    'IK5*R*5',
    'AK9*R*1*1*0',
  ])
})

test('TA1 stands in an interchange without a group', () => {
  const ta1 = interchangeAcknowledgement({
    controlNumber: '000000905',
    date: '261128',
    time: '0914',
    verdict: 'R',
    note: '001',
  })
  const { text } = writeInterchange({
    ...parties,
    ...when,
    controlNumber: 2,
    usage: 'P',
    groups: [],
    acknowledgements: [ta1],
  })
  const { interchanges, findings } = readInterchanges(text ?? '')
  expect(findings).toEqual([])
  expect(interchanges[0]?.segments.map((segment) => [segment.tag, segment.text(1)]).slice(1)).toEqual([
    ['TA1', '000000905'],
    ['IEA', '0'],
  ])
})

test('amounts without zeros that say nothing', () => {
  expect([0, 5, 50, 100, 150, 12_345, -7, -100].map(amount)).toEqual([
    '0',
    '.05',
    '.5',
    '1',
    '1.5',
    '123.45',
    '-.07',
    '-1',
  ])
})
