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

function clinician(
  key: string,
  name: string,
  site: DemoSite,
  specialty: string,
  languages: readonly string[],
  hours: readonly WeeklyHours[],
): PlannedResource {
  return { key, kind: 'practitioner', name, site, specialty, languages, hours }
}

const fullDay = ['08:00-12:00', '13:00-17:00'] as const

/** Somebody works on every day of the week at either site. */
export const clinicians: readonly PlannedResource[] = [
  clinician(
    'okafor',
    'Dr. Chidi Okafor',
    'chicago',
    'Family medicine',
    ['en', 'fr'],
    weekly([7, 1, 2, 3, 4], ...fullDay),
  ),
  clinician(
    'singh',
    'Dr. Priya Singh',
    'chicago',
    'Internal medicine',
    ['en', 'hi'],
    weekly([7, 1, 2, 3, 5], ...fullDay),
  ),
  clinician(
    'weiss',
    'Dr. Jonas Weiss',
    'chicago',
    'Family medicine, procedures',
    ['en', 'de'],
    weekly(workDays, ...fullDay),
  ),
  clinician('alvarez', 'Ana Alvarez, NP', 'chicago', 'Walk-ins', ['en', 'es'], weekly(everyDay, '09:00-15:00')),
  clinician(
    'clarke',
    'Dr. Naomi Clarke',
    'chicago',
    'Pediatrics',
    ['en'],
    [...weekly(workDays, ...fullDay), ...weekly([6], '09:00-12:00')],
  ),
  clinician(
    'bell',
    'Marcus Bell, PT',
    'chicago',
    'Physical therapy',
    ['en'],
    weekly(workDays, '07:00-11:00', '12:00-16:00'),
  ),
  clinician(
    'whitfield',
    'Dr. Grace Whitfield',
    'dayton',
    'Family medicine',
    ['en'],
    weekly([7, 1, 2, 4, 5], ...fullDay),
  ),
  clinician(
    'reyes',
    'Samuel Reyes, PhD',
    'dayton',
    'Behavioral health',
    ['en', 'es'],
    weekly([1, 2, 3, 4, 5, 6], '09:00-12:00', '13:00-17:00'),
  ),
]

const allDay = weekly(everyDay, '00:00-24:00')

function room(key: string, name: string, site: DemoSite): PlannedResource {
  return { key, kind: 'room', name, site, specialty: null, languages: [], hours: allDay }
}

export const procedureRoom = 'room-5'
export const ultrasoundRoom = 'room-6'
export const ultrasound = 'ultrasound-1'

const rooms: readonly PlannedResource[] = [
  ...['room-1', 'room-2', 'room-3', 'room-4', 'room-7', 'room-8'].map((key) =>
    room(key, `Room ${key.slice(5)}`, 'chicago'),
  ),
  room(procedureRoom, 'Room 5, procedures', 'chicago'),
  room(ultrasoundRoom, 'Room 6, ultrasound', 'chicago'),
  ...['A', 'B', 'C'].map((letter) => room(`room-${letter.toLowerCase()}`, `Room ${letter}`, 'dayton')),
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

const device: PlannedResource = {
  key: ultrasound,
  kind: 'device',
  name: 'Ultrasound 1',
  site: 'chicago',
  specialty: null,
  languages: [],
  hours: weekly([1, 2, 3, 4, 5, 6], ...fullDay),
}

export const resources: readonly PlannedResource[] = [...clinicians, ...rooms, device, ...interpreters]
export const resourceByKey: ReadonlyMap<string, PlannedResource> = new Map(resources.map((one) => [one.key, one]))
