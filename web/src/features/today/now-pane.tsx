import { Button, Due, EmptyState, formatLeft, formatTime, PageHeader, SelectableList } from '../../ui/index.ts'
import type { VisitHands } from '../arrival/index.ts'
import { DueEstimates } from '../estimates/index.ts'
import { UntoldList } from '../messages/index.ts'
import { CopiesDueNote } from '../people-export/index.ts'
import { WaitingNote } from '../self-booking/index.ts'
import type { NowItem } from './now-list.ts'
import { type NowPlace, nowTitle, nowWhy } from './now-text.ts'
import styles from './today.module.css'
import { useWords } from './use-words.ts'

export interface NowPaneProps {
  /** Undefined while the day has not been read: what needs somebody is not known. */
  readonly items: readonly NowItem[] | undefined
  readonly now: string
  readonly place: NowPlace
  readonly isToday: boolean
  readonly selected: string | null
  readonly hands: VisitHands
  readonly onSelect: (appointmentId: string) => void
  readonly onOpen: (appointmentId: string) => void
}

export function NowPane(props: NowPaneProps) {
  const words = useWords()
  const { say } = words
  const { items, isToday, selected, onSelect, onOpen } = props
  const inList = items?.some((item) => item.visit.appointmentId === selected)
  return (
    <>
      <PageHeader
        title={say('now')}
        level={2}
        actions={items && <span className={styles.count}>{say('forTheDesk', { count: items.length })}</span>}
      />
      <WaitingNote />
      <CopiesDueNote />
      <UntoldList />
      <DueEstimates />
      {items && (
        <SelectableList<NowItem>
          label={say('nowList')}
          items={items}
          getKey={(item) => item.visit.appointmentId}
          getText={(item) => nowTitle(item, words)}
          selected={inList ? selected : null}
          onSelect={onSelect}
          onOpen={onOpen}
          isPrimary
          empty={
            <EmptyState title={say(isToday ? 'nothingNow' : 'notThisDay')}>
              {say(isToday ? 'nothingNowHint' : 'notThisDayHint')}
            </EmptyState>
          }
        >
          {(item, { isSelected }) => <NowRow {...props} item={item} isSelected={isSelected} />}
        </SelectableList>
      )}
    </>
  )
}

type NowRowProps = NowPaneProps & { readonly item: NowItem; readonly isSelected: boolean }

function NowRow({ item, isSelected, now, place, hands, onOpen }: NowRowProps) {
  const words = useWords()
  return (
    <div className={styles.item}>
      <Due
        left={formatLeft(item.due, now, words.locale)}
        clock={formatTime(item.due, place.timeZone)}
        {...(item.kind ? { kind: item.kind } : {})}
      />
      <div className={styles.what}>
        <strong>{nowTitle(item, words)}</strong>
        <p>{nowWhy(item, place, words)}</p>
        {isSelected && <NowButtons item={item} hands={hands} onOpen={() => onOpen(item.visit.appointmentId)} />}
      </div>
    </div>
  )
}

type NowButtonsProps = { readonly item: NowItem; readonly hands: VisitHands; readonly onOpen: () => void }

/** What helps here, the best first; the letters are those of the selected visit. */
function NowButtons({ item, hands, onOpen }: NowButtonsProps) {
  const { say } = useWords()
  const isWait = item.reason === 'waits'
  return (
    <div className={styles.buttons}>
      {isWait && hands.canRoom && (
        <Button size="sm" variant="go" shortcut="r" onPress={hands.doRoom}>
          {say('toRoom')}
        </Button>
      )}
      {item.reason !== 'waits-in-room' && hands.canCheckIn && (
        <Button size="sm" variant={isWait ? 'plain' : 'go'} shortcut="i" onPress={hands.doCheckIn}>
          {say('checkIn')}
        </Button>
      )}
      {item.reason === 'not-here' && hands.canNoShow && (
        <Button size="sm" shortcut="x" onPress={hands.doNoShow}>
          {say('noShow')}
        </Button>
      )}
      <Button size="sm" shortcut="Enter" onPress={onOpen}>
        {say('open')}
      </Button>
    </div>
  )
}
