import type { Benefit, Party } from '../benefits/eligibility.ts'
import { limitsOf } from '../benefits/limits.ts'
import { isUsed } from '../benefits/used.ts'
import { limitWords } from './limits.ts'
import { amount, type Language, quantityWords, share } from './words.ts'

type Of = Readonly<Record<Language, string>>

/** What a benefit says, without of what, for how long and under which conditions. */
export function statementOf(benefit: Benefit, language: Language): string {
  const say = (words: Of): string => words[language]
  const { kind, cents, basisPoints, quantity, isRemaining, code } = benefit
  const money = cents === null ? null : amount(cents, language)
  const value = money ?? (basisPoints === null ? null : share(basisPoints, language))
  const counted = quantity ? quantityWords(quantity, language) : null
  const to = namesOf(benefit.parties, language)
  switch (kind) {
    case 'active':
      return say(actives[code] ?? actives['1']!)
    case 'inactive':
      return say(inactives[code] ?? inactives['6']!)
    case 'copay':
      if (value === null) return say({ en: 'copay, amount not said', es: 'copago, monto no indicado' })
      return cents === 0
        ? say({ en: 'no copay', es: 'sin copago' })
        : say({ en: `copay ${value}`, es: `copago ${value}` })
    case 'coinsurance':
      if (value === null) return say({ en: 'coinsurance, share not said', es: 'coseguro, parte no indicada' })
      return (basisPoints ?? cents) === 0
        ? say({ en: 'no coinsurance', es: 'sin coseguro' })
        : say({ en: `the patient pays ${value} (coinsurance)`, es: `el paciente paga ${value} (coseguro)` })
    case 'deductible':
      if (value === null)
        return say({ en: 'deductible applies, amount not said', es: 'se aplica deducible, monto no indicado' })
      if (isRemaining) {
        return cents === 0
          ? say({ en: 'deductible met', es: 'deducible cumplido' })
          : say({ en: `${value} of the deductible left`, es: `quedan ${value} del deducible` })
      }
      if (isUsed(benefit)) return say({ en: `${value} of the deductible paid`, es: `${value} del deducible ya pagado` })
      return cents === 0
        ? say({ en: 'no deductible', es: 'sin deducible' })
        : say({ en: `deductible ${value}`, es: `deducible ${value}` })
    case 'out-of-pocket':
      if (value === null)
        return say({ en: 'out-of-pocket maximum, amount not said', es: 'máximo de gastos, monto no indicado' })
      if (isUsed(benefit))
        return say({
          en: `${value} paid toward the out-of-pocket maximum`,
          es: `${value} ya pagado hacia el máximo de gastos`,
        })
      if (isRemaining && cents === 0)
        return say({ en: 'out-of-pocket maximum reached', es: 'máximo de gastos alcanzado' })
      return isRemaining
        ? say({ en: `${value} left until the out-of-pocket maximum`, es: `faltan ${value} para el máximo de gastos` })
        : say({ en: `out-of-pocket maximum ${value}`, es: `máximo de gastos ${value}` })
    case 'limitation':
    case 'reserve': {
      if (isLimitByDelivery(benefit)) return byDelivery(benefit, language)
      const left = counted ?? value
      if (left === null) return say(kind === 'reserve' ? plain.reserve : plain.limitation)
      if (isRemaining || kind === 'reserve') return say({ en: `${left} left`, es: `quedan ${left}` })
      if (isUsed(benefit)) return say({ en: `${left} used`, es: `el paciente usó ${left}` })
      return quantity?.unit.startsWith('S') ? left : say({ en: `limited to ${left}`, es: `límite de ${left}` })
    }
    case 'spend-down':
      if (value === null) return say({ en: 'spend-down applies', es: 'se aplica gasto previo' })
      if (isUsed(benefit))
        return say({ en: `${value} of the spend-down paid`, es: `${value} del gasto previo ya pagado` })
      return isRemaining
        ? say({ en: `${value} of the spend-down left`, es: `quedan ${value} del gasto previo` })
        : say({ en: `spend-down ${value}`, es: `gasto previo ${value}` })
    case 'primary-care':
      return to ? say({ en: `primary care provider ${to}`, es: `médico primario ${to}` }) : say(plain[kind])
    case 'care-coordinator':
      return to ? say({ en: `care is coordinated by ${to}`, es: `la atención la coordina ${to}` }) : say(plain[kind])
    case 'restricted-provider':
      return to ? say({ en: `only with ${to}`, es: `solo con ${to}` }) : say(plain[kind])
    case 'other-payer':
      return to ? say({ en: `${to} covers the patient too`, es: `${to} también cubre al paciente` }) : say(plain[kind])
    case 'contact':
      return to ? say({ en: `ask ${to}`, es: `pregunte a ${to}` }) : say(plain[kind])
    case 'other-source':
      return to ? say({ en: `handled by ${to}, ask there`, es: `lo lleva ${to}, pregunte allí` }) : say(plain[kind])
    case 'facility':
      return to ? say({ en: `at ${to}`, es: `en ${to}` }) : say(plain[kind])
    case 'unknown':
      return say({
        en: `the payer sent a code that no list has (${code})`,
        es: `el seguro envió un código desconocido (${code})`,
      })
    case 'coverage-basis':
    case 'description': {
      const [limit] = isLimitByDelivery(benefit) ? limitsOf(benefit) : []
      const told = value ?? counted ?? (limit ? limitWords(limit, language) : null)
      return told === null ? say(plain[kind]) : `${say(plain[kind])} ${told}`
    }
    default:
      return value === null ? say(plain[kind]) : `${say(plain[kind])}, ${value}`
  }
}

const counting = new Set<Benefit['kind']>(['limitation', 'reserve', 'coverage-basis', 'description'])

/** HSD says how many, and no other element does. */
export function isLimitByDelivery({ kind, quantity, cents, basisPoints, deliveries }: Benefit): boolean {
  return counting.has(kind) && quantity === null && cents === null && basisPoints === null && deliveries.length > 0
}

/** `limited to 1 visit in 6 months`, `8 visits left`. */
function byDelivery(benefit: Benefit, language: Language): string {
  const [first] = limitsOf(benefit)
  const words = first ? limitWords(first, language) : null
  const kind = benefit.kind === 'reserve' ? 'reserve' : 'limitation'
  if (!first || words === null) return plain[kind][language]
  if (first.isRemaining || isUsed(first) || first.quantity?.unit.startsWith('S')) return words
  if (kind === 'reserve') return language === 'en' ? `${words} left` : `quedan ${words}`
  return language === 'en' ? `limited to ${words}` : `límite de ${words}`
}

const actives: Readonly<Record<string, Of>> = {
  '1': { en: 'covered', es: 'cubierto' },
  '2': {
    en: 'covered, the provider is paid a fixed sum for all care',
    es: 'cubierto, el profesional recibe una suma fija por toda la atención',
  },
  '3': { en: 'covered, services are paid by a fixed sum', es: 'cubierto, los servicios se pagan con una suma fija' },
  '4': {
    en: 'covered, services of the primary care provider are paid by a fixed sum',
    es: 'cubierto, los servicios del médico primario se pagan con una suma fija',
  },
  '5': { en: 'covered, the payer still looks into it', es: 'cubierto, el seguro aún lo revisa' },
}
const inactives: Readonly<Record<string, Of>> = {
  '6': { en: 'not active', es: 'sin cobertura vigente' },
  '7': {
    en: 'not active until the payer updates eligibility',
    es: 'sin cobertura vigente hasta que el seguro la actualice',
  },
  '8': { en: 'not active, the payer still looks into it', es: 'sin cobertura vigente, el seguro aún lo revisa' },
}

const plain = {
  limitation: { en: 'limits apply', es: 'hay límites' },
  reserve: { en: 'a reserve is left', es: 'queda una reserva' },
  'coverage-basis': { en: 'basis of the cover', es: 'base de la cobertura' },
  description: { en: 'about the benefit', es: 'sobre el beneficio' },
  exclusion: { en: 'excluded', es: 'excluido' },
  unlimited: { en: 'no limit', es: 'sin límite' },
  'not-covered': { en: 'not covered', es: 'no cubierto' },
  'cost-containment': { en: 'rules to contain costs apply', es: 'hay reglas para contener costos' },
  'primary-care': {
    en: 'a primary care provider is assigned, name not said',
    es: 'hay un médico primario asignado, nombre no indicado',
  },
  'pre-existing': {
    en: 'limits apply to conditions from before the plan',
    es: 'hay límites para condiciones anteriores al plan',
  },
  'care-coordinator': { en: 'care is coordinated, by whom is not said', es: 'la atención se coordina, no dice quién' },
  'restricted-provider': { en: 'only with certain providers', es: 'solo con ciertos profesionales' },
  'not-necessary': {
    en: 'the payer does not hold it medically necessary',
    es: 'el seguro no lo considera médicamente necesario',
  },
  disclaimer: { en: 'the payer’s disclaimer', es: 'aviso del seguro' },
  'second-opinion': {
    en: 'a second opinion is required first',
    es: 'primero se requiere una segunda opinión',
  },
  'other-payer': { en: 'another payer covers the patient too', es: 'otro seguro también cubre al paciente' },
  history: { en: 'about an earlier year', es: 'sobre un año anterior' },
  'card-lost': { en: 'the card was reported lost or stolen', es: 'la tarjeta fue reportada como perdida o robada' },
  contact: { en: 'ask the payer', es: 'pregunte al seguro' },
  'cannot-process': { en: 'the payer cannot process this', es: 'el seguro no puede procesar esto' },
  'other-source': { en: 'somebody else handles it, ask there', es: 'lo lleva otra entidad, pregunte allí' },
  facility: { en: 'about a facility', es: 'sobre un centro' },
} as const satisfies Readonly<Record<string, Of>>

function namesOf(parties: readonly Party[], language: Language): string | null {
  const names = parties
    .filter(({ name }) => name !== '')
    .map(({ name, given, phones }) => {
      const whole = given === null ? name : `${given} ${name}`
      const [phone] = phones
      return phone === undefined ? whole : `${whole} (${language === 'en' ? 'phone' : 'teléfono'} ${phone})`
    })
  return names.length === 0 ? null : names.join('; ')
}
