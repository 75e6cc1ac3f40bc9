import { Button, Dialog } from '../../ui/index.ts'
import styles from './repair.module.css'
import type { Repair } from './shapes.ts'
import { isSettled, missingText } from './texts.ts'
import { useWords } from './use-words.ts'

export interface ApplyDialogProps {
  readonly plan: Repair
  readonly onClose: () => void
  readonly onApply: () => void
}

/** What will happen, in numbers, before it happens. Enter says yes. */
export function ApplyDialog({ plan, onClose, onApply }: ApplyDialogProps) {
  const { say } = useWords()
  const waiting = plan.items.filter((item) => !isSettled(item))
  const accepted = waiting.filter(({ decision }) => decision === 'accepted')
  const cancelled = waiting.filter(({ decision }) => decision === 'cancelled')
  const open = waiting.filter(({ decision }) => decision === 'open' || decision === 'overtaken')
  const told = [...accepted, ...cancelled].filter(
    (item) =>
      item.decision === 'cancelled' || item.why.some(({ code }) => code === 'moved' || code === 'other-clinician'),
  )
  const mails = told.filter(({ hasEmail }) => hasEmail).length
  const calls = told.length - mails
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={say('applyTitle')}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{say('notNow')}</Button>
          <Button variant="go" autoFocus onPress={onApply}>
            {say('apply')}
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {accepted.length > 0 && <li>{say('applyMoves', { count: accepted.length })}</li>}
        {cancelled.length > 0 && <li>{say('applyCancels', { count: cancelled.length })}</li>}
        {open.length > 0 && <li>{say('applyOpen', { count: open.length })}</li>}
        {mails > 0 && <li>{say('applyMails', { count: mails })}</li>}
        {calls > 0 && <li>{say('applyCalls', { count: calls })}</li>}
        {plan.closes && <li>{say('applyCloses', { name: missingText(plan) })}</li>}
      </ul>
    </Dialog>
  )
}
