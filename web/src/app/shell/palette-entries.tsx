import { displayName, foldName } from '@foyer/patients'
import { useNavigate } from '@tanstack/react-router'
import { LockKeyhole, UserRoundPlus } from 'lucide-react'
import {
  carryTyped,
  leadsTo,
  PatientHitLine,
  type PatientSearchAnswer,
  RecentPerson,
  useRecent,
} from '../../features/patients/index.ts'
import { useCatalog } from '../catalog.ts'
import { useMay } from '../session.ts'
import { Command } from './palette-command.tsx'
import { useCommands } from './palette-commands.tsx'
import type { Entry } from './palette-entry.ts'
import { words } from './words.ts'

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
  const commands = useCommands(text)
  const mayRegister = useMay('patient.register')
  const open = (patientId: string) => () => void navigate({ to: '/patients/$patientId', params: { patientId } })
  const typed = foldName(text)
  const isFound = (label: string) => typed.split(' ').every((part) => foldName(label).includes(part))

  const people: EntryGroup = {
    id: 'people',
    title: say('people'),
    entries: (answer.hits ?? [])
      .map((hit) => ({
        id: hit.id,
        text: displayName(hit.name),
        content: <PatientHitLine hit={hit} />,
        run: open(leadsTo(hit)),
      }))
      .concat(
        answer.restricted.map((id) => ({
          id,
          text: say('restrictedHit'),
          content: <Command icon={LockKeyhole} label={say('restrictedHit')} />,
          run: open(id),
        })),
      ),
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
    {
      id: 'commands' as const,
      title: say('commands'),
      entries: commands.filter(({ text: label, alike }) => isFound(`${label} ${alike}`)),
    },
    ...(answer.hits !== null && answer.isCurrent && mayRegister ? [register] : []),
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}
