import type { Related } from './kin-offer.ts'

/** Somebody beside a patient of whom little is known. */
export function aRelated(part: Partial<Related> = {}): Related {
  return {
    id: 'related',
    name: 'Bao Nguyen',
    given: null,
    family: null,
    relationship: 'mother',
    phone: null,
    email: null,
    language: null,
    birthDate: null,
    emergencyRank: null,
    periodStart: null,
    periodEnd: null,
    barred: null,
    relative: null,
    authorities: [],
    level: 'nothing',
    permits: [],
    version: 1,
    ...part,
  }
}
