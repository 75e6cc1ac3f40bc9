import { type ReactNode, useState } from 'react'
import { Button, Panel } from '../../ui/index.ts'
import styles from './privacy.module.css'
import { useWords } from './use-words.ts'

type OnDemandProps = {
  readonly title: string
  /** Stands there before anything is asked for. */
  readonly always?: ReactNode
  /** Asks the server: only when it is wanted, since asking is written down. */
  readonly children: () => ReactNode
}

export function OnDemandPanel({ title, always, children }: OnDemandProps) {
  const { say } = useWords()
  const [isShown, setShown] = useState(false)
  return (
    <Panel
      title={title}
      aside={
        <Button size="sm" variant="quiet" onPress={() => setShown(!isShown)}>
          {say(isShown ? 'hide' : 'show')}
        </Button>
      }
    >
      {always}
      {isShown && children()}
    </Panel>
  )
}

type PagedLinesProps = {
  /** Where this page begins; null on the newest. */
  readonly at: number | null
  /** Where an older page begins; null when there is none. */
  readonly before: number | null
  readonly onGo: (before: number | null) => void
  readonly empty: string
  readonly children: readonly ReactNode[]
}

/** Lines of one page, newest first, and the way to older ones. */
export function PagedLines({ at, before, onGo, empty, children }: PagedLinesProps) {
  const { say } = useWords()
  return (
    <>
      {children.length === 0 && <p className={styles.quiet}>{empty}</p>}
      <ul className={styles.lines}>{children}</ul>
      <div className={styles.actions}>
        {at !== null && (
          <Button size="sm" variant="quiet" onPress={() => onGo(null)}>
            {say('newest')}
          </Button>
        )}
        {before !== null && (
          <Button size="sm" onPress={() => onGo(before)}>
            {say('older')}
          </Button>
        )}
      </div>
    </>
  )
}
