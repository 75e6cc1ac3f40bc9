import type { AppointmentStatus } from '../status.ts'
import type { SetUpResource, SetUpVisitType } from '../set-up.ts'
import type { RoleName } from '../visit-type.ts'
import type { PatientFacts } from '../rules/wish.ts'

/** Instants in UTC as text, as they cross the wire. */
export type KnownTime = { readonly start: string; readonly end: string }

/** A stretch of hours and what it is for; a break is closed time. Left out, a field asks for nothing special. */
export type KnownSession = KnownTime & {
  readonly kind?: 'open' | 'break'
  readonly visitTypeIds: readonly string[] | null
  readonly releasesAt: string | null
  readonly capacity: number | null
  /** Over which the capacity counts, where the session is only a piece of it. */
  readonly whole: KnownTime | null
  readonly lanes: number
  readonly overbook: number
  readonly gridMinutes: number | null
  readonly walkIn: boolean
}

type KnownAssignment = KnownTime & { readonly role: RoleName; readonly resourceId: string; readonly lane: number }

export type KnownVisit = KnownTime & {
  readonly id: string
  readonly siteId: string
  readonly visitTypeId: string
  readonly status: AppointmentStatus
  readonly walkIn: boolean
  readonly groupSessionId: string | null
  readonly patient: {
    readonly id: string
    readonly birthDate: string | null
    /** As the record has it. */
    readonly language: string | null
  }
  readonly assignments: readonly KnownAssignment[]
}

/** A visit, or a group as if it were one: it moves with everybody, and nothing is asked about any of them. */
export type KnownMoved = Omit<KnownVisit, 'patient'> & { readonly patient: KnownVisit['patient'] | null }

/** A day of a site as whoever plans on it reads it. */
export type KnownDay = {
  readonly siteId: string
  /** Civil date. */
  readonly date: string
  /** IANA name. */
  readonly timeZone: string
  readonly resources: ReadonlyArray<{
    readonly id: string
    readonly lanes: number
    readonly sessions: readonly KnownSession[]
  }>
  readonly blocks: ReadonlyArray<KnownTime & { readonly resourceId: string }>
  readonly holds: ReadonlyArray<
    KnownTime & {
      readonly holdId: string
      /** When the visit would begin for which it is kept; a buffer begins before. */
      readonly startsAt: string
      readonly siteId: string
      readonly visitTypeId: string
      readonly resourceId: string
      readonly lane: number
      readonly expiresAt: string
      /** The reader's own is in nobody's way who is them. */
      readonly isOwn: boolean
    }
  >
  readonly groups: ReadonlyArray<{ readonly id: string; readonly assignments: readonly KnownAssignment[] }>
  readonly appointments: readonly KnownVisit[]
}

/** What no day of the site says about one visit that is moved: of its people elsewhere, and of the patient. */
export type KnownBeside = {
  readonly date: string
  /** Null where nothing is asked about the patient, or it is not told to the reader. */
  readonly patient: (Pick<PatientFacts, 'sex' | 'visits'> & { readonly payerIds: readonly string[] | null }) | null
  /** The patient's other visits. */
  readonly elsewhere: readonly KnownTime[]
  readonly resources: ReadonlyArray<{
    readonly id: string
    readonly lanes: number
    readonly sessions: readonly KnownSession[]
    /** `of` is the visit, group or hold; null where the time is closed. */
    readonly taken: ReadonlyArray<KnownTime & { readonly lane: number; readonly of: string | null }>
  }>
}

/** How the practice is set up. Zones are IANA names, by site. */
export type KnownPractice = {
  readonly visitTypes: ReadonlyMap<string, SetUpVisitType>
  readonly resources: ReadonlyMap<string, SetUpResource & { readonly newPatientsPerDay: number | null }>
  readonly zones: ReadonlyMap<string, string>
}
