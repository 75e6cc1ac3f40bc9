import { messages, type Reply } from '@foyer/contract'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { useNow } from '../../app/clock.ts'
import { Page } from '../../app/page.tsx'
import { Answer } from '../../app/states.tsx'
import {
  Button,
  Card,
  EmptyState,
  formatAge,
  Notice,
  PageHeader,
  SelectableList,
  Signal,
  type SignalKind,
} from '../../ui/index.ts'
import { MessageView } from './message-view.tsx'
import styles from './messages.module.css'
import { words } from './words.ts'

type Line = Reply<typeof messages.listMessages>['messages'][number]

const kindOf: Readonly<Record<Line['state'], SignalKind>> = {
  waiting: 'info',
  sent: 'ok',
  kept: 'quiet',
  failed: 'bad',
  told: 'ok',
}

export function OutboxPage() {
  const { say, locale } = useCatalog('messages', words)
  const now = useNow()
  const [before, setBefore] = useState<string | null>(null)
  const { message: asked } = useSearch({ from: '/outbox' })
  const [selected, setSelected] = useState<string | null>(asked ?? null)
  const list = useAsk(messages.listMessages, before === null ? {} : { before }, { keepPrevious: true })
  return (
    <Page title={say('title')}>
      <PageHeader title={say('title')}>{say('lead')}</PageHeader>
      <Answer of={list}>
        {(data) => (
          <>
            {data.mailServer ? null : (
              <Notice kind="quiet" title={say('noServerTitle')}>
                {say('noServer')}
              </Notice>
            )}
            <div className={styles.two}>
              <div>
                <SelectableList
                  label={say('messages')}
                  items={data.messages}
                  getKey={(line) => line.id}
                  getText={(line) => (line.restricted ? say('restricted') : `${line.patientName} ${line.subject}`)}
                  selected={selected}
                  onSelect={setSelected}
                  isPrimary
                  empty={<EmptyState title={say('empty')}>{say('emptyNext')}</EmptyState>}
                >
                  {(line) => (
                    <div className={styles.line}>
                      <span className={styles.who}>
                        {line.restricted ? say('restricted') : line.patientName}
                        {line.reader && ` · ${say('toReader', { name: line.reader })}`}
                      </span>
                      <span className={styles.age}>{formatAge(line.createdAt, now, locale)}</span>
                      <span className={styles.subject}>{line.subject}</span>
                      <Signal kind={kindOf[line.state]} size="sm">
                        {say(line.state)}
                      </Signal>
                    </div>
                  )}
                </SelectableList>
                <div className={styles.pages}>
                  {before === null ? null : (
                    <Button variant="quiet" onPress={() => setBefore(null)}>
                      {say('newest')}
                    </Button>
                  )}
                  {data.before === null ? null : (
                    <Button variant="plain" onPress={() => setBefore(data.before)}>
                      {say('older')}
                    </Button>
                  )}
                </div>
              </div>
              <Card>
                {selected === null ? (
                  <p className={styles.subject}>{say('choose')}</p>
                ) : (
                  <MessageView messageId={selected} />
                )}
              </Card>
            </div>
          </>
        )}
      </Answer>
    </Page>
  )
}
