import { useState } from 'react'
import { Button, Select, useShortcuts } from '../../../ui/index.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import styles from './find.module.css'
import type { At } from './use-at.ts'
import type { Finder } from './use-finder.ts'

type AtBoxProps = { readonly finder: Finder; readonly chosen: At; readonly names: Names }

/** A time was chosen in the calendar: which visit is it to be? */
export function AtBox({ finder, chosen, names }: AtBoxProps) {
  const { say } = useWords()
  const { at, wish } = finder
  const options = at.types.map(({ id }) => ({ id, label: names.typeOf(id) }))
  const known = options.find(({ id }) => id === wish.visitTypeId)?.id ?? null
  const [visitTypeId, setVisitTypeId] = useState<string | null>(known)
  useShortcuts({ Escape: { label: say('letGo'), run: at.letGo } }, { scope: 'pane' })
  const title = say('atTitle', { when: names.whenAndWhere(chosen) })
  return (
    <section className={styles.moving} aria-label={title}>
      <h3>{title}</h3>
      <p>{names.nameOf(chosen.resourceId)}</p>
      {options.length === 0 ? (
        <p>{say('atNoType')}</p>
      ) : (
        <Select
          label={say('atWhich')}
          options={options}
          value={visitTypeId}
          onChange={setVisitTypeId}
          autoFocus={known === null}
        />
      )}
      <div className={styles.heldActions}>
        <Button
          variant="go"
          autoFocus={known !== null}
          isDisabled={visitTypeId === null}
          onPress={() => visitTypeId !== null && void at.bookAs(chosen, visitTypeId)}
        >
          {say('bookHere')}
        </Button>
        <Button shortcut="Escape" onPress={at.letGo}>
          {say('letGo')}
        </Button>
      </div>
    </section>
  )
}
