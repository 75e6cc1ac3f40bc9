import { useNow } from '../../app/clock.ts'
import { usePractice } from '../../app/site.ts'
import { Button, formatAge, Signal, Table, type TableColumn } from '../../ui/index.ts'
import type { Ask } from './ask-dialog.tsx'
import type { Feed } from './shapes.ts'
import styles from './feeds.module.css'
import { useWords } from './words.ts'

export interface FeedTableProps {
  readonly feeds: readonly Feed[]
  /** Feeds of others are among them. */
  readonly showsOwner: boolean
  readonly onAsk: (ask: Ask) => void
}

export function FeedTable({ feeds, showsOwner, onAsk }: FeedTableProps) {
  const { say, locale } = useWords()
  const now = useNow()
  const { resources } = usePractice()
  const detailsOf = ({ resourceId, isMine, staffName, lastReadAt }: Feed): string[] => [
    resources.find(({ id }) => id === resourceId)?.name ?? '',
    ...(showsOwner ? [`${say('whose')}: ${isMine ? say('mine') : (staffName ?? say('practice'))}`] : []),
    `${say('lastRead')}: ${lastReadAt === null ? say('never') : formatAge(lastReadAt, now, locale)}`,
  ]
  const columns: TableColumn<Feed>[] = [
    {
      id: 'name',
      label: say('name'),
      isRowHeader: true,
      cell: (feed) => (
        <>
          {feed.name}
          {detailsOf(feed).map((text) => (
            <span key={text} className={styles.detail}>
              {text}
            </span>
          ))}
        </>
      ),
    },
    {
      id: 'patients',
      label: say('patients'),
      cell: ({ withPatients }) => (
        <Signal kind={withPatients ? 'warn' : 'ok'} size="sm">
          {say(withPatients ? 'withNames' : 'noNames')}
        </Signal>
      ),
    },
    {
      id: 'actions',
      label: say('actions'),
      cell: (feed) => (
        <div className={styles.actions}>
          {feed.can.allowPatients && (
            <Button
              size="sm"
              aria-label={say(feed.withPatients ? 'forbidNamed' : 'allowNamed', { name: feed.name })}
              onPress={() => onAsk({ kind: 'names', feed })}
            >
              {say(feed.withPatients ? 'forbid' : 'allow')}
            </Button>
          )}
          <Button
            size="sm"
            aria-label={say('rotateNamed', { name: feed.name })}
            onPress={() => onAsk({ kind: 'rotate', feed })}
          >
            {say('rotate')}
          </Button>
          {feed.can.end && (
            <Button
              size="sm"
              aria-label={say('endNamed', { name: feed.name })}
              onPress={() => onAsk({ kind: 'end', feed })}
            >
              {say('end')}
            </Button>
          )}
        </div>
      ),
    },
  ]
  return <Table caption={say('feeds')} hideCaption columns={columns} rows={feeds} getKey={({ id }) => id} />
}
