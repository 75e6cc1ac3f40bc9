import type { selfBooking } from '@foyer/contract'
import { useCallback, useState } from 'react'
import { ask, AskError } from '../api.ts'
import { back, type Book } from '../book.ts'
import styles from '../book.module.css'
import type { Time, Times } from '../draft.ts'
import { Question, Trouble } from '../frame.tsx'
import { takeProof } from '../proof/solve.ts'
import { TimePicker } from '../time-picker.tsx'
import { momentText } from '../times.ts'
import { troubleOf } from '../trouble.ts'

type Spec = typeof selfBooking.keepTime

export function WhenStep({ book }: { readonly book: Book }) {
  const { organization, draft, kind, place, say, language, change, go } = book
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [next, setNext] = useState<readonly Time[] | null>(null)
  const [turn, setTurn] = useState(0)
  const [visitType, where] = [kind?.key ?? null, place?.key ?? null]
  const load = useCallback(
    async (from: string | null, days: number): Promise<Times> => {
      const asked = { visitType, place: where, from, days }
      const answer = await ask<typeof selfBooking.findTimes>('POST', organization, 'times', asked)
      if (!answer.ok) throw new AskError('fault')
      return answer.value
    },
    [organization, visitType, where],
  )
  if (!kind || !place) return null

  const keep = async (time: Time, token: string | null, triesLeft: number): Promise<void> => {
    const wanted = { visitType: kind.key, place: place.key, start: time.start, clinician: time.clinician?.key ?? null }
    const proof = token === null ? await takeProof(organization) : null
    const answer = await ask<Spec>('POST', organization, 'holds', { ...wanted, token, proof })
    if (answer.ok) {
      change({ kept: answer.value })
      go('name')
      return
    }
    const { refusal } = answer
    if (refusal.reason === 'opening-taken') setNext(refusal.next)
    else if (refusal.reason === 'too-many') go('call')
    // The proof was too old, or the secret: with a fresh one it goes on.
    else if (triesLeft > 0) await keep(time, null, triesLeft - 1)
    else setTrouble(say('failed'))
  }

  const pick = async (time: Time): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setTrouble(null)
    try {
      await keep(time, draft.kept?.token ?? null, 2)
    } catch (error) {
      setTrouble(say(troubleOf(error instanceof AskError ? error.message : 'fault')))
    } finally {
      setBusy(false)
    }
  }

  if (next)
    return (
      <>
        <Question key="taken" lead={say('takenLead')}>
          {say('taken')}
        </Question>
        <ul className={styles.choices}>
          {next.map((time) => (
            <li key={time.start}>
              <button type="button" className={styles.choice} onClick={() => void pick(time)}>
                {momentText(time.start, place.timeZone, language)}
                {time.clinician && <small>{say('with', { name: time.clinician.name })}</small>}
              </button>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className={styles.quietButton}
          onClick={() => {
            setNext(null)
            setTurn(turn + 1)
          }}
        >
          {say('otherTimes')}
        </button>
      </>
    )
  return (
    <>
      <Question key="when">{say('whenTitle')}</Question>
      {trouble !== null && <Trouble>{trouble}</Trouble>}
      <p role="status" className={styles.hint}>
        {isBusy ? say('checking') : ''}
      </p>
      <TimePicker key={turn} load={load} onPick={(time) => void pick(time)} language={language} say={say} />
      <button type="button" className={styles.quietButton} onClick={back}>
        {say('back')}
      </button>
    </>
  )
}
