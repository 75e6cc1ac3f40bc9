import type { Tone } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import styles from './visit-types.module.css'

/** The colour with its word. */
export function ToneSample({ tone }: { readonly tone: Tone }) {
  const { say } = useWords()
  return (
    <span className={styles.tone} data-tone={tone}>
      <span className={styles.swatch} aria-hidden />
      {say(`tone_${tone}`)}
    </span>
  )
}
