import { useState } from 'react'
import { Button, Select, useShortcuts } from '../../../ui/index.ts'
import styles from './find.module.css'
import type { Finder } from './use-finder.ts'
import type { Names } from '../use-names.ts'
import type { Opening } from '../shapes.ts'
import { useWords } from '../words.ts'

const reasons = ['patient', 'clinician', 'practice', 'sooner'] as const

type MoveBoxProps = { readonly finder: Finder; readonly chosen: Opening; readonly names: Names }

/** The new time of a visit, with the reason that goes into its history. */
export function MoveBox({ finder, chosen, names }: MoveBoxProps) {
  const { say } = useWords()
  const [reason, setReason] = useState<string>('patient')
  const { move } = finder
  const options = reasons.map((id) => ({ id, label: say(`moveReason_${id}`) }))
  const confirm = () => void move.confirm(options.find(({ id }) => id === reason)?.label ?? '')
  useShortcuts(
    { Enter: { label: say('move'), run: confirm }, Escape: { label: say('letGo'), run: move.letGo } },
    { scope: 'pane' },
  )
  const title = say('moveTo', { when: names.whenOf(chosen.start) })
  return (
    <section className={styles.moving} aria-label={title}>
      <h3>{title}</h3>
      <Select label={say('moveReason')} options={options} value={reason} onChange={setReason} />
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
