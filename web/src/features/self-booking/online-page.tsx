import { selfBooking } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { useNow } from '../../app/clock.ts'
import { Page } from '../../app/page.tsx'
import { useVisitTypeName } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { useUndoKeys } from '../../app/undo/use-undo-keys.ts'
import { Card, EmptyState, formatAge, Notice, PageHeader, SelectableList, Signal } from '../../ui/index.ts'
import styles from './online.module.css'
import { OnlineVisitView } from './online-visit.tsx'
import { nameOf, useDecide } from './use-decide.ts'
import { whenText } from './when-text.ts'
import { words } from './words.ts'

/** Visits that people booked for themselves: those that wait for approval, and people nobody has looked at yet. */
export function OnlinePage() {
  const { say, locale } = useCatalog('self-booking', words)
  const visitOf = useVisitTypeName()
  const now = useNow()
  const list = useAsk(selfBooking.listSelfBookings, {})
  const [chosen, setChosen] = useState<string | null>(null)
  const decide = useDecide()
  useUndoKeys()
  return (
    <Page title={say('title')}>
      <PageHeader title={say('title')}>
        <p>{say('lead')}</p>
      </PageHeader>
      <p role="status">{decide.told && !decide.told.isBad ? `✓ ${decide.told.text}` : ''}</p>
      {decide.told?.isBad && <Notice kind="warn" title={decide.told.text} />}
      <Answer of={list}>
        {({ visits, publicPath }) => {
          const shown = visits.find(({ appointmentId }) => appointmentId === chosen) ?? visits[0] ?? null
          return (
            <>
              <p className={styles.link}>
                {say('publicPage')}: <a href={publicPath}>{`${window.location.origin}${publicPath}`}</a>
              </p>
              <div className={shown ? styles.two : undefined}>
                <SelectableList
                  label={say('list')}
                  items={visits}
                  getKey={({ appointmentId }) => appointmentId}
                  getText={(visit) => `${nameOf(visit.patient)}, ${whenText(visit, locale)}`}
                  selected={shown?.appointmentId ?? null}
                  onSelect={setChosen}
                  isPrimary
                  empty={<EmptyState title={say('empty')}>{say('emptyNext')}</EmptyState>}
                >
                  {(visit) => (
                    <div className={styles.line}>
                      <span className={styles.who}>{nameOf(visit.patient)}</span>
                      <span className={styles.small}>
                        {say('bookedAgo', { age: formatAge(visit.bookedAt, now, locale) })}
                      </span>
                      <span className={styles.small}>
                        {whenText(visit, locale)} · {visitOf(visit.visitTypeId)}
                      </span>
                      <span className={styles.signs}>
                        {visit.waitsForApproval && (
                          <Signal kind="warn" size="sm">
                            {say('waits')}
                          </Signal>
                        )}
                        {visit.isNewRecord && (
                          <Signal kind="info" size="sm">
                            {say('isNew')}
                          </Signal>
                        )}
                      </span>
                    </div>
                  )}
                </SelectableList>
                {shown && (
                  <Card>
                    <OnlineVisitView visit={shown} decide={decide} />
                  </Card>
                )}
              </div>
            </>
          )
        }}
      </Answer>
    </Page>
  )
}
