import type { Segment } from '@foyer/x12'
import { kindOf, periodOf, scopeOf } from './codes.ts'
import type { Benefit, Network, Procedure } from './eligibility.ts'
import {
  basisPointsOf,
  centsOf,
  datedOf,
  deliveryOf,
  partyOf,
  pointerTo,
  quantityOf,
  textOf,
  withPhones,
} from './values.ts'

const networks: Readonly<Record<string, Network>> = { Y: 'in', N: 'out', W: 'either' }
const authorizations: Readonly<Record<string, Benefit['authorization']>> = {
  Y: 'required',
  N: 'not-required',
  U: 'unknown',
}

/** An EB by itself; what follows it is added by `withBenefitDetail`. */
export function benefitOf(segment: Segment): Benefit {
  const code = segment.text(1).toUpperCase()
  const time = periodOf[segment.text(6)]
  return {
    kind: kindOf[code] ?? 'unknown',
    code,
    scope: segment.text(2) === '' ? 'unsaid' : (scopeOf[segment.text(2).toUpperCase()] ?? 'other'),
    serviceTypes: repeated(segment, 3),
    insuranceType: textOf(segment, 4),
    plan: textOf(segment, 5),
    period: time?.period ?? null,
    isRemaining: time?.isRemaining ?? false,
    cents: centsOf(textOf(segment, 7)),
    basisPoints: basisPointsOf(textOf(segment, 8)),
    quantity: quantityOf(textOf(segment, 9), textOf(segment, 10)),
    authorization: authorizations[segment.text(11).toUpperCase()] ?? 'unsaid',
    network: networks[segment.text(12).toUpperCase()] ?? 'unsaid',
    procedure: procedureOf(segment),
    dates: [],
    places: [],
    deliveries: [],
    references: [],
    parties: [],
    messages: [],
    rejections: [],
    pointer: pointerTo(segment),
  }
}

/** Each service type once, in the order of the payer. */
function repeated(segment: Segment, element: number): readonly string[] {
  const found = new Set<string>()
  for (let at = 1; at <= segment.repetitions(element); at++) {
    const code = segment.part(element, 1, at).trim().toUpperCase()
    if (code !== '') found.add(code)
  }
  return [...found]
}

function procedureOf(segment: Segment): Procedure | null {
  const code = segment.part(13, 2).trim()
  if (code === '') return null
  const modifiers = [3, 4, 5, 6].map((at) => segment.part(13, at).trim()).filter((one) => one !== '')
  return { system: segment.part(13, 1).trim(), code, modifiers }
}

/** What stands in the loops of a benefit: dates, places, how often, to whom, in whose words. */
export function withBenefitDetail(benefit: Benefit, segment: Segment): Benefit {
  switch (segment.tag) {
    case 'DTP': {
      const dated = datedOf(segment)
      return dated ? { ...benefit, dates: [...benefit.dates, dated] } : benefit
    }
    case 'HSD':
      return { ...benefit, deliveries: [...benefit.deliveries, deliveryOf(segment)] }
    case 'REF':
      return {
        ...benefit,
        references: [...benefit.references, { qualifier: segment.text(1), value: segment.text(2).trim() }],
      }
    case 'MSG': {
      const message = textOf(segment, 1)
      return message === null ? benefit : { ...benefit, messages: [...benefit.messages, message] }
    }
    case 'III':
      return segment.text(1) === 'ZZ' ? { ...benefit, places: [...benefit.places, segment.text(2)] } : benefit
    case 'NM1':
      return { ...benefit, parties: [...benefit.parties, partyOf(segment)] }
    case 'PER': {
      const last = benefit.parties.at(-1)
      return last ? { ...benefit, parties: [...benefit.parties.slice(0, -1), withPhones(last, segment)] } : benefit
    }
    default:
      return benefit
  }
}
