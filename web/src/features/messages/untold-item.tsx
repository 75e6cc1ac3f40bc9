import type { messages, Reply } from '@foyer/contract'
import { displayName, formatPhone, languageName } from '@foyer/patients'
import { Link } from '@tanstack/react-router'
import { useCatalog } from '../../app/catalog.ts'
import { Button, buttonClass, formatMoment } from '../../ui/index.ts'
import { ReachNotes } from '../relatives/index.ts'
import styles from './messages.module.css'
import { words } from './words.ts'

export type Untold = Reply<typeof messages.listUntold>['untold'][number]

export interface UntoldItemProps {
  readonly task: Untold
  /** The key tells this one. */
  readonly isNext: boolean
  /** Null: whoever looks may not. */
  readonly onTold: (() => void) | null
}

export function UntoldItem({ task, isNext, onTold }: UntoldItemProps) {
  const { say, locale } = useCatalog('messages', words)
  const { patient, reason, start, timeZone, call, letter, language, notes } = task
  if (patient === null || reason === null) return <li className={styles.task}>{say('untoldShut')}</li>
  const name = displayName(patient.name)
  const when = start === null || timeZone === null ? null : formatMoment(start, timeZone, locale)
  const means =
    call !== null && letter !== null
      ? say('callOrWrite', { phone: formatPhone(call), address: letter })
      : call !== null
        ? say('callThem', { phone: formatPhone(call) })
        : letter !== null
          ? say('writeThem', { address: letter })
          : say('tellHere')
  return (
    <li className={styles.task} data-untold={task.messageId}>
      <strong>{when === null ? say('tellPlain', { name }) : say('tell', { name, when })}</strong>
      <p>
        {say(`untold_${reason}`)} {means} {say('speaks', { language: languageName(language, locale) })}
      </p>
      {/* The way, the number and the address are named above. */}
      <ReachNotes notes={notes.filter(({ kind }) => !/^only-by|-only$/.test(kind))} length="short" />
      <div className={styles.taskButtons}>
        {onTold && (
          <Button size="sm" {...(isNext ? { shortcut: 't' } : {})} onPress={onTold}>
            {say('tellDone')}
          </Button>
        )}
        <Link
          to="/outbox"
          search={{ message: task.messageId }}
          className={buttonClass({ size: 'sm' })}
          aria-label={say('readWordsFor', { name })}
        >
          {say('readWords')}
        </Link>
      </div>
    </li>
  )
}
