import { peopleExport } from '@foyer/contract'
import { useEffect, useId, useRef } from 'react'
import { Button } from '../../ui/index.ts'
import styles from './copies.module.css'
import type { RequestLineProps } from './shapes.ts'
import { useGiven } from './use-given.ts'
import { useWords } from './use-words.ts'

const ways = peopleExport.delivered.options

/**
 * Asked as soon as the file is made, for to make it is not to give it (45 CFR 164.524(b)(2)): Enter says yes, Escape not yet.
 */
export function HandedOver({ patientId, request, onClose }: RequestLineProps & { readonly onClose: () => void }) {
  const { say } = useWords()
  const { give, isPending } = useGiven(patientId, request)
  const id = useId()
  const yes = useRef<HTMLButtonElement>(null)
  // By hand: `autoFocus` waits for transitions to end, and that of a message that was just closed never does.
  useEffect(() => yes.current?.focus(), [])
  const onKeyDown = ({ key }: { readonly key: string }) => {
    if (key === 'Escape') onClose()
  }
  return (
    <div
      role="group"
      aria-label={say('handedOverTo', { name: request.askedBy })}
      aria-describedby={id}
      className={styles.asked}
    >
      <b>{say('handedOver')}</b>
      <span id={id} className={styles.quiet}>
        {say('handedOverHelp')}
      </span>
      <span className={styles.ways}>
        {ways.map((way, at) => (
          <Button
            key={way}
            size="sm"
            variant={at === 0 ? 'go' : 'plain'}
            {...(at === 0 ? { ref: yes } : {})}
            isDisabled={isPending}
            onKeyDown={onKeyDown}
            onPress={() => void give(way, onClose)}
          >
            {say(`give_${way}`)}
          </Button>
        ))}
        <Button size="sm" variant="quiet" onPress={onClose} onKeyDown={onKeyDown}>
          {say('notYet')}
        </Button>
      </span>
    </div>
  )
}
