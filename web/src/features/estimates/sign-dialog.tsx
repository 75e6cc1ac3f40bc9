import { estimates } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Dialog, Notice, Segmented, showToast, TextField } from '../../ui/index.ts'
import { patientWords, SignaturePad } from '../consents/index.ts'
import type { ItemProps } from './shapes.ts'
import styles from './estimates.module.css'
import { useWords } from './use-words.ts'

const ways = ['drawn', 'typed', 'paper'] as const

export function SignDialog({ patientId, estimate, list, onClose }: ItemProps & { readonly onClose: () => void }) {
  const { say } = useWords()
  const [how, setHow] = useState<(typeof ways)[number]>('drawn')
  const [path, setPath] = useState('')
  const [name, setName] = useState(list.name)
  const [failure, setFailure] = useState<string | null>(null)
  const { act, isPending } = useAct(estimates.signEstimate)
  const theirs = patientWords(estimate.language)
  const sign = async () => {
    const isMissing = name.trim() === '' || (how === 'drawn' && path === '')
    setFailure(isMissing ? say('signMissing') : null)
    if (isMissing) return
    try {
      const signature = how === 'drawn' ? { with: how, path } : { with: how }
      const result = await act({ patientId, estimateId: estimate.id, name: name.trim(), signature })
      if (!result.ok) return setFailure(say(`refused_${result.error.reason}`))
      showToast({ kind: 'ok', text: say('signed') })
      onClose()
      await refresh(estimates.listEstimates)
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <Dialog
      isOpen
      staysOpen
      onClose={onClose}
      title={say('signTitle')}
      description={say('signLead')}
      footer={
        <>
          <Button variant="go" isPending={isPending} onPress={() => void sign()}>
            {say('sign')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </>
      }
    >
      <div className={styles.stack}>
        {failure && <Notice kind="bad">{failure}</Notice>}
        <TextField label={say('name')} value={name} onChange={setName} maxLength={160} isRequired />
        <Segmented
          label={say('how')}
          options={ways.map((id) => ({ id, label: say(`how_${id}`) }))}
          value={how}
          onChange={setHow}
        />
        {how === 'drawn' && (
          <SignaturePad label={theirs.pad} help={theirs.padHelp} clear={theirs.clear} path={path} onChange={setPath} />
        )}
      </div>
    </Dialog>
  )
}
