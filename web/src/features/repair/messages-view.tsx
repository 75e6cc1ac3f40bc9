import { repair } from '@foyer/contract'
import { displayName } from '@foyer/patients'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Answer } from '../../app/states.tsx'
import { Card, EmptyState, Notice, SelectableList, Signal } from '../../ui/index.ts'
import { TwoIdentifiers } from '../patients/index.ts'
import styles from './repair.module.css'
import type { Repair } from './shapes.ts'
import { useWords } from './use-words.ts'

export function MessagesView({ plan }: { readonly plan: Repair }) {
  const { say } = useWords()
  const list = useAsk(repair.previewRepairMessages, { repairId: plan.id })
  const [selected, setSelected] = useState<string | null>(null)
  return (
    <>
      <p className={styles.lead}>{say('messagesLead')}</p>
      {!plan.linkInMessages && <Notice kind="warn">{say('noLink')}</Notice>}
      <Answer of={list}>
        {({ messages }) => {
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
                    <h2 className={styles.subject}>{shown.subject}</h2>
                    <p className={styles.message}>{shown.text === '' ? say('noneNeeded') : shown.text}</p>
                  </div>
                ) : (
                  <p className={styles.small}>{say('chooseMessage')}</p>
                )}
              </Card>
            </div>
          )
        }}
      </Answer>
    </>
  )
}
