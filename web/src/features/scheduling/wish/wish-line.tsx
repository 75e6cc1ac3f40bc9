import { useState } from 'react'
import { Button, Dialog, SearchField, useShortcuts } from '../../../ui/index.ts'
import { PersonPicker } from '../find/person-picker.tsx'
import type { Finder } from '../find/use-finder.ts'
import styles from './wish.module.css'
import { useRef } from 'react'
import { useWords } from '../words.ts'

/** Where the wish is typed; the chips and the openings follow while somebody types. */
export type WishLineProps = {
  readonly finder: Finder
  /** What was typed is kept: the focus may go to the openings, whose number keys a text field would swallow. */
  readonly onKept: () => void
}

export function WishLine({ finder, onKept }: WishLineProps) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [isSearching, setSearching] = useState(false)
  useShortcuts({ f: { label: say('find'), run: () => input.current?.focus() } })
  const hasRest = finder.rest.length >= 2
  return (
    <div className={styles.line}>
      <SearchField
        label={say('wishLine')}
        hideLabel={false}
        placeholder={say('wishHint')}
        shortcut="F"
        value={finder.draft}
        onChange={finder.setDraft}
        onSubmit={() => {
          finder.keepDraft()
          onKept()
        }}
        inputRef={input}
      />
      <div className={styles.note} aria-live="polite">
        {finder.draft !== '' && !hasRest && say('wishKeep')}
        {hasRest && say('notUnderstood', { rest: finder.rest })}
      </div>
      {hasRest && !finder.move.isMoving && (
        <Button size="sm" variant="quiet" onPress={() => setSearching(true)}>
          {say('searchPerson', { rest: finder.rest })}
        </Button>
      )}
      <Dialog isOpen={isSearching} onClose={() => setSearching(false)} title={say('choosePerson')} size="sm">
        <PersonPicker
          initial={finder.rest}
          onPick={(person) => {
            finder.setPerson(person)
            finder.keepDraft()
            finder.setDraft('')
            setSearching(false)
          }}
        />
      </Dialog>
    </div>
  )
}
