import type { selfBooking } from '@foyer/contract'
import { useState } from 'react'
import { ask, AskError } from './api.ts'
import type { Book } from './book.ts'
import type { Time } from './draft.ts'
import { birthDate } from './times.ts'
import { troubleOf } from './trouble.ts'

export interface Finish {
  readonly isBusy: boolean
  readonly trouble: string | null
  /** The time is gone; these are free. */
  readonly next: readonly Time[] | null
  /** Says who it is; goes on to the code, or books where none is asked for. */
  readonly sayWho: (website: string) => Promise<void>
  /** Sends a new code; answers whether it went. */
  readonly sendAgain: () => Promise<boolean>
  readonly book: (code: string | null) => Promise<void>
}

const pause = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000))

/** The last two steps: who it is, and the booking itself. */
export function useFinish(book: Book): Finish {
  const { organization, draft, language, say, change, go } = book
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [next, setNext] = useState<readonly Time[] | null>(null)
  const token = draft.kept?.token ?? ''

  /** Answers whether a code was sent; null when it cannot go on. */
  const person = async (website: string): Promise<boolean | null> => {
    const said = {
      token,
      given: draft.given.trim(),
      family: draft.family.trim(),
      birthDate: birthDate(draft) ?? '',
      phone: draft.phone.trim() || null,
      email: draft.email.trim() || null,
      language,
      mayWrite: draft.mayWrite,
      website,
    }
    const answer = await ask<typeof selfBooking.sayWho>('POST', organization, 'person', said)
    if (answer.ok) return answer.value.code
    const { refusal } = answer
    if (refusal.reason === 'too-soon') {
      await pause(refusal.seconds)
      return person(website)
    }
    if (refusal.reason === 'begin-again') go('begin', true)
    else if (refusal.reason === 'too-many') go('call', true)
    else if (refusal.reason === 'phone-unreadable') setTrouble(say('badPhone'))
    else if (refusal.reason === 'birth-date-ahead') setTrouble(say('needBirth'))
    else setTrouble(say('needContact'))
    return null
  }

  const finish = async (code: string | null): Promise<void> => {
    const answer = await ask<typeof selfBooking.bookForMyself>('POST', organization, 'bookings', { token, code })
    if (answer.ok) {
      change({ booked: answer.value })
      go('done', true)
      return
    }
    const { refusal } = answer
    if (refusal.reason === 'wrong-code')
      setTrouble(refusal.left > 0 ? say('codeWrong', { left: refusal.left }) : say('codeOver'))
    else if (refusal.reason === 'opening-taken') setNext(refusal.next)
    else go(refusal.reason === 'call-us' ? 'call' : 'begin', true)
  }

  const guarded = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setTrouble(null)
    try {
      await work()
    } catch (error) {
      setTrouble(say(troubleOf(error instanceof AskError ? error.message : 'fault')))
    } finally {
      setBusy(false)
    }
  }

  return {
    isBusy,
    trouble,
    next,
    sayWho: (website) =>
      guarded(async () => {
        const hasCode = await person(website)
        if (hasCode === true) go('code')
        if (hasCode === false) await finish(null)
      }),
    sendAgain: async () => {
      let sent = false
      await guarded(async () => {
        sent = (await person('')) === true
      })
      return sent
    },
    book: (code) => guarded(() => finish(code)),
  }
}
