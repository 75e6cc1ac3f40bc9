import { messages } from '@foyer/contract'
import { useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { useCatalog } from '../../app/catalog.ts'
import { useMay } from '../../app/session.ts'
import { useControlZ } from '../../app/undo/use-undo-keys.ts'
import { Button, useShortcuts } from '../../ui/index.ts'
import styles from './messages.module.css'
import { UntoldItem } from './untold-item.tsx'
import { useTellByHand } from './use-tell-by-hand.ts'
import { words } from './words.ts'

/** So many stand there before the rest is asked for: who waits at the desk comes right below. */
const FIRST = 1

/** Whom no message could tell, for the desk to call or write to, the next visit first; nothing where there is nobody. */
export function UntoldList() {
  const { say } = useCatalog('messages', words)
  const list = useAsk(messages.listUntold, {}, { isEnabled: useMay('message.read') })
  const mayTell = useMay('call.answer')
  const tell = useTellByHand()
  const [isWhole, setWhole] = useState(false)
  const all = list.data?.untold ?? []
  const next = all.find(({ patient }) => patient !== null)
  useControlZ()
  const done = () => next && tell(next)
  useShortcuts({ t: { label: say('tellDone'), run: done } }, { isEnabled: mayTell && next !== undefined })
  if (all.length === 0) return null
  const shown = isWhole ? all : all.slice(0, FIRST)
  return (
    <section className={styles.untold} aria-label={say('untold')}>
      <h3>{say('untoldCount', { count: all.length })}</h3>
      <ul>
        {shown.map((one) => (
          <UntoldItem
            key={one.messageId}
            task={one}
            isNext={one === next}
            onTold={mayTell && one.patient !== null ? () => tell(one) : null}
          />
        ))}
      </ul>
      {shown.length < all.length && (
        <Button size="sm" variant="quiet" onPress={() => setWhole(true)}>
          {say('untoldMore', { count: all.length - shown.length })}
        </Button>
      )}
    </section>
  )
}
