import { documents } from '@foyer/contract'
import { useAsk } from '../../app/ask.ts'
import { Select } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

export interface DocumentSelectProps {
  readonly patientId: string
  readonly value: string | null
  readonly onChange: (documentId: string | null) => void
  readonly description?: string
}

/** One of the documents on the patient's file. */
export function DocumentSelect({ patientId, value, onChange, description }: DocumentSelectProps) {
  const { say } = useWords()
  const list = useAsk(documents.listDocuments, { patientId }, { isWritten: true })
  return (
    <Select
      label={say('document')}
      options={[
        { id: 'none', label: say('documentNone') },
        ...(list.data?.documents ?? []).map(({ id, title }) => ({ id, label: title })),
      ]}
      value={value ?? 'none'}
      onChange={(id) => onChange(id === 'none' ? null : id)}
      {...(description === undefined ? {} : { description })}
    />
  )
}
