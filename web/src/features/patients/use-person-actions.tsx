import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useSite, useToday } from '../../app/site.ts'
import { type ShortcutScope, useShortcuts } from '../../ui/index.ts'
import { CoverageDialog } from './coverage-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import type { Coverage, PatientRecord } from './shapes.ts'
import { useWords } from './use-words.ts'

type OpenDialog = { readonly what: 'edit' } | { readonly what: 'coverage'; readonly coverage: Coverage | null } | null

export interface PersonActions {
  readonly book: (() => void) | null
  readonly edit: (() => void) | null
  readonly addCoverage: () => void
  readonly changeCoverage: (coverage: Coverage) => void
  /** The open window, to be rendered anywhere. */
  readonly dialog: ReactNode
}

/** What can be done with a person, by buttons and by the keys B and E. */
export function usePersonActions(record: PatientRecord, scope: ShortcutScope, hasKeys = true): PersonActions {
  const { say } = useWords()
  const navigate = useNavigate()
  const today = useToday(useSite())
  const [open, setOpen] = useState<OpenDialog>(null)
  const { patient, can } = record
  const close = () => setOpen(null)

  const book =
    can.book && !patient.deceased
      ? () => void navigate({ to: '/calendar', search: { find: 1, patientId: patient.id } })
      : null
  const edit = can.change ? () => setOpen({ what: 'edit' }) : null
  useShortcuts(
    {
      ...(book ? { b: { label: say('book'), run: book } } : {}),
      ...(edit ? { e: { label: say('edit'), run: edit } } : {}),
    },
    { scope, isEnabled: hasKeys },
  )
  return {
    book,
    edit,
    addCoverage: () => setOpen({ what: 'coverage', coverage: null }),
    changeCoverage: (coverage) => setOpen({ what: 'coverage', coverage }),
    dialog: (
      <>
        {open?.what === 'edit' && <EditDialog patient={patient} today={today} onClose={close} />}
        {open?.what === 'coverage' && (
          <CoverageDialog
            patientId={patient.id}
            coverage={open.coverage}
            nextOrder={record.coverages.filter(({ periodEnd }) => (periodEnd ?? today) >= today).length + 1}
            onClose={close}
          />
        )}
      </>
    ),
  }
}
