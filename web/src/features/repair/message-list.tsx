import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { Card, EmptyState, SelectableList, Signal } from '../../ui/index.ts'
import { TwoIdentifiers } from '../patients/index.ts'
import styles from './repair.module.css'
import type { MessagePreview } from './shapes.ts'
import { useWords } from './use-words.ts'

export interface MessageListProps {
  readonly messages: readonly MessagePreview[]
  /** One below the heading it stands under. */
  readonly heading: 'h2' | 'h3'
}

/** Who would be told, and what the one that is chosen would read. */
export function MessageList({ messages, heading: Subject }: MessageListProps) {
  const { say } = useWords()
  const [selected, setSelected] = useState<string | null>(null)
  const shown = messages.find(({ appointmentId }) => appointmentId === selected)
  return (
    <div className={styles.two}>
      <SelectableList
        label={say('messages')}
        items={messages}
        getKey={({ appointmentId }) => appointmentId}
        getText={({ patient, news }) => `${displayName(patient.name)}: ${say(`news_${news}`)}`}
        selected={selected}
        onSelect={setSelected}
        isPrimary
        empty={<EmptyState title={say('messagesNone')}>{say('messagesNoneNext')}</EmptyState>}
      >
        {({ patient, news, language, hasEmail }) => (
          <div>
            <p>
              <span className={styles.name}>{displayName(patient.name)}</span>{' '}
              <span className={styles.small}>{language}</span>
            </p>
            <p className={styles.small}>
              <TwoIdentifiers person={patient} />
            </p>
            <Signal kind={news === 'none' ? 'quiet' : hasEmail ? 'info' : 'warn'} size="sm">
              {say(`news_${news}`)}
              {news !== 'none' && ` · ${say(hasEmail ? 'byMail' : 'byCall')}`}
            </Signal>
          </div>
        )}
      </SelectableList>
      <Card>
        {shown ? (
          <div lang={shown.language}>
            <Subject className={styles.subject}>{shown.subject}</Subject>
            <p className={styles.message}>{shown.text === '' ? say('noneNeeded') : shown.text}</p>
          </div>
        ) : (
          <p className={styles.small}>{say('chooseMessage')}</p>
        )}
      </Card>
    </div>
  )
}
