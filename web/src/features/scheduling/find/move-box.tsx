import { useState } from 'react'
import { Button, Select, TextField, useShortcuts } from '../../../ui/index.ts'
import styles from './find.module.css'
import type { Finder } from './use-finder.ts'
import type { Names } from '../use-names.ts'
import type { Opening } from '../shapes.ts'
import { type MoveReason, mostNote, moveReasons, moveReasonText } from '../move-reason.ts'
import { useWords } from '../words.ts'

type MoveBoxProps = { readonly finder: Finder; readonly chosen: Opening; readonly names: Names }

/** The new time of a visit, with the reason that goes into its history. */
export function MoveBox({ finder, chosen, names }: MoveBoxProps) {
  const { say } = useWords()
  const [reason, setReason] = useState<MoveReason>('patient')
  const [note, setNote] = useState('')
  const { move } = finder
  const options = moveReasons.map((id) => ({ id, label: say(`moveReason_${id}`) }))
  const confirm = () => void move.confirm(moveReasonText(say, reason, note))
  useShortcuts(
    { Enter: { label: say('move'), run: confirm }, Escape: { label: say('letGo'), run: move.letGo } },
    { scope: 'pane' },
  )
  const title = say('moveTo', { when: names.whenAndWhere(chosen) })
  return (
    <section className={styles.moving} aria-label={title}>
      <h3>{title}</h3>
      <Select
        label={say('moveReason')}
        options={options}
        value={reason}
        onChange={(id) => setReason(moveReasons.find((one) => one === id) ?? 'patient')}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <TextField label={say('moveNote')} value={note} onChange={setNote} maxLength={mostNote} autoComplete="off" />
      </form>
      <div className={styles.heldActions}>
        <Button key={chosen.start} autoFocus variant="go" shortcut="Enter" onPress={confirm}>
          {say('move')}
        </Button>
        <Button shortcut="Escape" onPress={move.letGo}>
          {say('letGo')}
        </Button>
      </div>
    </section>
  )
}
