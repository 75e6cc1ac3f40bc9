import { Button, EmptyState, useShortcuts } from '../../../ui/index.ts'
import type { Failing } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'

type FailingProps = { readonly failing: Failing; readonly names: Names; readonly onMeet: (() => void) | null }

/** The leg that fails, and a key that changes the wish so that it has its nearest. */
export function FailingBox({ failing, names, onMeet }: FailingProps) {
  const { say } = useWords()
  const { leg, nearest, visitTypeId } = failing
  const values = { what: names.typeOf(visitTypeId), when: nearest ? names.whenOf(nearest.start) : '' }
  const label = say(leg === 0 ? 'chainMeetLater' : 'chainMeetApart', values)
  useShortcuts({ '1': { label, run: () => onMeet?.() } }, { isEnabled: onMeet !== null })
  const action = onMeet ? (
    <Button shortcut="1" onPress={onMeet}>
      {label}
    </Button>
  ) : undefined
  return (
    <EmptyState title={say('chainFails')} {...(action ? { action } : {})}>
      {say('chainFailsAt', values)} {nearest && say('chainNearest', values)}
    </EmptyState>
  )
}
