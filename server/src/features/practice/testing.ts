import { systemClock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import type { SetUpRole, WeeklyHours } from '@foyer/scheduling'
import type { Payer, Site } from './practice.ts'
import { type ResourceFields, saveResource, saveSite, saveVisitType, type VisitTypeFields } from './store.ts'
import { saveHours } from './hours/store.ts'
import { savePayer } from './payers/store.ts'

const weekdays = [1, 2, 3, 4, 5] as const
const everyDay = [...weekdays, 6, 7] as const

function week(days: readonly WeeklyHours['weekday'][], ...stretches: readonly [number, number][]): WeeklyHours[] {
  return days.flatMap((weekday) => stretches.map(([startMinute, endMinute]) => ({ weekday, startMinute, endMinute })))
}

/** Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00. */
export const officeHours: readonly WeeklyHours[] = week(weekdays, [480, 720], [780, 1020])
/** Every day, 07:00 to 19:00. */
export const houseHours: readonly WeeklyHours[] = week(everyDay, [420, 1140])

/** A site in Chicago. Answers its id, as all builders do. */
export async function aSite(db: Db, overrides: Partial<Site> = {}): Promise<string> {
  const id = overrides.id ?? systemClock.id()
  await saveSite(db, {
    name: 'Main Street',
    timeZone: 'America/Chicago',
    phone: '+13125550100',
    address: { line: '100 Main Street', city: 'Chicago', state: 'IL', postalCode: '60601' },
    active: true,
    ...overrides,
    id,
  })
  return id
}

/** A clinician who works in office hours, at a site of their own unless one is named. */
export async function aResource(
  db: Db,
  { hours, ...overrides }: Partial<ResourceFields> & { readonly hours?: readonly WeeklyHours[] } = {},
): Promise<string> {
  const id = overrides.id ?? systemClock.id()
  const siteId = overrides.siteId ?? (await aSite(db))
  const fields: ResourceFields = {
    kind: 'practitioner',
    name: 'Dr. Ada Okafor',
    specialty: null,
    languages: [],
    active: true,
    attributes: [],
    lanes: 1,
    ...overrides,
    id,
    siteId,
  }
  await saveResource(db, fields)
  await saveHours(db, fields.id, hours ?? (fields.kind === 'practitioner' ? officeHours : houseHours))
  return id
}

/** A visit of 20 minutes with one clinician, whom it makes unless roles are named. */
export async function aVisitType(db: Db, overrides: Partial<VisitTypeFields> = {}): Promise<string> {
  const id = overrides.id ?? systemClock.id()
  const roles: readonly SetUpRole[] = overrides.roles ?? [
    { role: 'clinician', kind: 'practitioner', candidates: [await aResource(db)] },
  ]
  await saveVisitType(db, {
    name: 'Follow-up',
    nameEs: 'Seguimiento',
    durationMinutes: 20,
    bufferAfterMinutes: 0,
    forNewPatients: false,
    telehealth: false,
    copayCents: null,
    tone: 'info',
    prep: null,
    prepEs: null,
    active: true,
    rules: {},
    ...overrides,
    id,
    roles,
  })
  return id
}

export async function aPayer(db: Db, overrides: Partial<Payer> = {}): Promise<string> {
  const id = overrides.id ?? systemClock.id()
  await savePayer(db, { name: 'Blue Cross PPO', payerId: '00621', ...overrides, id })
  return id
}

export interface SmallPractice {
  readonly siteId: string
  readonly clinicians: { readonly okafor: string; readonly singh: string; readonly weiss: string }
  readonly rooms: readonly [string, string, string]
  readonly ultrasound: string
  readonly interpreter: string
  readonly visitTypes: {
    /** 40 minutes: any of the clinicians, any of the rooms; copay $25. */
    readonly newPatient: string
    /** 20 minutes: any of the clinicians, any of the rooms. */
    readonly followUp: string
    /** 30 minutes: the device and any of the rooms. */
    readonly ultrasound: string
  }
  readonly payerId: string
}

/** One site in Chicago with three clinicians, three rooms, an ultrasound device and a Vietnamese interpreter. */
export async function aSmallPractice(db: Db): Promise<SmallPractice> {
  const siteId = await aSite(db)
  const clinician = (name: string): Promise<string> => aResource(db, { siteId, name, specialty: 'Family medicine' })
  const room = (name: string): Promise<string> => aResource(db, { siteId, name, kind: 'room' })
  const okafor = await clinician('Dr. Ada Okafor')
  const singh = await clinician('Dr. Harpreet Singh')
  const weiss = await clinician('Dr. Miriam Weiss')
  const rooms = [await room('Room 1'), await room('Room 2'), await room('Room 3')] as const
  const ultrasound = await aResource(db, { siteId, name: 'Ultrasound', kind: 'device' })
  const interpreter = await aResource(db, {
    siteId,
    name: 'Linh Tran',
    kind: 'interpreter',
    languages: ['vi', 'en'],
    hours: officeHours,
  })
  const inRoom: SetUpRole = { role: 'room', kind: 'room', candidates: rooms }
  const withClinician: readonly SetUpRole[] = [
    { role: 'clinician', kind: 'practitioner', candidates: [okafor, singh, weiss] },
    inRoom,
  ]
  return {
    siteId,
    clinicians: { okafor, singh, weiss },
    rooms,
    ultrasound,
    interpreter,
    visitTypes: {
      newPatient: await aVisitType(db, {
        name: 'New patient',
        nameEs: 'Paciente nuevo',
        durationMinutes: 40,
        forNewPatients: true,
        copayCents: 2500,
        roles: withClinician,
      }),
      followUp: await aVisitType(db, { roles: withClinician }),
      ultrasound: await aVisitType(db, {
        name: 'Ultrasound',
        nameEs: 'Ecografía',
        durationMinutes: 30,
        roles: [{ role: 'device', kind: 'device', candidates: [ultrasound] }, inRoom],
      }),
    },
    payerId: await aPayer(db),
  }
}
