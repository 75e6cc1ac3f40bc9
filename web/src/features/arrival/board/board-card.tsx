import type { KeyboardEvent } from 'react'
import { VisitCard } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import { type Visit, visitName } from '../visit.ts'
import styles from './board.module.css'
import { cardCorners, cardEdge } from './card-facts.ts'
import { cardSignal } from './card-signal.ts'
import { leftText, lineText, rightText, signalText } from './card-words.ts'

export interface BoardCardProps {
  readonly visit: Visit
  readonly now: string
  readonly timeZone: string
  readonly nextRoom: string | null
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly onSelect: (appointmentId: string) => void
  readonly onOpen: (appointmentId: string) => void
}

export function BoardCard(props: BoardCardProps) {
  const { visit, now, isSelected, onSelect, onOpen } = props
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onOpen(visit.appointmentId)
  }
  return (
    <div
      role="button"
      tabIndex={props.isTabStop ? 0 : -1}
      aria-current={isSelected ? 'true' : undefined}
      data-visit={visit.appointmentId}
      className={styles.card}
      onClick={() => onOpen(visit.appointmentId)}
      onFocus={() => onSelect(visit.appointmentId)}
      onKeyDown={press}
    >
      <CardFace visit={visit} now={now} timeZone={props.timeZone} nextRoom={props.nextRoom} isSelected={isSelected} />
    </div>
  )
}

type CardFaceProps = Pick<BoardCardProps, 'visit' | 'now' | 'timeZone' | 'nextRoom' | 'isSelected'>

/** What a card says: when, who, what, and the one thing that matters next. */
export function CardFace({ visit, now, timeZone, nextRoom, isSelected }: CardFaceProps) {
  const words = useWords()
  const corners = cardCorners(visit, now)
  const signal = cardSignal(visit, now, nextRoom)
  const edge = cardEdge(visit, signal, corners.rightKind)
  const trailing = rightText(corners, words)
  return (
    <VisitCard
      time={leftText(visit, corners, timeZone, words)}
      isTimeStrong={corners.rightKind !== null && corners.left.what === 'start'}
      name={visitName(visit)}
      line={lineText(visit, corners, words)}
      isSelected={isSelected}
      {...(trailing ? { trailing } : {})}
      {...(corners.rightKind ? { trailingKind: corners.rightKind } : {})}
      {...(signal ? { signal: { kind: signal.kind, text: signalText(signal, words) } } : {})}
      {...(edge ? { edge } : {})}
    />
  )
}
