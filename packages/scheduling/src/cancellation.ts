import { Temporal } from '@foyer/kernel'

/** Who took the visit back. */
export type CancelledBy = 'patient' | 'practice'

/**
 * Why a visit was cancelled, with the code of FHIR R4 for it
 * (http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason) and who it is that cancels for such a reason;
 * null where it may be either.
 */
export const cancellationReasons = {
  patient: { fhir: 'pat', by: 'patient' },
  'feeling-better': { fhir: 'pat-fb', by: 'patient' },
  transport: { fhir: 'pat-lt', by: 'patient' },
  'moved-away': { fhir: 'pat-mv', by: 'patient' },
  'changed-clinician': { fhir: 'pat-ucp', by: 'patient' },
  cost: { fhir: 'oth-fin', by: 'patient' },
  deceased: { fhir: 'pat-dec', by: null },
  practice: { fhir: 'prov', by: 'practice' },
  'clinician-away': { fhir: 'prov-pers', by: 'practice' },
  equipment: { fhir: 'maint', by: 'practice' },
  room: { fhir: 'oth-room', by: 'practice' },
  'no-interpreter': { fhir: 'oth-int', by: 'practice' },
  preparation: { fhir: 'meds-inc', by: null },
  'booked-in-error': { fhir: 'oth-err', by: 'practice' },
  weather: { fhir: 'oth-weath', by: null },
  other: { fhir: 'other', by: null },
} as const satisfies Record<string, { readonly fhir: string; readonly by: CancelledBy | null }>

export type CancellationReason = keyof typeof cancellationReasons

/** How long before the visit, from shortest to longest. The limits are those of {@link noticeOf}. */
export const noticeKinds = ['after-start', 'under-2-hours', 'under-24-hours', 'under-3-days', 'longer'] as const
export type Notice = (typeof noticeKinds)[number]

/** Where a stretch of notice in minutes lies; 24 hours are no longer "under 24 hours". */
export function noticeOf(minutes: number): Notice {
  if (minutes < 0) return 'after-start'
  if (minutes < 120) return 'under-2-hours'
  if (minutes < 24 * 60) return 'under-24-hours'
  return minutes < 72 * 60 ? 'under-3-days' : 'longer'
}

export type CancellationFacts = {
  readonly by: CancelledBy
  readonly reason: CancellationReason
  /** Whole minutes from the cancellation to the start of the visit; negative when it had begun. */
  readonly noticeMinutes: number
  readonly notice: Notice
  /** Later than the policy of the practice allows. Whether that costs anything is another question: see who and why. */
  readonly isLate: boolean
}

/**
 * What is kept about a cancellation.
 *
 * Late is whatever comes after the last moment of the policy. Of its hours, whole days are counted on the calendar of the
 * site and the rest on the clock: with 24 hours a visit at 09:00 can be cancelled until 09:00 the day before, also when the
 * night between them is an hour shorter or longer.
 *
 * @param at and `start` in epoch milliseconds
 */
export function cancellationFacts(
  { by, reason, at, start }: { by: CancelledBy; reason: CancellationReason; at: number; start: number },
  zone: string,
  policyHours = 24,
): CancellationFacts {
  const noticeMinutes = Math.floor((start - at) / 60_000)
  return {
    by,
    reason,
    noticeMinutes,
    notice: noticeOf(noticeMinutes),
    isLate: at > lastMoment(start, zone, policyHours),
  }
}

/** Until when a visit can be cancelled without being late; epoch milliseconds. */
export function lastMoment(start: number, zone: string, policyHours = 24): number {
  const minutes = Math.round((policyHours % 24) * 60)
  return Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(zone)
    .subtract({ days: Math.floor(policyHours / 24) })
    .subtract({ minutes }).epochMilliseconds
}
