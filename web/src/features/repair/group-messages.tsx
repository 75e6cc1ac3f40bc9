import { repair } from '@foyer/contract'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Dialog, Notice } from '../../ui/index.ts'
import { MessageList } from './message-list.tsx'
import styles from './repair.module.css'
import type { Repair, RepairGroup } from './shapes.ts'
import { whenText } from './texts.ts'
import { useWords } from './use-words.ts'

export interface GroupMessagesProps {
  readonly group: RepairGroup
  readonly plan: Repair
  /** At which the group would be held; ISO instant. */
  readonly start: string
  readonly onClose: () => void
}

/** What everybody in a group would read if it were held at that time. */
export function GroupMessages({ group, plan, start, onClose }: GroupMessagesProps) {
  const { say, locale } = useWords()
  const list = useAsk(repair.previewRepairGroupMessages, { repairId: plan.id, groupSessionId: group.id, start })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={say('groupMessagesTitle', { when: whenText(start, plan.timeZone, locale) })}
    >
      <p className={styles.small}>{say('groupMessagesLead')}</p>
      {!plan.linkInMessages && <Notice kind="warn">{say('noLink')}</Notice>}
      <Answer of={list}>{({ messages }) => <MessageList heading="h3" messages={messages} />}</Answer>
    </Dialog>
  )
}
