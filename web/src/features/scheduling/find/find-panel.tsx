import { displayName } from '@foyer/patients'
import { type RefObject, useEffect, useRef } from 'react'
import type { Site } from '../../../app/site.ts'
import { Button, EmptyState, ProgressBar, useShortcuts } from '../../../ui/index.ts'
import { CostPanel } from '../../estimates/index.ts'
import { AtBox } from './at-box.tsx'
import { chainMet } from './chain-met.ts'
import { DoneBox } from './done-box.tsx'
import { FailingBox } from './failing-box.tsx'
import styles from './find.module.css'
import { GiveUpBox } from './give-up-box.tsx'
import { GroupBox } from './group-box.tsx'
import { HeldBox } from './held.tsx'
import { MissedBox } from './missed-box.tsx'
import { MoveBox } from './move-box.tsx'
import { InterpreterNote } from './interpreter-note.tsx'
import { NearList, nearKeys } from './near-list.tsx'
import { OverrideBox } from './override-box.tsx'
import { SeriesBox } from './series-box.tsx'
import { OpeningsList } from './openings-list.tsx'
import { tellFault } from '../refusals.ts'
import { openingKey } from '../shapes.ts'
import { ToldNotice } from '../told-notice.tsx'
import type { Finder } from './use-finder.ts'
import type { Names } from '../use-names.ts'
import type { Wish } from '../wish/wish.ts'
import { WishChips } from '../wish/wish-chips.tsx'
import { WishLine } from '../wish/wish-line.tsx'
import wishStyles from '../wish/wish.module.css'
import { useWords } from '../words.ts'

export type FindPanelProps = {
  readonly finder: Finder
  readonly site: Site
  readonly today: string
  readonly names: Names
  readonly onOpenVisit: (appointmentId: string) => void
}

export function FindPanel({ finder, site, today, names, onOpenVisit }: FindPanelProps) {
  const { say } = useWords()
  const { booking, move, told, done } = finder
  const panel = useRef<HTMLDivElement>(null)
  const { series, overriding, group, wish } = finder
  const isAsking =
    series.isOn ||
    overriding !== null ||
    group.chosen !== null ||
    finder.at.chosen !== null ||
    finder.giveUp.chosen !== null ||
    finder.missed.length > 0
  const hasMissed = finder.missed.length > 0 && !booking.held && !series.isOn
  useFocusBack(panel, booking.held !== null || move.chosen !== null || isAsking)
  return (
    <div className={styles.panel} ref={panel}>
      <Heading finder={finder} names={names} />
      <div className={wishStyles.wish}>
        <WishChips finder={finder} site={finder.site} names={names} today={today} />
        <WishLine finder={finder} onKept={() => panel.current?.querySelector<HTMLElement>('ol button')?.focus()} />
      </div>
      <InterpreterNote finder={finder} names={names} />
      {told && <ToldNotice told={told} onOpenVisit={onOpenVisit} />}
      {done && <DoneBox done={done} onAgain={finder.again} />}
      {hasMissed && (
        <MissedBox
          missed={finder.missed}
          names={names}
          onChoose={finder.chooseMissed}
          onLook={finder.setPreview}
          onLeave={finder.leaveMissed}
        />
      )}
      {booking.held && <HeldBox key={booking.held.hold.id} finder={finder} held={booking.held} names={names} />}
      {booking.held && (
        <CostPanel
          of={{
            patientId: finder.person?.id ?? null,
            visitTypeId: booking.held.visitTypeId,
            siteId: booking.held.opening.siteId ?? site.id,
            date: names.at(booking.held.opening.siteId).dateOf(booking.held.hold.start),
            appointmentId: null,
          }}
        />
      )}
      {overriding && <OverrideBox finder={finder} overriding={overriding} names={names} />}
      {finder.at.chosen && (
        <AtBox key={finder.at.chosen.start} finder={finder} chosen={finder.at.chosen} names={names} />
      )}
      {series.isOn && <SeriesBox finder={finder} site={finder.site} today={today} names={names.at(finder.site.id)} />}
      {finder.giveUp.chosen && <GiveUpBox finder={finder} names={names} />}
      {group.chosen && wish.visitTypeId !== null && (
        <GroupBox
          finder={finder}
          chosen={group.chosen}
          visitTypeId={wish.visitTypeId}
          usual={finder.seats}
          names={names}
        />
      )}
      {move.chosen && <MoveBox finder={finder} chosen={move.chosen} names={names} />}
      {finder.wish.visitTypeId === null ? (
        <>
          <p className={styles.summary}>{say('chooseVisitFirst')}</p>
          <p className={styles.summary}>{say('wishExamples')}</p>
        </>
      ) : (
        <Answers finder={finder} today={today} names={names} hasKeys={!hasMissed} />
      )}
    </div>
  )
}

/** What was held had the focus: when it goes, the focus goes back to the list it came from. */
function useFocusBack(panel: RefObject<HTMLElement | null>, isKept: boolean) {
  const before = useRef(isKept)
  useEffect(() => {
    const isOver = before.current && !isKept
    before.current = isKept
    if (!isOver || document.activeElement !== document.body) return
    const places = ['ol [aria-current]', 'ol button', 'input']
    const found = places.map((place) => panel.current?.querySelector<HTMLElement>(place))
    found.find(Boolean)?.focus()
  }, [panel, isKept])
}

function Heading({ finder: { move, stopMoving }, names }: Pick<FindPanelProps, 'finder' | 'names'>) {
  const { say } = useWords()
  useShortcuts({ Escape: { label: say('stopMoving'), run: stopMoving } }, { isEnabled: move.isMoving && !move.chosen })
  if (!move.isMoving) return <h2 className={styles.title}>{say('find')}</h2>
  const name = move.appointment ? displayName(move.appointment.patient.name) : '…'
  return (
    <div>
      <h2 className={styles.title}>{say('findMove', { name })}</h2>
      {move.appointment && (
        <p className={styles.summary}>
          {say('movingFrom', { when: names.at(move.appointment.siteId).whenOf(move.appointment.start) })}
        </p>
      )}
      <Button size="sm" shortcut="Escape" onPress={stopMoving}>
        {say('stopMoving')}
      </Button>
    </div>
  )
}

type AnswersProps = Omit<FindPanelProps, 'onOpenVisit' | 'site'> & { readonly hasKeys: boolean }

function Answers({ finder, today, names, hasKeys }: AnswersProps) {
  const { say } = useWords()
  const { openings, choose, setPreview, preview, booking, move, group } = finder
  const { list, near } = openings
  const here = names.at(finder.site.id)
  const met = openings.failing && chainMet(finder.wish, openings.failing, { today, dateOf: here.dateOf })
  const answers = useRef<HTMLDivElement>(null)
  const isMet = useRef(false)
  // The key that changed the wish is gone with the answer before: the focus goes to what there is now.
  useEffect(() => {
    if (!isMet.current || list.length === 0) return
    isMet.current = false
    if (document.activeElement === document.body) answers.current?.querySelector<HTMLElement>('ol button')?.focus()
  }, [list])
  const meet = (part: Partial<Wish>) => {
    isMet.current = true
    finder.change(part)
  }
  const keys = hasKeys ? nearKeys(near, list.length) : near.map(() => null)
  const chosenBy = [
    ...list.map((opening, index) => [String(index + 1), () => choose(opening)] as const),
    ...near.flatMap((each, index) => {
      const key = keys[index]
      return key ? [[key, () => finder.chooseNear(each)] as const] : []
    }),
  ]
  useShortcuts(
    Object.fromEntries(chosenBy.map(([key, run]) => [key, { label: say('hold', { number: Number(key) }), run }])),
    { isEnabled: hasKeys },
  )
  if (openings.error) {
    const { text } = tellFault(openings.error, say)
    return (
      <EmptyState title={say('findFailed')} action={<Button onPress={openings.retry}>{say('searching')}</Button>}>
        {say('findFailedNext')} {text}
      </EmptyState>
    )
  }
  const selected = booking.held?.opening ?? move.chosen ?? group.chosen ?? finder.giveUp.chosen?.opening ?? preview
  return (
    <div className={styles.answers} ref={answers}>
      {openings.isSlow && <ProgressBar label={say('searching')} />}
      <p className={styles.summary} aria-live="polite">
        {openings.considered !== null && say('ways', { count: openings.considered })}
      </p>
      {openings.failing && (
        <FailingBox failing={openings.failing} names={here} onMeet={hasKeys && met ? () => meet(met) : null} />
      )}
      {openings.considered !== null && list.length === 0 && !openings.failing && (
        <EmptyState
          title={say('noneTitle')}
          action={<Button onPress={() => finder.change({ when: { weeks: 6 } })}>{say('widen')}</Button>}
        >
          {say('noneText')}
        </EmptyState>
      )}
      <OpeningsList
        list={list}
        today={today}
        names={names}
        isForGroup={finder.isForGroup}
        selected={selected && openingKey(selected)}
        replaced={openings.replaced}
        hasKeys={hasKeys}
        onLook={setPreview}
        onChoose={choose}
      />
      <NearList
        near={near}
        keys={keys}
        names={names}
        named={finder.named}
        onLook={setPreview}
        onChoose={finder.chooseNear}
      />
    </div>
  )
}
