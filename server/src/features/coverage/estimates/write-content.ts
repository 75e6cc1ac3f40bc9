import type { Body, estimates } from '@foyer/contract'
import {
  diagnosisCode,
  type EstimateDraft,
  type EstimateProvider,
  type MissingContent,
  missingContents,
  totalsOf,
} from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import { displayName } from '@foyer/patients'
import { presentName } from '../../patients/index.ts'
import type { Site, VisitType } from '../../practice/index.ts'
import type { EstimateContent } from './content.ts'
import { expectedItems } from './pricing/expected-items.ts'
import type { Priced } from './pricing/load-pricing.ts'
import type { findBillingProvider, findPerson } from './store.ts'

export interface Writing {
  readonly asked: Body<typeof estimates.makeEstimate>
  readonly priced: Priced
  readonly person: NonNullable<Awaited<ReturnType<typeof findPerson>>>
  readonly language: 'en' | 'es'
  readonly organization: string
  readonly site: Site | null
  readonly visitType: VisitType | null
  readonly biller: NonNullable<Awaited<ReturnType<typeof findBillingProvider>>> | null
  readonly serviceDate: string | null
  readonly today: string
}

interface Written {
  readonly content: EstimateContent
  readonly low: number
  readonly high: number
}

type Missing = MissingContent | 'procedures' | `fee:${string}`

const wholeDate = /^\d{4}-\d{2}-\d{2}$/

/** What the document says, or by name what it lacks. An estimate of a plan's share is no good faith estimate and lists nobody. */
export function writeContent(writing: Writing): Result<Written, readonly Missing[]> {
  const { asked, priced, person, language, organization, site, visitType, today } = writing
  const { price } = priced
  const description = { en: visitType?.name ?? '', es: visitType?.nameEs ?? visitType?.name ?? '' }
  const isGoodFaith = asked.pays === 'self-pay'
  const providers = isGoodFaith ? providersOf(writing, description[language]) : []
  const draft: EstimateDraft = {
    patientName: displayName(presentName(person)),
    birthDate: wholeDate.test(person.birth_date) ? person.birth_date : null,
    description: description[language],
    serviceDate: writing.serviceDate,
    providers,
    separately: asked.separately,
  }
  const missing: Missing[] = [
    ...price.missing.flatMap(({ fact, codes }): Missing[] => {
      if (fact === 'procedures') return [fact]
      return fact === 'fee' ? codes.map((code) => `fee:${code}` as const) : []
    }),
    ...(isGoodFaith ? missingContents(draft) : []),
  ]
  const { lowCents, highCents } = price
  if (missing.length > 0 || lowCents === null || highCents === null) return refuse(missing)
  const total = totalsOf(draft).cents
  return ok({
    content: {
      practice: {
        name: organization,
        phone: site?.phone ?? null,
        site: site?.name ?? '',
        address: placeOf(site),
      },
      madeOn: today,
      patientName: draft.patientName,
      birthDate: draft.birthDate,
      description,
      price,
      providers: providers.map((one) => ({
        ...one,
        items: one.items.map((item) => ({ ...item, diagnosisCodes: [...codesIn(item.diagnosisCodes)] })),
      })),
      separately: [...asked.separately],
    },
    low: isGoodFaith ? total : lowCents,
    high: isGoodFaith ? total : highCents,
  })
}

/** As they are written down, each once. */
export function codesIn(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.map((code) => diagnosisCode(code) ?? code))]
}

function placeOf(site: Site | null): string | null {
  const address = site?.address
  return address ? `${address.line}, ${address.city}, ${address.state} ${address.postalCode}` : null
}

/** The practice gathers what the others told it (45 CFR 149.610(b)(2)). */
function providersOf({ asked, priced, biller, site, language }: Writing, visit: string): readonly EstimateProvider[] {
  const others = asked.coProviders.map((one) => ({ ...one, isConvening: false }))
  if (!biller) return others
  const items = expectedItems(priced).map(({ code, units, words, expectedCents }) => ({
    code,
    description: asked.words.find((one) => one.code === code)?.text ?? words[language] ?? visit,
    diagnosisCodes: asked.diagnosisCodes,
    units,
    expectedCents,
  }))
  const convening = { name: biller.name, npi: biller.npi, taxId: biller.tax_id, place: placeOf(site) }
  return [{ ...convening, isConvening: true, items }, ...others]
}
