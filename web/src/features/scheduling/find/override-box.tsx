import { useState } from 'react'
import { Button, TextField, useShortcuts } from '../../../ui/index.ts'
import type { Overriding } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import styles from './find.module.css'
import { legsText, whoAndWhere } from './reasons.ts'
import type { Finder } from './use-finder.ts'

type OverrideBoxProps = {
  readonly finder: Finder
  readonly overriding: Overriding
  readonly names: Names
}

/** A rule says no, and whoever looks may book all the same. The reason is kept with the visit. */
export function OverrideBox({ finder, overriding, names }: OverrideBoxProps) {
  const { say } = useWords()
  const [reason, setReason] = useState('')
  const { rules, opening } = overriding
  const here = names.at(opening.siteId)
  const isReady = reason.trim() !== ''
  const confirm = () => isReady && finder.holdAllTheSame(reason.trim())
  useShortcuts({ Escape: { label: say('overrideNot'), run: finder.stopOverriding } }, { scope: 'pane' })
  return (
    <section className={styles.moving} aria-label={say('overrideTitle')}>
      <h3>{say('overrideTitle')}</h3>
      <p>
        {names.whenAndWhere(opening)}.{' '}
        {opening.legs ? legsText(opening, here, say) : whoAndWhere(opening, here.zone, names.nameOf, say)}
      </p>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{say(`override_${rule}`)}</li>
        ))}
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape of the field in it: it leaves the box, and nothing around it */}
      <form
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          finder.stopOverriding()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <TextField
          label={say('overrideReason')}
          description={say('overrideKept')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          autoFocus
          isRequired
        />
      </form>
      <div className={styles.heldActions}>
        <Button variant="go" isDisabled={!isReady} onPress={confirm}>
          {say(finder.move.isMoving ? 'moveAllTheSame' : 'bookAllTheSame')}
        </Button>
        <Button shortcut="Escape" onPress={finder.stopOverriding}>
          {say('overrideNot')}
        </Button>
      </div>
    </section>
  )
}
