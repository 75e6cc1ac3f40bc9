import { documents, patients, type Refusal, relatives } from '@foyer/contract'
import { authorityKindWords, conceptText } from '@foyer/patients'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Dialog, Notice, RadioGroup, showToast, TextField } from '../../ui/index.ts'
import styles from './documents.module.css'
import type { DocumentDialogProps } from './rename-dialog.tsx'
import { useDocumentActs } from './use-document-acts.ts'
import { useWords } from './use-words.ts'

type StandsOnIt = Extract<Refusal<typeof documents.removeDocument>, { reason: 'authority-stands-on-it' }>['authorities']

const reasons = documents.removalReason.options

export function RemoveDialog({ patientId, document, onClose }: DocumentDialogProps) {
  const { say, locale } = useWords()
  const { act, isPending } = useAct(documents.removeDocument)
  const { failed, restore } = useDocumentActs(patientId)
  const [reason, setReason] = useState<(typeof reasons)[number]>('wrong-person')
  const [remarks, setRemarks] = useState('')
  const [standing, setStanding] = useState<StandsOnIt>([])
  const remove = async () => {
    try {
      const said = remarks.trim() === '' ? null : remarks.trim()
      const unproved = standing.map(({ id }) => id)
      const result = await act({ patientId, documentId: document.id, reason, remarks: said, unproved })
      if (!result.ok) return setStanding(result.error.authorities)
      await refresh(documents.listDocuments, patients.readPatient, relatives.listRelatives)
      showToast({ text: say('removed', { title: document.title }), undo: () => void restore(document.id) })
      onClose()
    } catch (error) {
      failed(error)
    }
  }
  return (
    <Dialog
      isOpen
      staysOpen
      size="sm"
      onClose={onClose}
      title={say('removeTitle')}
      description={say('removeText')}
      footer={
        <>
          <Button variant="danger" isPending={isPending} onPress={() => void remove()}>
            {say(standing.length > 0 ? 'removeEvenSo' : 'remove')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p className={styles.title}>{document.title}</p>
        {standing.length > 0 && (
          <Notice kind="warn" title={say('standsOnIt')}>
            <ul>
              {standing.map(({ id, name, kind }) => (
                <li key={id}>{`${name}: ${conceptText(authorityKindWords, kind, locale)}`}</li>
              ))}
            </ul>
            <p>{say('standsOnItText')}</p>
          </Notice>
        )}
        <RadioGroup
          label={say('why')}
          options={reasons.map((id) => ({ id, label: say(`why_${id}`) }))}
          value={reason}
          onChange={(id) => setReason(reasons.find((one) => one === id) ?? 'other')}
        />
        <TextField label={say('remarks')} value={remarks} onChange={setRemarks} maxLength={300} autoComplete="off" />
      </div>
    </Dialog>
  )
}
