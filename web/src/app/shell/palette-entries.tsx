import { displayName, foldName } from '@foyer/patients'
import { useNavigate } from '@tanstack/react-router'
import { CalendarSearch, type LucideIcon, MapPin, Printer, UserRoundPlus, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  carryTyped,
  PatientHitLine,
  type PatientSearchAnswer,
  RecentPerson,
  useRecent,
} from '../../features/patients/index.ts'
import { Kbd } from '../../ui/index.ts'
import { useCatalog } from '../catalog.ts'
import { useMay } from '../session.ts'
import { chooseSite, useSite, useSites } from '../site.ts'
import { useAccountCommands } from './account-menu.tsx'
import { usePlaces } from './places.ts'
import styles from './palette.module.css'
import { words } from './words.ts'

export interface Entry {
  readonly id: string
  /** What assistive technology says. */
  readonly text: string
  readonly content: ReactNode
  readonly run: () => void
}
export interface EntryGroup {
  readonly id: 'people' | 'recent' | 'register' | 'commands'
  readonly title: string
  readonly entries: readonly Entry[]
}

/** What the palette offers for what is typed: people first, then commands. */
export function usePaletteGroups(text: string, answer: PatientSearchAnswer): readonly EntryGroup[] {
  const { say } = useCatalog('shell', words)
  const navigate = useNavigate()
  const recent = useRecent()
  const commands = useCommands()
  const mayRegister = useMay('patient.register')
  const open = (patientId: string) => () => void navigate({ to: '/patients/$patientId', params: { patientId } })
  const typed = foldName(text)
  const isFound = (label: string) => typed.split(' ').every((part) => foldName(label).includes(part))

  const people: EntryGroup = {
    id: 'people',
    title: say('people'),
    entries: (answer.hits ?? []).map((hit) => ({
      id: hit.id,
      text: displayName(hit.name),
      content: <PatientHitLine hit={hit} />,
      run: open(hit.id),
    })),
  }
  const opened: EntryGroup = {
    id: 'recent',
    title: say('recent'),
    entries: recent.map((id) => ({ id, text: '', content: <RecentPerson patientId={id} />, run: open(id) })),
  }
  const register: EntryGroup = {
    id: 'register',
    title: say('newPatient'),
    entries: [
      {
        id: 'register',
        text: say('registerTyped'),
        content: <Command icon={UserRoundPlus} label={say('registerTyped')} />,
        run: () => {
          carryTyped(text)
          void navigate({ to: '/patients/new' })
        },
      },
    ],
  }
  const groups = [
    ...(answer.hits === null ? (typed === '' ? [opened] : []) : [people]),
    { id: 'commands' as const, title: say('commands'), entries: commands.filter((command) => isFound(command.text)) },
    ...(answer.hits !== null && answer.isCurrent && mayRegister ? [register] : []),
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}

function useCommands(): readonly Entry[] {
  const { say } = useCatalog('shell', words)
  const navigate = useNavigate()
  const places = usePlaces()
  const account = useAccountCommands()
  const mayBook = useMay('appointment.book')
  const mayMove = useMay('appointment.move')
  const maySee = useMay('schedule.read')
  const here = useSite()
  const sites = useSites()
  const entry = (id: string, label: string, icon: LucideIcon | undefined, run: () => void, keys?: string): Entry => ({
    id,
    text: label,
    content: <Command icon={icon} label={label} keys={keys} />,
    run,
  })
  const find = () => void navigate({ to: '/calendar', search: { find: 1 } })
  return [
    ...places.map((place) =>
      entry(
        place.to,
        say('goTo', { page: say(place.word) }),
        place.icon,
        () => void navigate({ to: place.to }),
        place.keys,
      ),
    ),
    ...(maySee ? [entry('print', say('print'), Printer, () => void navigate({ to: '/print' }))] : []),
    ...(mayBook ? [entry('find', say('findOpening'), CalendarSearch, find)] : []),
    ...(mayMove ? [entry('repair', say('repairDay'), Wrench, () => void navigate({ to: '/repair' }))] : []),
    ...sites
      .filter(({ id }) => id !== here.id)
      .map((site) => entry(site.id, say('workFor', { site: site.name }), MapPin, () => chooseSite(site.id))),
    ...account.map(({ id, label, icon, shortcut, run }) => entry(id, label, icon, run, shortcut)),
  ]
}

interface CommandProps {
  readonly icon: LucideIcon | undefined
  readonly label: string
  readonly keys?: string | undefined
}

function Command({ icon: Icon, label, keys }: CommandProps) {
  return (
    <span className={styles.command}>
      {Icon && <Icon size={16} aria-hidden />}
      <span>{label}</span>
      {keys && (
        <span className={styles.keys} aria-hidden>
          <Kbd keys={keys} />
        </span>
      )}
    </span>
  )
}
