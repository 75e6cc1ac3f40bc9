import { stateSentence, visitBenefits } from '@foyer/coverage'
import { readInterchanges, validate } from '@foyer/x12'
import { expect, test } from 'vitest'
import { answerTo, castMember, eligibilitiesIn, questionFor, subscriberOf } from '../testing.ts'
import { sandboxCast } from './cast.ts'

function answerOf(memberId: string, serviceTypes: readonly string[] = ['30']) {
  const question = questionFor({ subscriber: subscriberOf(castMember(memberId)), serviceTypes })
  const answers = eligibilitiesIn(answerTo(question).benefits, serviceTypes)
  expect(answers).toHaveLength(1)
  return answers[0]!
}

/** What the card would have of it. */
function inShort(memberId: string): string {
  const { state, rejections, contradictions, gaps, otherPayers, primaryCare } = answerOf(memberId)
  return [
    state.is,
    state.because,
    ...rejections.map(({ about, code, action }) => `${about} ${code} ${action}`),
    ...contradictions.map(({ kind, isToldApartInWords }) => `${kind} twice${isToldApartInWords ? ', in words' : ''}`),
    ...gaps.map((gap) => gap.code),
    ...otherPayers.map(({ order, insuranceType }) => `${order} ${insuranceType}`),
    ...primaryCare.map(({ name }) => name),
  ].join(', ')
}

test.each(sandboxCast.map((one) => [one.person.memberId, one] as const))(
  'the answer about %s is right by SNIP 1 to 4',
  (_, one) => {
    for (const serviceTypes of [['30'], ['98'], ['30', 'MH', '62']]) {
      const { benefits, hasRejected } = answerTo(questionFor({ subscriber: subscriberOf(one), serviceTypes }))
      expect(hasRejected).toBe(false)
      expect(validate(readInterchanges(benefits))).toEqual([])
      expect(readInterchanges(benefits).interchanges).toHaveLength(1)
    }
  },
)

test('each member of the cast says what it is there for', () => {
  const told = sandboxCast.map(({ person }) => `${person.memberId} ${inShort(person.memberId)}`)
  expect(told).toMatchInlineSnapshot(`
    [
      "BL400100101 active, said",
      "UN400100102 active, said",
      "AE400100103 inactive, ended",
      "ME400100104 active, said, primary HN",
      "AE400100105 active, said",
      "HA400100106 active, said",
      "UN400100107 active, said",
      "ME400100108 active, said",
      "BL400100109 active, said, copay twice",
      "HA400100110 active, said, primary C1",
      "ME400100111 active, said, primary 12",
      "BL400100112 active, said, TANAKA",
      "HA400100113 active, said",
      "ME400100114 active, said",
      "SBX000201 inactive, not-begun",
      "SBX000202 active, said, copay twice, in words",
      "SBX000203 active, said, remaining-unsaid",
      "SBX000204 active, said",
      "SBX000301 unclear, rejected, payer 42 R",
      "SBX000302 unclear, rejected, payer 79 C",
      "SBX000303 unclear, rejected, payer 80 R",
      "SBX000304 unclear, rejected, provider 41 N",
      "SBX000305 unclear, rejected, provider 43 C",
      "SBX000306 unclear, rejected, subscriber 64 C",
      "SBX000307 unclear, rejected, subscriber 65 C",
      "SBX000308 unclear, rejected, subscriber 72 C",
      "SBX000309 unclear, rejected, subscriber 75 C",
      "SBX000310 unclear, rejected, subscriber 76 C",
      "SBX000401 active, said",
      "SBX000402 active, said",
      "SBX000403 active, said",
      "SBX000404 active, said",
      "SBX000405 active, said",
      "SBX000406 active, said",
      "SBX000407 active, said",
    ]
  `)
})

test('what a visit asks of the plans: copay, deductible, authorization, visits', () => {
  const visit = (memberId: string, ...serviceTypes: string[]) =>
    visitBenefits(answerOf(memberId, serviceTypes), {
      serviceTypes,
      isInNetwork: true,
      place: null,
      date: answerOf(memberId, serviceTypes).state.on,
    })
  expect(visit('BL400100101', '98')).toMatchObject({
    isCovered: 'yes',
    copay: { is: 'said', value: 3000 },
    coinsurance: { is: 'said', value: 0 },
    deductible: {
      individual: { whole: { value: 150_000 }, left: { value: 62_500 } },
      family: { whole: { value: 300_000 }, left: { value: 187_500 } },
    },
    outOfPocket: { individual: { left: { value: 481_000 } }, family: { left: { value: 1_044_000 } } },
  })
  expect(visit('BL400100101', '3').copay).toMatchObject({ value: 5000 })
  expect(visit('UN400100102', '98').deductible.individual.left).toMatchObject({ value: 0 })
  expect(visit('HA400100113', '62').authorization).toBe('required')
  expect(visit('HA400100113', '4').authorization).toBe('not-required')
  expect(visit('BL400100112', '3').authorization).toBe('required')
  expect(visit('UN400100107', 'PT').visitsLeft).toMatchObject({ is: 'said', value: 4 })
  expect(visit('BL400100109', '98').copay).toMatchObject({ is: 'unclear', low: 4000, high: 6500 })
})

test('an ended plan has its days, and covered while it was there', () => {
  expect(stateSentence(answerOf('AE400100103').state, 'en')).toContain('31')
  const before = questionFor({ subscriber: subscriberOf(castMember('AE400100103')), service: { from: '2026-10-05' } })
  expect(eligibilitiesIn(answerTo(before).benefits)[0]?.benefits[0]?.code).toBe('1')
})

test('a record of the payer that differs comes back as the payer has it', () => {
  const known = subscriberOf(castMember('SBX000204'))
  const asked = { ...known, given: 'Katherine', family: "O'Neil", birthDate: '1975-09-30' }
  const [answer] = eligibilitiesIn(answerTo(questionFor({ subscriber: asked })).benefits)
  expect(answer?.state.is).toBe('active')
  expect(answer?.patient).toMatchObject({
    name: 'ONEILL',
    given: 'KATHRYN',
    birthDate: '1975-09-13',
    isChangedByPayer: true,
    address: { city: 'EVANSTON' },
  })
})

test('a child is answered under its parent', () => {
  const question = questionFor({
    subscriber: subscriberOf(castMember('AE400100105')),
    dependent: { family: 'Haddad', given: 'Leila', birthDate: '2022-06-12', sex: 'F' },
  })
  const { benefits, about } = answerTo(question)
  expect(validate(readInterchanges(benefits))).toEqual([])
  expect(about).toEqual(['ppo'])
  expect(eligibilitiesIn(benefits)).toMatchObject([
    {
      traces: ['T-1'],
      patient: { given: 'LEILA', birthDate: '2022-06-12', relationship: '19' },
      subscriber: { given: 'NABIL', memberId: 'AE400100105' },
      state: { is: 'active' },
    },
  ])
})
