import { documents, estimates } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { useVisitTypeName } from '../../app/site.ts'
import { Button, Dialog, Notice, showToast, TextField } from '../../ui/index.ts'
import type { ItemProps } from './shapes.ts'
import styles from './estimates.module.css'
import { useWords } from './use-words.ts'

/** How it gets to the patient. A link is shown once, to be read out or sent. */
export function GiveDialog({ patientId, estimate, list, onClose }: ItemProps & { readonly onClose: () => void }) {
  const visit = useVisitTypeName()(estimate.visitTypeId)
  const { say } = useWords()
  const [link, setLink] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { act, isPending } = useAct(estimates.giveEstimate)
  const give = async (how: 'hand' | 'mail' | 'email' | 'link') => {
    setFailure(null)
    try {
      const result = await act({ patientId, estimateId: estimate.id, how })
      if (!result.ok) return setFailure(say(`refused_${result.error.reason}`))
      await refresh(estimates.listEstimates, estimates.listDueEstimates, documents.listDocuments)
      if (result.value.link !== null) return setLink(`${window.location.origin}${result.value.link}`)
      showToast({ kind: 'ok', text: say('given') })
      onClose()
    } catch {
      setFailure(say('failed'))
    }
  }
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    showToast({ kind: 'ok', text: say('copied') })
  }
  return (
    <Dialog isOpen staysOpen size="sm" onClose={onClose} title={say('giveTitle')} description={visit}>
      <div className={styles.stack}>
        {failure && <Notice kind="bad">{failure}</Notice>}
        {link === null ? (
          <>
            <Button isFull autoFocus isDisabled={isPending} onPress={() => void give('hand')}>
              {say('giveHand')}
            </Button>
            <Button isFull isDisabled={isPending} onPress={() => void give('mail')}>
              {say('giveMail')}
            </Button>
            {list.can.sendLinks && list.hasEmail && (
              <Button isFull isDisabled={isPending} onPress={() => void give('email')}>
                {say('giveEmail')}
              </Button>
            )}
            <Button isFull isDisabled={isPending} onPress={() => void give('link')}>
              {say('giveLink')}
            </Button>
          </>
        ) : (
          <>
            <p>{say('linkReady')}</p>
            <TextField label={say('linkLabel')} value={link} onChange={() => {}} isReadOnly isMono />
            <div className={styles.acts}>
              <Button variant="go" autoFocus onPress={() => void copy(link)}>
                {say('copy')}
              </Button>
              <Button onPress={onClose}>{say('close')}</Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
