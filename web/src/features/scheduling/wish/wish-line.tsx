import { useId, useRef, useState } from 'react'
import { Button, Dialog, SearchField, useShortcuts } from '../../../ui/index.ts'
import { PersonPicker } from '../../patients/index.ts'
import type { Finder } from '../find/use-finder.ts'
import styles from './wish.module.css'
import { useWords } from '../words.ts'
import { CompletionList, optionId } from './completion-list.tsx'
import { useCompleting } from './use-completing.ts'

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
  const listId = useId()
  const completing = useCompleting(finder.draft, finder.completions, finder.setDraft)
  const { shown, active } = completing
  const hasRest = finder.rest.length >= 2
  return (
    <div className={styles.line}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the field in it */}
      <div onKeyDownCapture={completing.onKeyDownCapture}>
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
          {...(shown.length > 0
            ? { offering: { listId, optionId: active < 0 ? undefined : optionId(listId, active) } }
            : {})}
        />
      </div>
      {shown.length > 0 && (
        <CompletionList id={listId} completions={shown} active={active} onPick={({ line }) => finder.setDraft(line)} />
      )}
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
