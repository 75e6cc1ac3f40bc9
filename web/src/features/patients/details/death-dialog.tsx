import { patients, record } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useAsk } from '../../../app/ask.ts'
import { useSite, useToday } from '../../../app/site.ts'
import { Answer } from '../../../app/states.tsx'
import { DateField, FieldGroup, formatBirthDate, Notice } from '../../../ui/index.ts'
import { fieldOf } from '../meanwhile/compare.ts'
import type { VisitLine } from '../shapes.ts'
import { useWords as usePatientWords } from '../use-words.ts'
import { visitWhat, visitWhen } from '../visit-text.ts'
import { DetailsDialog } from './details-dialog.tsx'
import styles from './details.module.css'
import type { Details, DialogOf } from './shapes.ts'
import { useDetailsDraft } from './use-details-draft.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

type Death = Pick<Details, 'deceased' | 'deceasedOn'>

/** Asks whether somebody died, and names what follows; where that stands already, the day is corrected or all taken back. */
export function DeathDialog({ details, onClose }: DialogOf) {
  const { say, locale } = useWords()
  const today = useToday(useSite())
  const held = useDetailsDraft<Death>(details, {
    read: ({ deceased, deceasedOn }) => ({ deceased, deceasedOn }),
    fieldsOf: () => [
      fieldOf('deceased', say('died'), (is) => say(is ? 'multiple_yes' : 'multiple_no')),
      fieldOf('deceasedOn', say('diedOn'), (on) => on && formatBirthDate(on, locale)),
    ],
  })
  const { draft, change, meanwhile } = held
  const { save, fault, isPending } = useSave(record.setDeath, held, onClose)
  const was = details.deceased
  return (
    <DetailsDialog
      title={was ? say('deathCorrect') : say('deathQuestion', { name: displayName(details.name) })}
      fault={fault}
      meanwhile={meanwhile}
      isPending={isPending}
      onSave={() => void save((at) => ({ ...at, deceased: true, on: draft.deceasedOn }))}
      onClose={onClose}
      {...(was
        ? {
            onRemove: () => void save((at) => ({ ...at, deceased: false, on: null })),
            removeLabel: say('deathBack'),
          }
        : { saveLabel: say('deathYes') })}
    >
      {!was && <WhatFollows patientId={details.patientId} />}
      <FieldGroup legend={say('death')}>
        <DateField
          label={say('diedOn')}
          description={say('diedHelp')}
          value={draft.deceasedOn}
          maxValue={today}
          onChange={(deceasedOn) => change({ deceasedOn })}
        />
      </FieldGroup>
    </DetailsDialog>
  )
}

function WhatFollows({ patientId }: { readonly patientId: string }) {
  const { say } = useWords()
  const page = useAsk(patients.readPatient, { patientId })
  return (
    <>
      <Notice kind="warn">{say('deathFollows')}</Notice>
      <Answer of={page} loading={null}>
        {({ upcoming }) => (
          <div>
            <p>{say(upcoming.length === 0 ? 'deathNoVisits' : 'deathStays')}</p>
            <ul className={styles.lines}>
              {upcoming.map((visit) => (
                <UpcomingLine key={visit.id} visit={visit} />
              ))}
            </ul>
          </div>
        )}
      </Answer>
    </>
  )
}

function UpcomingLine({ visit }: { readonly visit: VisitLine }) {
  const { say, locale } = usePatientWords()
  const today = useToday(visit)
  return (
    <li>
      {visitWhen(visit, today, say, locale)}: {visitWhat(visit, say, locale)}
    </li>
  )
}
