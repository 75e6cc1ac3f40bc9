import styles from './card.module.css'
import type { Pointer } from './shapes.ts'
import { useWords } from './use-words.ts'

/** Opens the segment that a sentence rests on. */
export type OnShow = (segment: number) => void

interface SegmentLinkProps {
  readonly pointer: Pointer | null
  /** What rests on it, in words: to a screen reader one link is not like the next. */
  readonly of: string
  readonly onShow: OnShow
}

/** A quiet link behind a sentence of the card to the segment it rests on. */
export function SegmentLink({ pointer, of, onShow }: SegmentLinkProps) {
  const { say } = useWords()
  if (pointer === null) return null
  const words = { tag: pointer.tag, number: String(pointer.segment) }
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={say('segmentOf', { ...words, of })}
      onClick={() => onShow(pointer.segment)}
    >
      {say('segmentShort', words)}
    </button>
  )
}
