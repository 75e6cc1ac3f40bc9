import { answerFile, type FileAnswer } from '../answer/answer-file.ts'
import type { CastMember } from '../cast/cast.ts'
import type { Trouble } from '../cast/policy.ts'
import { openControl } from './control.ts'

export interface AnsweringOptions {
  readonly cast: readonly CastMember[]
  /** RFC 3339 in UTC. */
  readonly now: () => string
  /** Of exchanges in real time, 0 to 1: how many fail, one way after the other. */
  readonly failShare: number
  /** One line for each exchange; never who was asked about. */
  readonly say: (line: string) => void
}

/** How exchanges fail when some are to. */
const failures: readonly Trouble[] = ['busy', 'gone', 'page', 'cut', 'numbers']
/** Of a hundred persons in a batch a line has not room for each. */
const mostNamed = 5
const greatestControlNumber = 999_999_999

/** Answers files one after the other: counts control numbers and says what came. */
export function openAnswering({ cast, now, failShare, say }: AnsweringOptions) {
  const control = openControl()
  let lastControlNumber = 0
  let exchanges = 0

  function answer(bytes: Uint8Array): FileAnswer {
    const answered = answerFile(bytes, { cast, at: now(), controlNumber: lastControlNumber + 1 })
    lastControlNumber = (lastControlNumber + answered.used) % (greatestControlNumber - 1000)
    return answered
  }

  /** Every twentieth where a twentieth is to fail; asking again is another exchange and has its own luck. */
  function nextFailure(): Trouble | null {
    exchanges += 1
    const failed = Math.floor(exchanges * failShare)
    if (failed === Math.floor((exchanges - 1) * failShare)) return null
    return failures[(failed - 1) % failures.length] ?? null
  }

  function tell(kind: string, what: readonly string[]): void {
    const named = what.slice(0, mostNamed).join(' ')
    say(`${now()} ${kind} ${named}${what.length > mostNamed ? ` and ${what.length - mostNamed} more` : ''}`)
  }

  return {
    control,
    tell,
    exchanges: () => exchanges,
    inRealTime(kind: string, bytes: Uint8Array): { readonly answer: FileAnswer; readonly trouble: Trouble | null } {
      const answered = answer(bytes)
      const trouble = control.troubleOf(answered.payers) ?? nextFailure() ?? answered.trouble
      tell(kind, [
        ...answered.about,
        ...(answered.hasRejected ? ['not-right'] : []),
        ...(trouble ? [`(${trouble})`] : []),
      ])
      return { answer: answered, trouble }
    },
    batch(kind: string, bytes: Uint8Array): FileAnswer {
      const answered = answer(bytes)
      tell(kind, [...answered.about, ...(answered.hasRejected ? ['not-right'] : [])])
      return answered
    },
  }
}

export type Answering = ReturnType<typeof openAnswering>
