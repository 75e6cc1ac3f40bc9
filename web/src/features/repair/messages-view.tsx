import { repair } from '@foyer/contract'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Notice } from '../../ui/index.ts'
import { MessageList } from './message-list.tsx'
import styles from './repair.module.css'
import type { Repair } from './shapes.ts'
import { useWords } from './use-words.ts'

export function MessagesView({ plan }: { readonly plan: Repair }) {
  const { say } = useWords()
  const list = useAsk(repair.previewRepairMessages, { repairId: plan.id })
  return (
    <>
      <p className={styles.lead}>{say('messagesLead')}</p>
      {!plan.linkInMessages && <Notice kind="warn">{say('noLink')}</Notice>}
      <Answer of={list}>{({ messages }) => <MessageList heading="h2" messages={messages} />}</Answer>
    </>
  )
}
