import { Button, Skeleton, useShortcuts } from '../../../ui/index.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import styles from './find.module.css'
import type { Finder } from './use-finder.ts'

type GiveUpBoxProps = { readonly finder: Finder; readonly names: Names }

/** Blocked time of which a part would have to be opened: what it is kept for, for how long, and which part. */
export function GiveUpBox({ finder, names }: GiveUpBoxProps) {
  const { say } = useWords()
  const { confirm, block, part, isReading, letGo, chosen } = finder.giveUp
  useShortcuts(
    { Enter: { label: say('giveUpDo'), run: () => void confirm() }, Escape: { label: say('overrideNot'), run: letGo } },
    { scope: 'pane' },
  )
  const title = say('giveUpTitle', { name: names.nameOf(chosen?.resourceId ?? '') })
  return (
    <section className={styles.moving} aria-label={title}>
      <h3>{title}</h3>
      {isReading && <Skeleton lines={1} />}
      {block && part && (
        <p>
          {say('giveUpText', {
            reason: block.reason ?? say('blockedTime'),
            whole: names.of(block.resourceId).spanOf(block.start, block.end),
            part: names.of(block.resourceId).spanOf(part.start, part.end),
          })}
        </p>
      )}
      {!block && !isReading && <p>{say('giveUpGone')}</p>}
      <div className={styles.heldActions}>
        <Button
          autoFocus
          variant="go"
          shortcut="Enter"
          isDisabled={!isReading && !block}
          onPress={() => void confirm()}
        >
          {say('giveUpDo')}
        </Button>
        <Button shortcut="Escape" onPress={letGo}>
          {say('overrideNot')}
        </Button>
      </div>
    </section>
  )
}
