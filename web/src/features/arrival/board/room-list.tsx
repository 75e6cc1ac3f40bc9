import { DoorOpen } from 'lucide-react'
import { Card, EmptyState, formatDuration, formatTime, Signal } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import { minutesBetween } from '../visit.ts'
import { BoardCard } from './board-card.tsx'
import styles from './room-list.module.css'
import type { FlowBoardProps } from './flow-board.tsx'

/** Every room of the site: who is in it and since when, or that it is free. */
export function RoomList({ board, now, selected, onSelect, onOpen }: FlowBoardProps) {
  const { say, locale } = useWords()
  if (board.rooms.length === 0) {
    return (
      <EmptyState title={say('noRooms')} icon={DoorOpen}>
        {say('noRoomsHint')}
      </EmptyState>
    )
  }
  return (
    <ul className={styles.rooms} aria-label={say('rooms')}>
      {board.rooms.map((room) => {
        const visit = board.visits.find((candidate) => candidate.appointmentId === room.appointmentId)
        const length = visit && formatDuration(minutesBetween(visit.since, now), locale)
        return (
          <li key={room.id}>
            <Card isSunk={!visit}>
              <h2 className={styles.head}>{room.name}</h2>
              {visit ? (
                <>
                  <p className={styles.since}>
                    {say(`status_${visit.status}`)}{' '}
                    {say('inRoomSince', { time: formatTime(visit.since, board.timeZone), length: length ?? '' })}
                  </p>
                  <BoardCard
                    visit={visit}
                    now={now}
                    timeZone={board.timeZone}
                    nextRoom={null}
                    isSelected={selected === visit.appointmentId}
                    isTabStop
                    onSelect={onSelect}
                    onOpen={onOpen}
                  />
                </>
              ) : (
                <Signal kind="ok">{say('roomFree')}</Signal>
              )}
            </Card>
          </li>
        )
      })}
    </ul>
  )
}
