import { Button, Notice, ProgressBar } from '../../../ui/index.ts'
import styles from '../documents.module.css'
import { useWords } from '../use-words.ts'
import type { Adding } from './use-adding.ts'

export interface AddingListProps {
  readonly adding: readonly Adding[]
  readonly onRetry: (one: Adding) => void
  readonly onDismiss: (key: string) => void
}

export function AddingList({ adding, onRetry, onDismiss }: AddingListProps) {
  const { say } = useWords()
  if (adding.length === 0) return null
  return (
    <ul className={styles.adding}>
      {adding.map((one) => (
        <li key={one.key}>
          {one.fault === null ? (
            <ProgressBar
              label={say(one.share === null ? 'preparing' : 'adding', { title: one.title })}
              {...(one.share === null ? {} : { value: Math.round(one.share * 100) })}
            />
          ) : (
            <Notice
              kind="bad"
              title={say('notAdded', { title: one.title })}
              action={
                <>
                  <Button size="sm" onPress={() => onRetry(one)}>
                    {say('retry')}
                  </Button>
                  <Button size="sm" variant="quiet" onPress={() => onDismiss(one.key)}>
                    {say('dismiss')}
                  </Button>
                </>
              }
            >
              {one.fault}
            </Notice>
          )}
        </li>
      ))}
    </ul>
  )
}
