import { documents, patients, relatives } from '@foyer/contract'
import { refresh, useAct } from '../../app/ask.ts'
import { ProblemError } from '../../app/client.ts'
import { showToast } from '../../ui/index.ts'
import { useWords } from './use-words.ts'

/** What is done to a document without asking first; each can be taken back. */
export function useDocumentActs(patientId: string) {
  const { say } = useWords()
  const photo = useAct(documents.setPhoto)
  const back = useAct(documents.restoreDocument)
  const failed = (error: unknown) =>
    showToast({ text: say(error instanceof ProblemError && error.status === 0 ? 'unreached' : 'faulted'), kind: 'bad' })

  const setPhoto = async (documentId: string | null) => {
    try {
      const result = await photo.act({ patientId, documentId })
      await refresh(documents.listDocuments, patients.readPatient)
      if (result.ok) showToast({ text: say(documentId === null ? 'photoCleared' : 'photoSet') })
    } catch (error) {
      failed(error)
    }
  }
  const restore = async (documentId: string) => {
    try {
      const result = await back.act({ patientId, documentId })
      await refresh(documents.listDocuments, patients.readPatient, relatives.listRelatives)
      showToast(result.ok ? { text: say('restored') } : { text: say(`refused_${result.error.reason}`), kind: 'warn' })
    } catch (error) {
      failed(error)
    }
  }
  return { setPhoto, restore, failed }
}
