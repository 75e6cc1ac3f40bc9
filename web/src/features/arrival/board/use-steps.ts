import { arrival } from '@foyer/contract'
import { type Result, Temporal } from '@foyer/kernel'
import { useCallback, useRef, useState } from 'react'
import { refresh, useAct } from '../../../app/ask.ts'
import { showToast, type ToastMessage } from '../../../ui/index.ts'
import { problemText, type StepRefusal, stepRefusalText } from '../refusal-text.ts'
import { useWords } from '../use-words.ts'
import { type Status, type Visit, visitName } from '../visit.ts'
import type { PendingStep } from './pending.ts'

export interface Steps {
  readonly pending: ReadonlyMap<string, PendingStep>
  /** Whether this browser itself brought the visit into this state: then it was said already. */
  readonly isOwn: (appointmentId: string, status: Status) => boolean
  readonly move: (visit: Visit, to: Status, room?: Visit['room']) => void
  readonly undo: (visit: Visit, reason?: string | null) => void
}

function silently(announce: (text: string) => void): (message: ToastMessage) => () => void {
  return ({ text }) => {
    announce(text)
    return () => announce('')
  }
}

function nowUtc(): string {
  return Temporal.Now.instant().toString({ smallestUnit: 'second' })
}

/**
 * Steps along the board that the screen shows at once. Steps of one visit are sent one after the other; when one is
 * refused, those behind it are dropped, the screen goes back to what the server says, and a message says why.
 *
 * @param announce takes the place of the message with its undo, on a page that shows both itself
 */
export function useSteps(announce?: (text: string) => void): Steps {
  const words = useWords()
  const { say } = words
  const [pending, setPending] = useState<ReadonlyMap<string, PendingStep>>(new Map())
  const queue = useRef(new Map<string, Promise<boolean>>())
  const own = useRef(new Map<string, Status>())
  /** Closes what was last said of a visit: an old message must not offer to undo a newer step. */
  const lastWords = useRef(new Map<string, () => void>())
  const { act: sendMove } = useAct(arrival.moveVisit)
  const { act: sendUndo } = useAct(arrival.undoVisit)
  const tell = announce ? silently(announce) : showToast

  const forget = (step: PendingStep, isRefused: boolean) =>
    setPending((steps) => {
      if (steps.get(step.appointmentId) !== step && !isRefused) return steps
      const rest = new Map(steps)
      rest.delete(step.appointmentId)
      return rest
    })

  const run = (
    visit: Visit,
    step: PendingStep,
    said: () => () => void,
    send: () => Promise<Result<unknown, StepRefusal>>,
  ) => {
    const id = visit.appointmentId
    setPending((steps) => new Map(steps).set(id, step))
    own.current.set(id, step.status)
    lastWords.current.get(id)?.()
    const takeBackWords = said()
    lastWords.current.set(id, takeBackWords)
    const refuse = (why: string) => {
      takeBackWords()
      own.current.delete(id)
      showToast({ kind: 'bad', text: say('notSaid', { name: visitName(visit), why }) })
      return false
    }
    const attempt = async (before: boolean) => {
      if (!before) {
        takeBackWords()
        return false
      }
      try {
        const result = await send()
        return result.ok || refuse(stepRefusalText(result.error, words, step.room?.name ?? null))
      } catch (error) {
        return refuse(problemText(error, words))
      }
    }
    const sent = (queue.current.get(id) ?? Promise.resolve(true)).then(attempt)
    queue.current.set(id, sent)
    const settle = async () => {
      const went = await sent
      if (queue.current.get(id) === sent) queue.current.delete(id)
      if (!went) forget(step, true)
      await refresh(arrival.readBoard, arrival.readCheckIn).catch(() => {})
      if (went) forget(step, false)
    }
    void settle()
  }

  const undo: Steps['undo'] = (visit, reason = null) => {
    const to = visit.undo
    if (to === null) return
    const room = to === 'roomed' || to === 'with-clinician' ? visit.room : null
    run(
      visit,
      { appointmentId: visit.appointmentId, status: to, since: nowUtc(), room, undo: null },
      () => tell({ text: say('undone', { name: visitName(visit), status: say(`status_${to}`) }) }),
      () => sendUndo({ appointmentId: visit.appointmentId, from: visit.status, reason }),
    )
  }

  const move: Steps['move'] = (visit, to, room = visit.room) => {
    const name = visitName(visit)
    const status = say(`status_${to}`)
    const isInRoom = to === 'roomed' && room !== null
    const step = { appointmentId: visit.appointmentId, status: to, since: nowUtc(), room, undo: visit.status }
    run(
      visit,
      step,
      () =>
        tell({
          text: isInRoom ? say('saidRoom', { name, status, room: room.name }) : say('said', { name, status }),
          undo: () => undo({ ...visit, status: to, room, undo: visit.status }),
          undoLabel: say('doUndo'),
        }),
      () =>
        sendMove({
          appointmentId: visit.appointmentId,
          from: visit.status,
          to,
          roomId: to === 'roomed' ? (room?.id ?? null) : null,
        }),
    )
  }

  const isOwn = useCallback<Steps['isOwn']>((id, status) => own.current.get(id) === status, [])
  return { pending, isOwn, move, undo }
}
