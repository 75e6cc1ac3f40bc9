import styles from './kbd.module.css'
import { useWords } from './use-words.ts'

/** Keys as caps: `Ctrl+K` side by side, `g t` as a sequence. */
export function Kbd({ keys }: { readonly keys: string }) {
  const { say } = useWords()
  const strokes = keys.split(' ')
  return (
    <span className={styles.keys}>
      {strokes.map((stroke, index) => (
        <span key={`${index}-${stroke}`} className={styles.stroke}>
          {index > 0 && <span className={styles.then}>{say('then')}</span>}
          <kbd className={styles.cap}>{capOf(stroke)}</kbd>
        </span>
      ))}
    </span>
  )
}

function capOf(stroke: string): string {
  const names: Readonly<Record<string, string>> = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ' ': 'Space' }
  const cap = names[stroke] ?? stroke
  return cap.length === 1 ? cap.toUpperCase() : cap.replace('+', ' ')
}
