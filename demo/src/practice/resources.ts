import type { WeeklyHours } from '@foyer/scheduling'
import { minuteOfDay } from '@foyer/kernel'
import type { DemoSite } from '../people/index.ts'
import type { PlannedResource } from '../plan.ts'

type Weekday = WeeklyHours['weekday']

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const workDays: readonly Weekday[] = [1, 2, 3, 4, 5]

/** `'08:00-12:00'` on each of the days. */
function weekly(days: readonly Weekday[], ...spans: readonly string[]): WeeklyHours[] {
  return days.flatMap((weekday) =>
    spans.map((span) => {
      const [start = '', end = ''] = span.split('-')
      return { weekday, startMinute: minuteOfDay(start), endMinute: minuteOfDay(end) }
    }),
  )
}

/** Work from the first to the last, with lunch at the same time every day. */
function withLunch(days: readonly Weekday[], span: string, lunch: string): WeeklyHours[] {
  return [
    ...weekly(days, span),
    ...weekly(days, lunch).map((one) => ({ ...one, kind: 'break' as const, label: 'Lunch' })),
  ]
}

const dayMinutes = 1440

/** For people the practice has not seen yet, until two days before; then for everybody. */
function forNewPatients(days: readonly Weekday[], span: string): WeeklyHours[] {
  return weekly(days, span).map((one) => ({
    ...one,
    label: 'New patients',
    visitTypeIds: ['new-patient', 'new-patient-interpreter'],
    releaseMinutes: 2 * dayMinutes,
  }))
}

function clinician(
  key: string,
  name: string,
  site: DemoSite,
  specialty: string,
  languages: readonly string[],
  hours: readonly WeeklyHours[],
  attributes: readonly string[] = [],
): PlannedResource {
  return { key, kind: 'practitioner', name, site, specialty, languages, hours, attributes }
}

function fullDay(days: readonly Weekday[]): WeeklyHours[] {
  return withLunch(days, '08:00-17:00', '12:00-13:00')
}

/** A full day of which an hour and twenty minutes, time for two, are for new patients. */
function fullDayWithNew(days: readonly Weekday[], newcomers: string): WeeklyHours[] {
  const [from = '', to = ''] = newcomers.split('-')
  return [
    ...weekly(days, `08:00-${from}`, `${to}-17:00`),
    ...forNewPatients(days, newcomers),
    ...weekly(days, '12:00-13:00').map((one) => ({ ...one, kind: 'break' as const, label: 'Lunch' })),
  ]
}

/** Somebody works on every day of the week at either site. */
export const clinicians: readonly PlannedResource[] = [
  clinician(
    'okafor',
    'Dr. Chidi Okafor',
    'chicago',
    'Family medicine',
    ['en', 'fr'],
    [...fullDay([7, 2, 4]), ...fullDayWithNew([1, 3], '09:00-10:20')],
  ),
  clinician('singh', 'Dr. Priya Singh', 'chicago', 'Internal medicine', ['en', 'hi'], fullDay([7, 1, 2, 3, 5]), [
    'female',
  ]),
  clinician(
    'weiss',
    'Dr. Jonas Weiss',
    'chicago',
    'Family medicine, procedures',
    ['en', 'de'],
    fullDay(workDays).map((one) => (one.kind === 'break' ? one : { ...one, overbook: 2 })),
  ),
  clinician(
    'alvarez',
    'Ana Alvarez, NP',
    'chicago',
    'Walk-ins',
    ['en', 'es'],
    [
      ...weekly(everyDay, '09:00-13:00').map((one) => ({ ...one, label: 'Walk-ins', walkIn: true, capacity: 12 })),
      ...withLunch(everyDay, '13:00-16:00', '13:00-13:30'),
    ],
    ['female'],
  ),
  clinician(
    'clarke',
    'Dr. Naomi Clarke',
    'chicago',
    'Pediatrics',
    ['en'],
    [
      ...fullDay(workDays).map((one) => (one.kind === 'break' ? one : { ...one, overbook: 1 })),
      ...weekly([6], '09:00-12:00'),
    ],
    ['female'],
  ),
  clinician(
    'bell',
    'Marcus Bell, PT',
    'chicago',
    'Physical therapy',
    ['en'],
    withLunch(workDays, '07:00-16:00', '11:00-12:00'),
  ),
  clinician(
    'whitfield',
    'Dr. Grace Whitfield',
    'dayton',
    'Family medicine',
    ['en'],
    [...fullDay([7, 1, 4, 5]), ...fullDayWithNew([2], '13:00-14:20')],
    ['female'],
  ),
  clinician(
    'reyes',
    'Samuel Reyes, PhD',
    'dayton',
    'Behavioral health',
    ['en', 'es'],
    [
      ...withLunch(workDays, '09:00-17:00', '12:00-13:00'),
      ...withLunch([6], '09:00-17:00', '12:00-13:00').map((one) => ({
        ...one,
        everyWeeks: 2 as const,
        anchor: '2026-01-05',
      })),
    ],
  ),
]

const allDay = weekly(everyDay, '00:00-24:00')

function room(key: string, name: string, site: DemoSite, attributes: readonly string[] = []): PlannedResource {
  return { key, kind: 'room', name, site, specialty: null, languages: [], hours: allDay, attributes }
}

/** Those who are booked besides a clinician. */
const careTeam: readonly PlannedResource[] = [
  clinician('abiodun', 'Joy Abiodun, RN', 'chicago', 'Nursing', ['en'], fullDay(workDays), ['nurse', 'educator']),
  clinician('soto', 'Kim Soto, RN', 'chicago', 'Nursing', ['en', 'es'], fullDay(workDays), ['nurse']),
  clinician('kowalski', 'Dana Kowalski, RT', 'chicago', 'Imaging', ['en'], fullDay(workDays), ['mri-trained']),
  clinician('romero', 'Luis Romero, RT', 'chicago', 'Imaging', ['en', 'es'], fullDay([2, 3, 4, 5]), ['mri-trained']),
]

export const procedureRoom = 'room-5'
export const ultrasoundRoom = 'room-6'
export const ultrasound = 'ultrasound-1'
export const mri = 'mri-1'
export const infusionRoom = 'infusion-room'

const rooms: readonly PlannedResource[] = [
  ...['room-1', 'room-2', 'room-3', 'room-4', 'room-7', 'room-8'].map((key) =>
    room(key, `Room ${key.slice(5)}`, 'chicago', ['room-1', 'room-2'].includes(key) ? ['wheelchair'] : []),
  ),
  room(procedureRoom, 'Room 5, procedures', 'chicago', ['procedures', 'wheelchair']),
  room(ultrasoundRoom, 'Room 6, ultrasound', 'chicago', ['imaging']),
  ...['A', 'B', 'C'].map((letter) =>
    room(`room-${letter.toLowerCase()}`, `Room ${letter}`, 'dayton', letter === 'A' ? ['wheelchair'] : []),
  ),
  room('prep-room', 'Prep room', 'chicago', ['preparation', 'wheelchair']),
  { ...room('recovery-room', 'Recovery room', 'chicago', ['recovery', 'wheelchair']), lanes: 2 },
  { ...room(infusionRoom, 'Infusion room', 'chicago', ['infusion']), lanes: 6 },
  room('class-room', 'Class room', 'chicago', ['group']),
]

export const interpreters: readonly PlannedResource[] = [
  {
    key: 'thi-vo',
    kind: 'interpreter',
    name: 'Thi Vo',
    site: 'chicago',
    specialty: 'Vietnamese',
    languages: ['vi'],
    hours: weekly(everyDay, '08:00-18:00'),
  },
  {
    key: 'karim-mansour',
    kind: 'interpreter',
    name: 'Karim Mansour',
    site: 'chicago',
    specialty: 'Spanish, Arabic',
    languages: ['es', 'ar'],
    hours: weekly(everyDay, '08:00-18:00'),
  },
]

function device(key: string, name: string, days: readonly Weekday[]): PlannedResource {
  return { key, kind: 'device', name, site: 'chicago', specialty: null, languages: [], hours: fullDay(days) }
}

const devices = [device(ultrasound, 'Ultrasound 1', [1, 2, 3, 4, 5, 6]), device(mri, 'MRI 1', workDays)]

export const resources: readonly PlannedResource[] = [...clinicians, ...careTeam, ...rooms, ...devices, ...interpreters]
export const resourceByKey: ReadonlyMap<string, PlannedResource> = new Map(resources.map((one) => [one.key, one]))
