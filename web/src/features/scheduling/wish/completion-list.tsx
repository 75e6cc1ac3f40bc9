import { VisuallyHidden } from '../../../ui/index.ts'
import { useWords } from '../words.ts'
import type { Completion } from './complete.ts'
import styles from './wish.module.css'

type CompletionListProps = {
  readonly id: string
  readonly completions: readonly Completion[]
  /** The one that the keys are on; -1 for none. */
  readonly active: number
  readonly onPick: (completion: Completion) => void
}

export function optionId(listId: string, at: number): string {
  return `${listId}-${String(at)}`
}

/** Names that the line begins. The focus stays in the line; arrows choose, Enter writes the name out. */
export function CompletionList({ id, completions, active, onPick }: CompletionListProps) {
  const { say } = useWords()
  return (
    <>
      <div id={id} role="listbox" aria-label={say('completions')} className={styles.completions}>
        {completions.map((completion, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are those of the line
          <div
            key={completion.id}
            id={optionId(id, at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            className={styles.completion}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(completion)}
          >
            {completion.label}
          </div>
        ))}
      </div>
      <VisuallyHidden>
        <span aria-live="polite">{active < 0 && say('completionsCount', { count: completions.length })}</span>
      </VisuallyHidden>
    </>
  )
}
