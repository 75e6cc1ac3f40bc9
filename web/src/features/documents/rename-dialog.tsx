import { documents } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Dialog, FormLayout, Select, showToast, TextField } from '../../ui/index.ts'
import { type DocumentType, documentTypes, type ListedDocument } from './shapes.ts'
import { useDocumentActs } from './use-document-acts.ts'
import { useWords } from './use-words.ts'

export interface DocumentDialogProps {
  readonly patientId: string
  readonly document: ListedDocument
  readonly onClose: () => void
}

export function RenameDialog({ patientId, document, onClose }: DocumentDialogProps) {
  const { say } = useWords()
  const { act, isPending } = useAct(documents.changeDocument)
  const { failed } = useDocumentActs(patientId)
  const [title, setTitle] = useState(document.title)
  const [type, setType] = useState<DocumentType>(document.type)
  const [wasTried, setTried] = useState(false)
  const isEmpty = title.trim() === ''
  const save = async () => {
    setTried(true)
    if (isEmpty) return
    try {
      await act({ patientId, documentId: document.id, type, title: title.trim() })
      await refresh(documents.listDocuments)
      showToast({ text: say('saved') })
      onClose()
    } catch (error) {
      failed(error)
    }
  }
  return (
    <Dialog isOpen staysOpen size="sm" onClose={onClose} title={say('rename')}>
      <FormLayout
        label={say('rename')}
        onSubmit={() => void save()}
        errors={wasTried && isEmpty ? [{ text: say('needTitle') }] : []}
        actions={
          <>
            <Button type="submit" variant="go" isPending={isPending}>
              {say('save')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </>
        }
      >
        <TextField
          label={say('titleField')}
          value={title}
          onChange={setTitle}
          maxLength={120}
          autoFocus
          isRequired
          autoComplete="off"
          {...(wasTried && isEmpty ? { errorMessage: say('needTitle') } : {})}
        />
        <Select
          label={say('type')}
          options={documentTypes.map((id) => ({ id, label: say(`type_${id}`) }))}
          value={type}
          onChange={(id) => setType(documentTypes.find((one) => one === id) ?? 'other')}
        />
      </FormLayout>
    </Dialog>
  )
}
