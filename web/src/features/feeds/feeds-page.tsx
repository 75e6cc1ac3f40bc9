import { feeds } from '@foyer/contract'
import { CalendarPlus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { Answer } from '../../app/states.tsx'
import { Button, EmptyState, giveLostFocus, PageHeader } from '../../ui/index.ts'
import { AddressDialog } from './address-dialog.tsx'
import { AskDialog, type Ask } from './ask-dialog.tsx'
import { FeedTable } from './feed-table.tsx'
import styles from './feeds.module.css'
import { MakeFeedDialog } from './make-feed-dialog.tsx'
import { useWords } from './words.ts'

type Open = { readonly kind: 'make' } | { readonly kind: 'made'; readonly name: string; readonly path: string } | Ask

/** One's own calendar addresses; a manager sees everybody's. */
export function FeedsPage() {
  const { say } = useWords()
  const list = useAsk(feeds.listFeeds, {})
  const [open, setOpen] = useState<Open | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(null)
    // What was pressed may be gone with its line.
    giveLostFocus(() => add.current)
  }
  const make = (
    <Button ref={add} icon={CalendarPlus} variant="go" onPress={() => setOpen({ kind: 'make' })}>
      {say('add')}
    </Button>
  )
  return (
    <Page title={say('title')}>
      <PageHeader title={say('title')} actions={make}>
        <p className={styles.lead}>{say('lead')}</p>
      </PageHeader>
      <Answer of={list}>
        {({ feeds: all, can }) => (
          <>
            {all.length === 0 ? (
              <EmptyState title={say('empty')}>{say('emptyNext')}</EmptyState>
            ) : (
              <FeedTable feeds={all} showsOwner={can.share} onAsk={setOpen} />
            )}
            {open?.kind === 'make' && (
              <MakeFeedDialog
                can={can}
                onClose={close}
                onMade={({ name, path }) => setOpen({ kind: 'made', name, path })}
              />
            )}
          </>
        )}
      </Answer>
      {open?.kind === 'made' && <AddressDialog name={open.name} path={open.path} onClose={close} />}
      {(open?.kind === 'rotate' || open?.kind === 'end' || open?.kind === 'names') && (
        <AskDialog ask={open} onClose={close} onMade={({ name, path }) => setOpen({ kind: 'made', name, path })} />
      )}
    </Page>
  )
}
