import { Button } from '../../../ui/index.ts'
import { useWords } from '../use-words.ts'
import type { Visit } from '../visit.ts'
import styles from './visit-buttons.module.css'
import type { VisitHands } from './use-visit-acts.ts'

/** Everything that can be done with a visit, the usual step first, each with its letter. */
export function VisitButtons({ visit, hands }: { readonly visit: Visit; readonly hands: VisitHands }) {
  const { say } = useWords()
  return (
    <div className={styles.buttons}>
      {hands.next && (
        <Button size="sm" variant="go" shortcut="n" onPress={hands.doNext}>
          {say(`do_${hands.next}`)}
        </Button>
      )}
      {hands.canCheckIn && (
        <Button size="sm" shortcut="i" onPress={hands.doCheckIn}>
          {say('doCheckIn')}
        </Button>
      )}
      {hands.canRoom && (
        <Button size="sm" shortcut="r" onPress={hands.doRoom}>
          {say('doRoom')}
        </Button>
      )}
      {hands.canNoShow && (
        <Button size="sm" shortcut="x" onPress={hands.doNoShow}>
          {say('do_no-show')}
        </Button>
      )}
      {hands.canUndo && visit.undo !== null && (
        <Button size="sm" variant="quiet" shortcut="u" onPress={hands.doUndo}>
          {say('doUndoTo', { status: say(`status_${visit.undo}`) })}
        </Button>
      )}
    </div>
  )
}
