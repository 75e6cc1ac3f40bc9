import { relatives } from '@foyer/contract'
import { kinText } from '@foyer/patients'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { DateField, FieldGroup, Select } from '../../ui/index.ts'
import { DocumentSelect } from './document-select.tsx'
import { FormDialog } from './form-dialog.tsx'
import type { Related } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

export interface GuarantorDialogProps {
  readonly patientId: string
  /** At least one. */
  readonly people: readonly Related[]
  readonly onClose: () => void
}

/** Names who pays: from when, until when, and what they signed. */
export function GuarantorDialog({ patientId, people, onClose }: GuarantorDialogProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(relatives.grantAuthority)
  const { failure, run } = useSave(onClose)
  const [relatedPersonId, setPerson] = useState(people[0]?.id ?? '')
  const [periodStart, setStart] = useState<string | null>(null)
  const [periodEnd, setEnd] = useState<string | null>(null)
  const [documentId, setDocumentId] = useState<string | null>(null)
  const body = { patientId, relatedPersonId, kind: 'guarantor', periodStart, periodEnd, documentId } as const
  return (
    <FormDialog
      title={say('guarantorTitle')}
      failure={failure}
      isPending={isPending}
      onSave={() => void run(() => act(body))}
      onClose={onClose}
    >
      <FieldGroup legend={say('guarantor')} columns={2}>
        <Select
          label={say('who')}
          options={people.map(({ id, name, relationship }) => ({
            id,
            label: `${name}, ${kinText(relationship, locale)}`,
          }))}
          value={relatedPersonId}
          onChange={setPerson}
        />
        <DocumentSelect
          patientId={patientId}
          value={documentId}
          onChange={setDocumentId}
          description={say('guarantorDocument')}
        />
        <DateField label={say('periodStart')} value={periodStart} onChange={setStart} />
        <DateField label={say('periodEnd')} value={periodEnd} onChange={setEnd} />
      </FieldGroup>
    </FormDialog>
  )
}
