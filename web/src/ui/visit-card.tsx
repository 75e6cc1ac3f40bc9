import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Signal } from './signal.tsx'
import type { SignalKind } from './signal-kind.ts'
import styles from './visit-card.module.css'

export type VisitCardProps = {
  /** When or where: "11:00", "Room 5". */
  readonly time: string
  readonly isTimeStrong?: boolean
  /** Clinician, or how long: "22 min". */
  readonly trailing?: string
  readonly trailingKind?: 'bad' | 'warn'
  readonly name: string
  readonly line?: ReactNode
  /** The one thing that matters next. */
  readonly signal?: { readonly kind: SignalKind; readonly text: string }
  readonly edge?: SignalKind | 'brand'
  readonly isSelected?: boolean
  /** Makes the card a button. Leave it out inside a list row: the row is what one presses. */
  readonly onPress?: () => void
  readonly children?: ReactNode
}

export function VisitCard(props: VisitCardProps) {
  const { edge, isSelected, onPress } = props
  const className = classNames(styles.card, edge && styles[`edge-${edge}`], isSelected && styles.selected)
  if (!onPress) {
    return (
      <div className={className}>
        <VisitFacts {...props} />
      </div>
    )
  }
  return (
    <Button onPress={onPress} aria-current={isSelected ? 'true' : undefined} className={className}>
      <VisitFacts {...props} />
    </Button>
  )
}

function VisitFacts({ time, isTimeStrong, trailing, trailingKind, name, line, signal, children }: VisitCardProps) {
  return (
    <>
      <span className={styles.top}>
        <span className={classNames(styles.time, isTimeStrong && styles.strong)}>{time}</span>{' '}
        {trailing && (
          <span className={classNames(styles.trailing, trailingKind && styles[trailingKind])}>{trailing}</span>
        )}
      </span>{' '}
      <span className={styles.name}>{name}</span> {line && <span className={styles.line}>{line}</span>}{' '}
      {signal && (
        <span className={styles.signal}>
          <Signal kind={signal.kind}>{signal.text}</Signal>
        </span>
      )}
      {children}
    </>
  )
}
