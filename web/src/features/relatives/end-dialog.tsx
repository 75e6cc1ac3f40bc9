import { relatives } from '@foyer/contract'
import { authorityKindWords, conceptText } from '@foyer/patients'
import { useState } from 'react'
import { useAct } from '../../app/ask.ts'
import { DateField, TextField } from '../../ui/index.ts'
import { DocumentSelect } from './document-select.tsx'
import { FormDialog } from './form-dialog.tsx'
import type { GrantedAuthority } from './shapes.ts'
import { useSave } from './use-save.ts'
import { useWords } from './use-words.ts'

export interface AuthorityActionProps {
  readonly patientId: string
  readonly authority: GrantedAuthority
  readonly onClose: () => void
}

export function EndDialog({ patientId, authority, onClose }: AuthorityActionProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(relatives.endAuthority)
  const { failure, run } = useSave(onClose)
  const [lastDay, setLastDay] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (reason.trim() === '') return
    void run(() => act({ patientId, authorityId: authority.id, lastDay, reason: reason.trim() }))
  }
  return (
    <FormDialog
      title={say('endTitle')}
      description={conceptText(authorityKindWords, authority.kind, locale)}
      failure={failure}
      isPending={isPending}
      confirmLabel={say('end')}
      isDanger
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={say('endReason')}
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoComplete="off"
        autoFocus
        isRequired
        {...(wasTried && reason.trim() === '' ? { errorMessage: say('needReason') } : {})}
      />
      <DateField label={say('periodEnd')} description={say('endNow')} value={lastDay} onChange={setLastDay} />
    </FormDialog>
  )
}

export function ProveDialog({ patientId, authority, onClose }: AuthorityActionProps) {
  const { say } = useWords()
  const { act, isPending } = useAct(relatives.proveAuthority)
  const { failure, run } = useSave(onClose)
  const [documentId, setDocumentId] = useState<string | null>(null)
  return (
    <FormDialog
      title={say('proveTitle')}
      description={say('noDocuments')}
      failure={failure}
      isPending={isPending}
      onSave={() => {
        if (documentId !== null) void run(() => act({ patientId, authorityId: authority.id, documentId }))
      }}
      onClose={onClose}
    >
      <DocumentSelect patientId={patientId} value={documentId} onChange={setDocumentId} />
    </FormDialog>
  )
}
