import { restricted } from '@foyer/contract'
import { useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { rescueFocus } from '../../app/rescue-focus.ts'
import { Button, Notice, showToast, TextField } from '../../ui/index.ts'
import styles from './privacy.module.css'
import type { Opening } from './shapes.ts'
import { useWords } from './use-words.ts'

type Finding = 'in-order' | 'not-in-order'

/** One key for what is in order; what is not needs words. */
export function ReviewForm({ opening }: { readonly opening: Opening }) {
  const { say } = useWords()
  const { act, isPending } = useAct(restricted.reviewBrokenGlass)
  const [remarks, setRemarks] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  const note = async (finding: Finding) => {
    setFailure(null)
    setFault(null)
    const text = remarks.trim()
    if (finding === 'not-in-order' && text === '') return setFault(say('needFindingRemarks'))
    try {
      const result = await act({ openingId: opening.id, finding, remarks: text === '' ? null : text })
      if (result.ok) showToast({ text: say('reviewed'), kind: 'ok' })
      else if (result.error.reason === 'reviewed-already')
        showToast({ text: say('reviewedAlready', { name: result.error.by }), kind: 'info' })
      else setFault(say(result.error.reason === 'own-opening' ? 'own' : 'needFindingRemarks'))
      await refresh(restricted.listBrokenGlass)
      rescueFocus()
    } catch {
      setFailure(say('failed'))
    }
  }
  return (
    <div className={styles.review}>
      {failure && <Notice kind="bad">{failure}</Notice>}
      <TextField
        label={say('findingRemarks')}
        value={remarks}
        onChange={(text) => {
          setRemarks(text)
          setFault(null)
        }}
        maxLength={400}
        autoComplete="off"
        {...(fault === null ? {} : { errorMessage: fault })}
      />
      <div className={styles.actions}>
        <Button variant="go" isPending={isPending} onPress={() => void note('in-order')}>
          {say('inOrder')}
        </Button>
        <Button variant="danger" isPending={isPending} onPress={() => void note('not-in-order')}>
          {say('notInOrder')}
        </Button>
      </div>
    </div>
  )
}
