import fc from 'fast-check'
import type { Cover, PriceFacts, PriceList, Service } from '../facts.ts'
import { answer, visitDate } from './visit.ts'

const codes = ['99213', '36415', '80053', '71046'] as const
type Code = (typeof codes)[number]

const cents = (least = 0) => fc.integer({ min: least, max: 60_000 })
const fees = (least: number) =>
  fc
    .tuple(...codes.map(() => cents(least)))
    .map((all) => codes.map((code, at) => ({ code: code as string, modifier: '', cents: all[at] ?? 0 })))
const listOfAll = (least = 0): fc.Arbitrary<PriceList> => fees(least).map((all) => ({ name: 'All', fees: all }))
const listOfSome: fc.Arbitrary<PriceList> = fc
  .tuple(fees(0), fc.subarray<string>([...codes]), cents())
  .map(([all, kept, more]) => ({
    name: 'Some',
    fees: [...all.filter(({ code }) => kept.includes(code)), { code: '99213', modifier: '25', cents: more }],
  }))
const scale = fc.option(
  fc.oneof(
    fc.record({ paysBasisPoints: fc.integer({ min: 0, max: 10_000 }) }),
    fc.record({ paysCents: fc.integer({ min: 0, max: 60_000 }) }),
  ),
)

/** What a payer says, in dollars and percent; null: nothing. */
export interface Said {
  readonly copay: number | null
  readonly share: number | null
  readonly labShare: number | null
  /** The whole and what is left. */
  readonly deductible: readonly [number, number] | null
  readonly most: readonly [number, number] | null
  /** It says of this code that it does not pay for it. */
  readonly notPaid: string | null
  readonly isQmb: boolean
}

const percent = fc.integer({ min: 0, max: 100 })
const ofYear = (most: number) =>
  fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: most }), percent)
      .map(([whole, part]): [number, number] => [whole, Math.round((whole * part) / 100)]),
  )
const said: fc.Arbitrary<Said> = fc.record({
  copay: fc.option(fc.integer({ min: 0, max: 80 })),
  share: fc.option(percent),
  labShare: fc.option(percent),
  deductible: ofYear(600),
  most: ofYear(900),
  notPaid: fc.option(fc.constantFrom<Code>(...codes), { freq: 4 }),
  isQmb: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
})

/** Lines of an answer in one network. */
export function linesOf(of: Said, network = 'Y'): readonly string[] {
  const { copay, share, labShare, deductible, most, notPaid, isQmb } = of
  const year = (kind: string, both: Said['most']) =>
    both === null ? [] : both.map((value, at) => `EB*${kind}*IND*30***${at === 0 ? 23 : 29}*${value}*****${network}`)
  return [
    ...(copay === null ? [] : [`EB*B**98***27*${copay}*****${network}`]),
    ...(share === null ? [] : [`EB*A**98*****${share / 100}****${network}`]),
    ...(labShare === null ? [] : [`EB*A**5*****${labShare / 100}****${network}`]),
    ...year('C', deductible),
    ...year('G', most),
    ...(notPaid === null ? [] : [`EB*I************HC:${notPaid}`]),
    ...(isQmb ? ['EB*1**30*QM'] : []),
  ]
}

export function active(lines: readonly string[], on?: string): NonNullable<Cover['answer']> {
  return answer(['EB*1**30', ...lines].join('\n'), on)
}

/** Lines that leave something open beside others. */
const openings = [
  'EB*6**30',
  'EB*1**98\nEB*I**98',
  'EB*B**98***27*12*****Y',
  'EB*A**98*****.35****Y',
  'EB*C*IND*30***29*7*****Y',
  'EB*B**98***27*90*****N',
  'EB*A**5*****.9****N',
]
const anyAnswer = fc
  .tuple(said, fc.subarray(openings, { maxLength: 2 }), fc.constantFrom(visitDate, '2026-11-24', '2025-11-24'))
  .map(([one, open, on]) => active([...linesOf(one), ...open], on))
const anyCover = (at: number): fc.Arbitrary<Cover> =>
  fc.record({
    coverageId: fc.constant(`c-${at}`),
    payer: fc.constantFrom('Prairie', 'Summit'),
    paysFor: fc.constantFrom('care', 'care', 'care', 'care', 'auto', 'work'),
    saidOfNetwork: fc.option(fc.boolean()),
    from: fc.constant(null),
    until: fc.constant(null),
    answer: fc.option(anyAnswer, { freq: 6 }),
    contract: fc.option(listOfSome),
  })

/** Anything that may be known of a visit, and left open. */
export const anyFacts: fc.Arbitrary<PriceFacts> = fc.record({
  date: fc.constant(visitDate),
  cause: fc.constantFrom('illness', 'auto', 'work'),
  pays: fc.constantFrom('insured', 'insured', 'insured', 'self-pay'),
  services: fc.array(
    fc.record<Service>({
      code: fc.constantFrom(...codes),
      modifiers: fc.constantFrom([], ['25']),
      units: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 4 },
  ),
  serviceTypes: fc.constant(['98']),
  place: fc.constantFrom(null, '11'),
  charges: fc.option(fc.oneof(listOfAll(), listOfSome), { freq: 9 }),
  selfPay: fc.option(listOfSome),
  sliding: scale,
  covers: fc
    .integer({ min: 0, max: 2 })
    .chain((many) => fc.tuple(...Array.from({ length: many }, (_, at) => anyCover(at)))),
  isOrderSure: fc.boolean(),
})

/** Facts of which everything is known, and what each plan says. */
export interface Known {
  readonly facts: PriceFacts
  readonly plans: readonly [Said, ...Said[]]
}

/** A copay or a share, and a share of labs, so that nothing is missing; contracts allow more than any copay here. */
export function known(plans: { readonly least?: number; readonly most: number }): fc.Arbitrary<Known> {
  const whole = said.map((one) => ({
    ...one,
    labShare: one.labShare ?? 20,
    share: one.copay === null ? (one.share ?? 30) : one.share,
  }))
  const service = fc.record<Service>({
    code: fc.constantFrom('99213', '36415', '80053'),
    modifiers: fc.constant([]),
    units: fc.integer({ min: 1, max: 2 }),
  })
  return fc
    .record({
      services: fc.array(service, { minLength: 1, maxLength: 4 }),
      charges: listOfAll(),
      selfPay: fc.option(listOfSome),
      sliding: scale,
      plans: fc.array(fc.record({ whole, contract: listOfAll(8000) }), {
        minLength: plans.least ?? 1,
        maxLength: plans.most,
      }),
    })
    .map(({ plans: all, ...rest }) => ({
      facts: {
        ...rest,
        date: visitDate,
        cause: 'illness',
        pays: 'insured',
        serviceTypes: ['98'],
        place: '11',
        isOrderSure: true,
        covers: all.map(
          (one, at): Cover => ({
            coverageId: `c-${at}`,
            payer: `Plan ${at}`,
            paysFor: 'care',
            saidOfNetwork: null,
            from: null,
            until: null,
            answer: active(linesOf(one.whole)),
            contract: one.contract,
          }),
        ),
      },
      plans: all.map((one) => one.whole) as unknown as readonly [Said, ...Said[]],
    }))
}
