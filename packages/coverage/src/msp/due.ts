import { addDays } from '@foyer/kernel'

const daysGood = 90

/** Recurring outpatients are asked anew after 90 days (42 CFR 489.20(g); MSP Manual ch. 3 §20.1). */
export function mspDueOn(answeredOn: string): string {
  return addDays(answeredOn, daysGood)
}
