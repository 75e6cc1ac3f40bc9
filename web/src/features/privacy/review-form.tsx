import { restricted } from '@foyer/contract'
import { useRef, useState } from 'react'
import { refresh, useAct } from '../../app/ask.ts'
import { Button, Notice, showToast, TextField, useShortcuts } from '../../ui/index.ts'
import styles from './privacy.module.css'
import type { Opening } from './shapes.ts'
import { useWords } from './use-words.ts'

type Finding = 'in-order' | 'not-in-order'

interface ReviewFormProps {
  readonly opening: Opening
  /** Its keys work: one card has them at a time. */
  readonly isSelected: boolean
  /** It is about to go away from the list. */
  readonly onReviewed: () => void
}

/** One key for what is in order; what is not needs words. */
export function ReviewForm({ opening, isSelected, onReviewed }: ReviewFormProps) {
  const { say } = useWords()
  const { act, isPending } = useAct(restricted.reviewBrokenGlass)
  const [remarks, setRemarks] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useRef<HTMLDivElement>(null)

  const note = async (finding: Finding) => {
    setFailure(null)
    setFault(null)
    const text = remarks.trim()
    if (finding === 'not-in-order' && text === '') {
      setFault(say('needFindingRemarks'))
      form.current?.querySelector('input')?.focus()
      return
    }
    try {
      const result = await act({ openingId: opening.id, finding, remarks: text === '' ? null : text })
      if (result.ok) showToast({ text: say('reviewed'), kind: 'ok' })
      else if (result.error.reason === 'reviewed-already')
        showToast({ text: say('reviewedAlready', { name: result.error.by }), kind: 'info' })
      else setFault(say(result.error.reason === 'own-opening' ? 'own' : 'needFindingRemarks'))
      onReviewed()
      await refresh(restricted.listBrokenGlass)
    } catch {
      setFailure(say('failed'))
    }
  }
  const inOrder = () => {
    if (!isPending) void note('in-order')
  }
  const notInOrder = () => {
    if (!isPending) void note('not-in-order')
  }
  useShortcuts(
    { o: { label: say('inOrder'), run: inOrder }, n: { label: say('notInOrder'), run: notInOrder } },
    { isEnabled: isSelected },
  )
  return (
    <div ref={form} className={styles.review}>
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
        <Button variant="go" shortcut={isSelected ? 'O' : undefined} isPending={isPending} onPress={inOrder}>
          {say('inOrder')}
        </Button>
        <Button variant="danger" shortcut={isSelected ? 'N' : undefined} isPending={isPending} onPress={notInOrder}>
          {say('notInOrder')}
        </Button>
      </div>
    </div>
  )
}
