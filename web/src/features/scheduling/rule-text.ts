import { roleWord } from '../../app/visit-role.ts'
import type { SchedulingRefusal } from './shapes.ts'
import type { SchedulingSay } from './words.ts'

type RuleReason =
  | 'attribute-missing'
  | 'interpreter-language'
  | 'session-reserved'
  | 'walk-in-only'
  | 'session-full'
  | 'cap'
  | 'too-soon'
  | 'off-grid'
  | 'age'
  | 'sex'
  | 'payer'
  | 'gap'
  | 'seats-taken'
  | 'not-self-bookable'

export type RuleRefusal = Extract<SchedulingRefusal, { reason: RuleReason }>

/** What a rule says beside its title: what stands against the visit, and what to do next. */
export function ruleText(refusal: RuleRefusal, say: SchedulingSay, nameOf: (resourceId: string) => string): string {
  switch (refusal.reason) {
    case 'attribute-missing':
      return say('ruleText_attribute-missing', {
        name: nameOf(refusal.resourceId),
        role: roleWord(say, refusal.role),
        attributes: refusal.attributes.join(', '),
      })
    case 'interpreter-language':
    case 'session-reserved':
    case 'walk-in-only':
      return say(`ruleText_${refusal.reason}`, { name: nameOf(refusal.resourceId) })
    case 'session-full': {
      const { capacity, booked } = refusal
      return say('ruleText_session-full', { name: nameOf(refusal.resourceId), capacity, booked })
    }
    case 'cap':
      return say('ruleText_cap', { most: refusal.most, booked: refusal.booked ?? refusal.most })
    case 'off-grid':
      return say('ruleText_off-grid', { minutes: refusal.gridMinutes })
    case 'gap': {
      const { days, minDays, maxDays } = refusal
      const isNear = minDays !== null && days !== null && Math.abs(days) < minDays
      return isNear ? say('ruleText_gap-min', { days: minDays }) : say('ruleText_gap-max', { days: maxDays ?? 0 })
    }
    case 'seats-taken':
      return say('ruleText_seats-taken', { seats: refusal.seats })
    case 'too-soon':
    case 'age':
    case 'sex':
    case 'payer':
    case 'not-self-bookable':
      return say(`ruleText_${refusal.reason}`)
  }
}
