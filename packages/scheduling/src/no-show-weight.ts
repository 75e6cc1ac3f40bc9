/** What is looked at. Deliberately nothing about who somebody is: no age, sex, language, address or payer. */
export type NoShowHistory = {
  /** Past visits of the patient that took place, and that they missed without a word. Cancelled ones count as neither. */
  readonly kept: number
  readonly missed: number
  /** Days from booking to the visit. */
  readonly leadDays: number
  /** The patient said they come. */
  readonly confirmed?: boolean
}

/** Why the weight is what it is, in the order in which it was worked out. Codes; the screen has the words. */
export type NoShowReason =
  | { readonly code: 'practice-rate'; readonly rate: number }
  | { readonly code: 'own-visits'; readonly kept: number; readonly missed: number; readonly rate: number }
  | { readonly code: 'lead-days'; readonly days: number; readonly factor: number }
  | { readonly code: 'confirmed'; readonly factor: number }

export type NoShowWeight = { readonly weight: number; readonly because: readonly NoShowReason[] }

/** So many visits of the patient's own weigh as much as the rate of the practice. */
const priorVisits = 8
const confirmedFactor = 0.5

/**
 * TENTATIVE: a weight from 0 to 1 for planning a session, not a forecast about a person, and never shown to the patient or
 * used against them. A fitted model, checked for calibration and for who it harms, comes later; the factors below are
 * set by hand.
 *
 * 1. The rate of the patient's own visits is drawn towards the rate of the practice as by a Beta prior worth
 *    {@link priorVisits} visits: (rate x 8 + missed) / (8 + kept + missed). One missed visit of one does not make 100 %.
 * 2. Its odds are multiplied by a factor for the days since booking: 0.5 for the same day, 0.8 within a week, 1 within 30
 *    days, 1.3 after that. With earlier missed visits this is what reviews find most consistently (Dantas et al. 2018,
 *    "No-shows in appointment scheduling", Health Policy 122); the numbers are ours.
 * 3. And by 0.5 when the patient confirmed.
 *
 * @param practiceRate share of visits that were missed, of the practice or the session, 0 to 1
 */
export function noShowWeight(history: NoShowHistory, practiceRate = 0.15): NoShowWeight {
  const { kept, missed, leadDays, confirmed = false } = history
  const rate = (practiceRate * priorVisits + missed) / (priorVisits + kept + missed)
  const leadFactor = factorOf(leadDays)
  const weight = withOdds(rate, leadFactor * (confirmed ? confirmedFactor : 1))
  const because: NoShowReason[] = [{ code: 'practice-rate', rate: practiceRate }]
  if (kept + missed > 0) because.push({ code: 'own-visits', kept, missed, rate: missed / (kept + missed) })
  because.push({ code: 'lead-days', days: leadDays, factor: leadFactor })
  if (confirmed) because.push({ code: 'confirmed', factor: confirmedFactor })
  return { weight, because }
}

/** What a session holds: the weights of its visits, how many may be booked over its lanes and how many are. */
export type OverbookSession = {
  readonly weights: readonly number[]
  readonly overbook: number
  readonly overbooked: number
}

export type OverbookAdvice = {
  readonly advise: boolean
  /** How many of the visits will probably be missed. */
  readonly expectedMissed: number
  readonly because: 'enough-missed' | 'too-few-missed' | 'limit-reached'
}

/**
 * TENTATIVE: advises one more visit in a session when the visits that will probably be missed are at least `threshold` more
 * than those already booked over, within the limit of its template. A person decides, with the right and a reason.
 */
export function adviseOverbook(session: OverbookSession, threshold = 1): OverbookAdvice {
  const expectedMissed = session.weights.reduce((sum, each) => sum + each, 0)
  if (session.overbooked >= session.overbook) return { advise: false, expectedMissed, because: 'limit-reached' }
  const advise = expectedMissed >= session.overbooked + threshold
  return { advise, expectedMissed, because: advise ? 'enough-missed' : 'too-few-missed' }
}

function factorOf(leadDays: number): number {
  if (leadDays <= 0) return 0.5
  if (leadDays <= 7) return 0.8
  return leadDays <= 30 ? 1 : 1.3
}

function withOdds(rate: number, factor: number): number {
  return (rate * factor) / (1 - rate + rate * factor)
}
