import { type ReactNode, useState } from 'react'
import { Button, Panel } from '../../../ui/index.ts'
import styles from './details.module.css'
import type { Details, DialogOf } from './shapes.ts'
import { type DetailsWord, useWords } from './use-words.ts'

export interface GroupProps {
  readonly details: Details
  readonly mayChange: boolean
}

interface Props extends GroupProps {
  readonly title: DetailsWord
  /** What the button says to who cannot see beside which title it stands. */
  readonly edit: DetailsWord
  readonly Form: (props: DialogOf) => ReactNode
  readonly children: ReactNode
}

/** A group of details with the button that opens its form. */
export function Group({ details, mayChange, title, edit, Form, children }: Props) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <Panel
      title={say(title)}
      aside={
        mayChange && (
          <Button size="sm" variant="quiet" aria-label={say(edit)} onPress={() => setOpen(true)}>
            {say('edit')}
          </Button>
        )
      }
    >
      {children}
      {isOpen && (
        <AsBegan details={details}>{(began) => <Form details={began} onClose={() => setOpen(false)} />}</AsBegan>
      )}
    </Panel>
  )
}

/**
 * A form is of the record as it was when it opened, whatever comes in behind it: its fields would be saved over a
 * colleague's change if only the version went on.
 */
export function AsBegan({ details, children }: { details: Details; children: (began: Details) => ReactNode }) {
  const [began] = useState(details)
  return children(began)
}

/** A fact with its name; what nobody asked stands there quietly, so that somebody asks. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { say } = useWords()
  const isEmpty = children === null || children === ''
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd className={isEmpty ? styles.quiet : undefined}>{isEmpty ? say('notSaid') : children}</dd>
    </div>
  )
}

export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>
}
