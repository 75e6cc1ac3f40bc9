import { X } from 'lucide-react'
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast,
  UNSTABLE_ToastContent,
  UNSTABLE_ToastQueue,
  UNSTABLE_ToastRegion,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { type SignalKind, signs } from './signal-kind.ts'
import styles from './toast.module.css'
import { useWords } from './use-words.ts'

export type ToastMessage = {
  readonly text: string
  readonly kind?: SignalKind
  /** Takes the action back. The message then stays at least 10 seconds. */
  readonly undo?: () => void
  readonly undoLabel?: string
  /** Milliseconds; 0 stays until it is closed. Faults stay unless told otherwise. */
  readonly timeoutMs?: number
}

const queue = new UNSTABLE_ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

/** Shows a message in the corner and announces it. Returns what closes it. */
export function showToast(message: ToastMessage): () => void {
  const usual = message.kind === 'bad' ? 0 : message.undo ? 10_000 : 6_000
  const timeout = message.timeoutMs ?? usual
  const key = queue.add(message, { timeout: timeout === 0 ? undefined : timeout })
  return () => queue.close(key)
}

/** All messages go, as when whom they were for is gone. */
export function clearToasts(): void {
  queue.clear()
}

export function ToastRegion() {
  const { say } = useWords()
  return (
    <UNSTABLE_ToastRegion queue={queue} aria-label={say('messages')} className={styles.region}>
      {({ toast }) => {
        const { text, kind = 'ok', undo, undoLabel } = toast.content
        const takeBack = () => {
          undo?.()
          queue.close(toast.key)
        }
        return (
          <UNSTABLE_Toast toast={toast} className={styles.toast}>
            <span className={classNames(styles.sign, styles[kind])} aria-hidden>
              {signs[kind]}
            </span>
            <UNSTABLE_ToastContent className={styles.text}>
              <Text slot="title">{text}</Text>
            </UNSTABLE_ToastContent>
            {undo && (
              <AriaButton className={styles.undo} onPress={takeBack}>
                {undoLabel ?? say('undo')}
              </AriaButton>
            )}
            <AriaButton slot="close" className={styles.close} aria-label={say('close')}>
              <X size={16} aria-hidden />
            </AriaButton>
          </UNSTABLE_Toast>
        )
      }}
    </UNSTABLE_ToastRegion>
  )
}
