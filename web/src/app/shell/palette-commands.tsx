import { foldName } from '@foyer/patients'
import { useNavigate } from '@tanstack/react-router'
import {
  Building2,
  CalendarClock,
  CalendarDays,
  CalendarSearch,
  type LucideIcon,
  MapPin,
  Printer,
  Siren,
  UserRoundPlus,
  Wrench,
} from 'lucide-react'
import { words as practiceWords } from '../../features/practice/words.ts'
import { useCatalog } from '../catalog.ts'
import { useMay } from '../session.ts'
import { chooseSite, usePractice, useSite, useSites } from '../site.ts'
import { useAccountCommands } from './account-menu.tsx'
import { alikeOf, alikeOfPart } from './alike.ts'
import { Command } from './palette-command.tsx'
import type { CommandEntry } from './palette-entry.ts'
import { usePlaces } from './places.ts'
import { words } from './words.ts'

type Entry = CommandEntry
type Line = { readonly icon: LucideIcon | undefined; readonly keys?: string | undefined; readonly alike?: string }

function entry(id: string, label: string, { icon, keys, alike = alikeOf(id) }: Line, run: () => void): Entry {
  return { id, text: label, alike, content: <Command icon={icon} label={label} keys={keys} />, run }
}

/** Every page and everything that can be done from anywhere. */
export function useCommands(typed: string): readonly Entry[] {
  const { say } = useCatalog('shell', words)
  const navigate = useNavigate()
  const places = usePlaces()
  const account = useAccountCommands()
  const mayBook = useMay('appointment.book')
  const mayMove = useMay('appointment.move')
  const maySee = useMay('schedule.read')
  const mayRegister = useMay('patient.register')
  const parts = usePracticeParts(typed)
  const here = useSite()
  const sites = useSites()
  const offer = (isAllowed: boolean, make: () => readonly Entry[]) => (isAllowed ? make() : [])
  return [
    ...places.map(({ to, word, icon, keys }) =>
      entry(
        to,
        say('goTo', { page: say(word) }),
        { icon, keys, alike: alikeOf(to, word) },
        () => void navigate({ to }),
      ),
    ),
    ...offer(mayBook, () => [
      entry(
        'find',
        say('findOpening'),
        { icon: CalendarSearch, alike: alikeOf('find', 'findOpening') },
        () => void navigate({ to: '/calendar', search: { find: 1 } }),
      ),
    ]),
    ...offer(mayMove, () => [
      entry(
        'repair',
        say('repairDay'),
        { icon: Wrench, alike: alikeOf('/repair', 'repairDay') },
        () => void navigate({ to: '/repair' }),
      ),
    ]),
    ...offer(mayRegister, () => [
      entry(
        'new-patient',
        say('newPatient'),
        { icon: UserRoundPlus, alike: alikeOf('register', 'newPatient') },
        () => void navigate({ to: '/patients/new' }),
      ),
      entry(
        'unknown-patient',
        say('unknownPatient'),
        { icon: Siren, alike: alikeOf('urgent', 'unknownPatient') },
        () => void navigate({ to: '/patients/new', hash: 'urgent' }),
      ),
    ]),
    ...offer(maySee, () => [
      ...(['week', 'month', 'list'] as const).map((view) =>
        entry(
          `calendar-${view}`,
          say(`calendarView_${view}`),
          { icon: CalendarDays, alike: alikeOf('/calendar', `calendarView_${view}`) },
          () => void navigate({ to: '/calendar', search: { view } }),
        ),
      ),
      entry(
        'print',
        say('print'),
        { icon: Printer, alike: alikeOf('print', 'print') },
        () => void navigate({ to: '/print' }),
      ),
    ]),
    ...parts,
    ...sites
      .filter(({ id }) => id !== here.id)
      .map((site) => entry(site.id, say('workFor', { site: site.name }), { icon: MapPin }, () => chooseSite(site.id))),
    ...account.map(({ id, label, icon, shortcut, word, run }) =>
      entry(id, label, { icon, keys: shortcut, alike: alikeOf(id, word) }, run),
    ),
  ]
}

const practiceParts = [
  'sites',
  'resources',
  'visit-types',
  'chains',
  'staff',
  'closed',
  'holidays',
  'payers',
  'connections',
  'billing',
  'fees',
  'registration',
] as const

/** The parts of the set-up, and the weekly hours of everybody whose name is being typed. */
function usePracticeParts(typed: string): readonly Entry[] {
  const { say } = useCatalog('shell', words)
  const { say: sayPart } = useCatalog('practice', practiceWords)
  const navigate = useNavigate()
  const mayRead = useMay('practice.read')
  const { resources } = usePractice()
  if (!mayRead) return []
  const parted = foldName(typed).split(' ')
  return [
    ...practiceParts.map((part) =>
      entry(
        `practice-${part}`,
        say('practicePart', { part: sayPart(`tab_${part}`) }),
        { icon: Building2, alike: alikeOfPart(part, `tab_${part}`) },
        () => void navigate({ to: '/practice', hash: part }),
      ),
    ),
    ...resources
      .filter(({ name, active }) => active && parted.some((part) => part.length > 1 && foldName(name).includes(part)))
      .map(({ id, name }) =>
        entry(
          `hours-${id}`,
          say('hoursOf', { name }),
          { icon: CalendarClock, alike: `${name} ${alikeOf('hours', 'hoursOf')}` },
          () => void navigate({ to: '/practice/hours/$resourceId', params: { resourceId: id } }),
        ),
      ),
  ]
}
