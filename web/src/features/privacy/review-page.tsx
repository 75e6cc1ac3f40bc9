import { restricted } from '@foyer/contract'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../app/ask.ts'
import { daySpan } from '../../app/day-span.ts'
import { Page } from '../../app/page.tsx'
import { useSite } from '../../app/site.ts'
import { Answer } from '../../app/states.tsx'
import { Button, EmptyState, PageHeader, useShortcuts } from '../../ui/index.ts'
import { OpeningCard } from './opening-card.tsx'
import styles from './privacy.module.css'
import { ReviewFilters } from './review-filters.tsx'
import type { Openings, ReviewChoice } from './shapes.ts'
import { useCardFocus } from './use-card-focus.ts'
import { useWords } from './use-words.ts'

const toLookAt: ReviewChoice = { state: 'waiting', staffId: null, first: null, last: null }

/** Openings of restricted records for the privacy officer, page by page: those that nobody looked at first. */
export function ReviewPage() {
  const { say } = useWords()
  const { timeZone } = useSite()
  const [choice, setChoice] = useState(toLookAt)
  /** The last opening of each page before this one. */
  const [passed, setPassed] = useState<readonly string[]>([])
  const [isTurned, setTurned] = useState(false)
  const { state, staffId, first, last } = choice
  const after = passed.at(-1)
  const list = useAsk(
    restricted.listBrokenGlass,
    {
      state,
      ...(staffId === null ? {} : { staffId }),
      ...daySpan(first, last, timeZone),
      ...(after === undefined ? {} : { after }),
    },
    { keepPrevious: true },
  )
  const choose = (next: ReviewChoice) => {
    setChoice(next)
    setPassed([])
    setTurned(false)
  }
  const turnTo = (pages: readonly string[]) => {
    setPassed(pages)
    setTurned(true)
  }
  return (
    <Page title={say('reviewTitle')} width="narrow">
      <PageHeader title={say('reviewTitle')}>{say('reviewLead')}</PageHeader>
      <ReviewFilters choice={choice} openers={list.data?.openers ?? []} onChange={choose} />
      <Answer of={list}>
        {(openings) => (
          <OpeningsOfPage
            // What the keys act on goes with the page.
            key={JSON.stringify([choice, after])}
            of={openings}
            choice={choice}
            isFirst={passed.length === 0}
            takesFocus={isTurned && !list.isPlaceholderData}
            onNext={(lastId) => turnTo([...passed, lastId])}
            onPrevious={() => turnTo(passed.slice(0, -1))}
            onFirst={() => turnTo([])}
          />
        )}
      </Answer>
    </Page>
  )
}

interface OpeningsOfPageProps {
  readonly of: Openings
  readonly choice: ReviewChoice
  readonly isFirst: boolean
  /** Whoever turned the page goes on at its first opening. */
  readonly takesFocus: boolean
  readonly onNext: (lastId: string) => void
  readonly onPrevious: () => void
  readonly onFirst: () => void
}

function OpeningsOfPage({ of, choice, isFirst, takesFocus, onNext, onPrevious, onFirst }: OpeningsOfPageProps) {
  const { say } = useWords()
  const { openings, count, unreviewed, after } = of
  const cards = useRef<HTMLDivElement>(null)
  const { selected, move, keepPlace } = useCardFocus(cards)
  useEffect(() => {
    if (takesFocus) cards.current?.querySelector<HTMLElement>('[data-card]')?.focus()
  }, [takesFocus])
  const next = () => after !== null && onNext(after)
  useShortcuts({
    j: { label: say('nextOpening'), run: () => move(1) },
    k: { label: say('previousOpening'), run: () => move(-1) },
  })
  useShortcuts({ ']': { label: say('nextPage'), run: next } }, { isEnabled: after !== null })
  useShortcuts({ '[': { label: say('previousPage'), run: onPrevious } }, { isEnabled: !isFirst })
  const isWaiting = choice.state === 'waiting'
  const isNarrowed = choice.staffId !== null || choice.first !== null || choice.last !== null
  return (
    <>
      <p role="status" className={styles.quiet}>
        {isWaiting ? (count === 0 ? '' : say('waiting', { count })) : say('lookedCount', { count })}
        {isWaiting && isNarrowed && unreviewed > count && ` ${say('ofAll', { count: unreviewed })}`}
        {isWaiting && unreviewed === 0 && of.openers.length > 0 && say('allLooked')}
      </p>
      {openings.length === 0 && !isFirst && (
        <EmptyState title={say('pageDone')}>
          <Button onPress={onFirst}>{say('firstPage')}</Button>
        </EmptyState>
      )}
      {openings.length === 0 && isFirst && (
        <EmptyState title={say(isNarrowed || of.openers.length > 0 ? 'noneChosen' : 'noOpenings')}>
          {say(isNarrowed ? 'noneChosenNext' : 'noOpeningsNext')}
        </EmptyState>
      )}
      <div ref={cards} className={styles.cards}>
        {openings.map((opening) => (
          <OpeningCard
            key={opening.id}
            opening={opening}
            isSelected={selected === opening.id}
            onReviewed={() => keepPlace(opening.id)}
          />
        ))}
      </div>
      <div className={styles.actions}>
        {!isFirst && (
          <Button shortcut="[" onPress={onPrevious}>
            {say('previousPage')}
          </Button>
        )}
        {after !== null && (
          <Button shortcut="]" onPress={next}>
            {say('nextPage')}
          </Button>
        )}
      </div>
    </>
  )
}
