import { restricted } from '@foyer/contract'
import { useAsk } from '../../app/ask.ts'
import { Page } from '../../app/page.tsx'
import { Answer } from '../../app/states.tsx'
import { EmptyState, PageHeader } from '../../ui/index.ts'
import { OpeningCard } from './opening-card.tsx'
import styles from './privacy.module.css'
import { useWords } from './use-words.ts'

/** Openings of restricted records for the privacy officer: those that nobody looked at first. */
export function ReviewPage() {
  const { say } = useWords()
  const list = useAsk(restricted.listBrokenGlass, {})
  return (
    <Page title={say('reviewTitle')} width="narrow">
      <PageHeader title={say('reviewTitle')}>{say('reviewLead')}</PageHeader>
      <Answer of={list}>
        {({ openings, unreviewed }) => {
          const waiting = openings.filter((opening) => opening.review === null)
          const looked = openings.filter((opening) => opening.review !== null)
          if (openings.length === 0) return <EmptyState title={say('noOpenings')}>{say('noOpeningsNext')}</EmptyState>
          return (
            <>
              <p role="status" className={styles.quiet}>
                {unreviewed === 0 ? say('allLooked') : say('waiting', { count: unreviewed })}
              </p>
              <div className={styles.cards}>
                {waiting.map((opening) => (
                  <OpeningCard key={opening.id} opening={opening} />
                ))}
              </div>
              {looked.length > 0 && <h2 className={styles.looked}>{say('looked')}</h2>}
              <div className={styles.cards}>
                {looked.map((opening) => (
                  <OpeningCard key={opening.id} opening={opening} />
                ))}
              </div>
            </>
          )
        }}
      </Answer>
    </Page>
  )
}
