import type { selfBooking } from '@foyer/contract'
import { useCallback, useEffect, useState } from 'react'
import { ask, AskError } from './api.ts'
import styles from './book.module.css'
import type { MyVisit, Time, Times } from './draft.ts'
import { Frame, type FrameProps, Question, Trouble } from './frame.tsx'
import { TimePicker } from './time-picker.tsx'
import { cityOf, isOtherClock, momentText, oneStop } from './times.ts'
import { troubleOf } from './trouble.ts'

type Shared = Pick<FrameProps, 'language' | 'onLanguage' | 'say'>

export interface MyVisitPageProps extends Shared {
  readonly organization: string
  /** The secret of the link. */
  readonly visit: string
}

type View = 'visit' | 'cancel' | 'move'

/** One's own visit by the link: when, where, moving and cancelling; nothing of what for. */
export function MyVisitPage({ organization, visit, language, onLanguage, say }: MyVisitPageProps) {
  const [mine, setMine] = useState<MyVisit | null>(null)
  const [view, setView] = useState<View>('visit')
  const [isMoved, setMoved] = useState(false)
  const [turn, setTurn] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)

  const load = useCallback(
    async (from: string | null, days: number): Promise<Times> => {
      const answer = await ask<typeof selfBooking.findTimes>('POST', organization, 'times', { visit, from, days })
      if (!answer.ok) throw new AskError('fault')
      return answer.value
    },
    [organization, visit],
  )
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    setTrouble(null)
    try {
      await work()
    } catch (error) {
      setTrouble(error instanceof AskError ? error.message : 'fault')
    }
  }
  useEffect(() => {
    ask<typeof selfBooking.readMyVisit>('POST', organization, 'visits/read', { visit })
      .then((answer) => (answer.ok ? setMine(answer.value) : undefined))
      .catch((error: unknown) => setTrouble(error instanceof AskError ? error.message : 'fault'))
  }, [organization, visit])

  const frame = { practice: mine?.practice ?? '', phone: mine?.phone ?? null, language, onLanguage, say }
  if (!mine)
    return (
      <Frame {...frame}>
        {trouble === null ? (
          <p role="status">{say('loading')}</p>
        ) : trouble === 'not-found' || trouble === 'not-understood' ? (
          <Question lead={say('notHereLead')}>{say('notHere')}</Question>
        ) : (
          <Trouble>{say(troubleOf(trouble))}</Trouble>
        )}
      </Frame>
    )

  const zone = mine.place.timeZone
  const cancel = (): Promise<void> =>
    guarded(async () => {
      const answer = await ask<typeof selfBooking.cancelMyVisit>('POST', organization, 'visits/cancel', { visit })
      if (answer.ok) setMine(answer.value)
      else setTrouble('call-us')
      setView('visit')
    })
  const move = (time: Time): Promise<void> =>
    guarded(async () => {
      const wanted = { visit, start: time.start, clinician: time.clinician?.key ?? null }
      const answer = await ask<typeof selfBooking.moveMyVisit>('POST', organization, 'visits/move', wanted)
      if (answer.ok) {
        setMine(answer.value)
        setMoved(true)
        setView('visit')
      } else if (answer.refusal.reason === 'opening-taken') {
        setTrouble('taken')
        setTurn(turn + 1)
      } else {
        setTrouble('call-us')
        setView('visit')
      }
    })
  const troubleText =
    trouble === null
      ? null
      : trouble === 'taken'
        ? say('taken')
        : trouble === 'call-us'
          ? say('callLead')
          : say(troubleOf(trouble))
  const card = (
    <div className={styles.visit}>
      <b>{momentText(mine.start, zone, language)}</b>
      {mine.place.name}
      {mine.place.address && ` · ${mine.place.address.line}, ${mine.place.address.city}`}
      {isOtherClock(mine.start, zone) && ` · ${say('zone', { city: cityOf(zone) })}`}
    </div>
  )
  return (
    <Frame {...frame}>
      {view === 'visit' && (
        <>
          <Question key={mine.state} lead={say(`mine_${mine.state}`)}>
            {say('mineTitle')}
          </Question>
          {card}
          {mine.isInterpreted && isToCome(mine) && <p className={styles.lead}>{say('interpreted')}</p>}
          <p role="status" className={styles.saved}>
            {isMoved ? `✓ ${say('moved')}` : ''}
          </p>
          {troubleText !== null && <Trouble>{troubleText}</Trouble>}
          {mine.canChange ? (
            <div className={styles.go}>
              <p className={styles.hint}>
                {oneStop(say('changeUntil', { when: momentText(mine.changeUntil, zone, language) }))}
              </p>
              <button type="button" className={styles.goButton} onClick={() => setView('move')}>
                {say('moveIt')}
              </button>
              <button type="button" className={styles.quietButton} onClick={() => setView('cancel')}>
                {say('cancelIt')}
              </button>
            </div>
          ) : (
            isToCome(mine) && <p className={styles.lead}>{say('changeByPhone')}</p>
          )}
        </>
      )}
      {view === 'cancel' && (
        <>
          <Question lead={say('cancelLead')}>{say('cancelTitle')}</Question>
          {card}
          <div className={styles.go}>
            <button type="button" className={styles.goButton} onClick={() => void cancel()}>
              {say('cancelYes')}
            </button>
            <button type="button" className={styles.quietButton} onClick={() => setView('visit')}>
              {say('cancelNo')}
            </button>
          </div>
        </>
      )}
      {view === 'move' && (
        <>
          <Question>{say('moveTitle')}</Question>
          {card}
          {troubleText !== null && <Trouble>{troubleText}</Trouble>}
          <TimePicker key={turn} load={load} onPick={(time) => void move(time)} language={language} say={say} />
          <button type="button" className={styles.quietButton} onClick={() => setView('visit')}>
            {say('back')}
          </button>
        </>
      )}
    </Frame>
  )
}

function isToCome({ state }: MyVisit): boolean {
  return state === 'booked' || state === 'pending'
}
