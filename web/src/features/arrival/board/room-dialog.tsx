import { Button, Dialog, useShortcuts } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import { type Board, type Visit, visitName } from '../visit.ts'
import styles from './dialogs.module.css'

export interface RoomDialogProps {
  readonly visit: Visit
  readonly board: Board
  readonly onChoose: (room: Visit['room']) => void
  readonly onClose: () => void
}

/** Free rooms carry the numbers 1 to 9; 0 goes on without a room. */
export function RoomDialog({ visit, board, onChoose, onClose }: RoomDialogProps) {
  const { say } = useWords()
  const free = board.rooms.filter((room) => room.appointmentId === null)
  const taken = board.rooms.filter((room) => room.appointmentId !== null)
  const nameIn = (appointmentId: string | null) => {
    const inside = board.visits.find((other) => other.appointmentId === appointmentId)
    return inside ? visitName(inside) : ''
  }
  const numbered = free
    .slice(0, 9)
    .map((room, index) => [
      String(index + 1),
      { label: room.name, run: () => onChoose({ id: room.id, name: room.name }) },
    ])
  useShortcuts(
    { ...Object.fromEntries(numbered), '0': { label: say('roomWithout'), run: () => onChoose(null) } },
    { scope: 'dialog' },
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={say('roomTitle', { name: visitName(visit) })}
      description={say(free.length > 0 ? 'roomHint' : 'roomNone')}
    >
      <div className={styles.choices}>
        {free.map((room, index) => (
          <Button
            key={room.id}
            isFull
            autoFocus={index === 0}
            onPress={() => onChoose({ id: room.id, name: room.name })}
            {...(index < 9 ? { shortcut: String(index + 1) } : {})}
          >
            {room.name}
          </Button>
        ))}
        <Button isFull variant="quiet" shortcut="0" onPress={() => onChoose(null)}>
          {say('roomWithout')}
        </Button>
      </div>
      {taken.length > 0 && (
        <ul className={styles.taken}>
          {taken.map((room) => (
            <li key={room.id}>{say('roomTakenBy', { room: room.name, name: nameIn(room.appointmentId) })}</li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
