import { Temporal } from '@foyer/kernel'
import {
  acknowledge,
  type Finding,
  type Group,
  type Interchange,
  type InterchangeToWrite,
  readInterchanges,
  validate,
  writeInterchange,
} from '@foyer/x12'
import type { CastMember } from '../cast/cast.ts'
import type { Trouble } from '../cast/policy.ts'
import { questionOf } from './question.ts'
import { type SetAnswer, writeAnswer } from './write-answer.ts'

export interface AnswerOptions {
  readonly cast: readonly CastMember[]
  /** RFC 3339 in UTC. */
  readonly at: string
  /** ISA13 of the first interchange that is written; the others follow. */
  readonly controlNumber: number
}

export interface FileAnswer {
  /** Interchanges of 271; '' where nothing could be answered. */
  readonly benefits: string
  /** Interchanges of TA1 and 999 for all that came; '' where what came is no X12. */
  readonly acknowledgement: string
  /** Whether something of it was not right. */
  readonly hasRejected: boolean
  /** What the answers are about, person by person: `ppo`, `rejected-75`, never who. */
  readonly about: readonly string[]
  readonly trouble: Trouble | null
  /** Numbers of payers as they are asked for. */
  readonly payers: readonly string[]
  /** How many control numbers were used. */
  readonly used: number
}

/** Answers a file of 270s as the payers in it would. */
export function answerFile(bytes: Uint8Array, { cast, at, controlNumber }: AnswerOptions): FileAnswer {
  const reading = readInterchanges(bytes)
  const findings = validate(reading)
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [date = '', clock = ''] = at.split('T')
  const time = clock.slice(0, 5)
  const acknowledgements = acknowledge(reading, findings, { controlNumber, date, time })
  const payer = { cast, today: Temporal.PlainDate.from(date) }
  const when = { date: date.replaceAll('-', ''), time: time.replace(':', '') }
  const answers: SetAnswer[] = []
  const payers: string[] = []
  const written = reading.interchanges.flatMap((interchange): InterchangeToWrite[] => {
    if (isTurnedAway(interchange, errors)) return []
    const groups = interchange.groups.flatMap((group) => {
      const sets = answerable(group, errors).map((set) => {
        const question = questionOf(set)
        payers.push(...question.payers.map((one) => one.payer.id))
        return writeAnswer(question, payer, when)
      })
      answers.push(...sets)
      return sets.length === 0 ? [] : [{ senderId: group.receiverId, receiverId: group.senderId, sets }]
    })
    if (groups.length === 0) return []
    return [
      {
        ...backTo(interchange),
        date,
        time,
        controlNumber: 0,
        groups: groups.map(({ senderId, receiverId, sets }, at) => ({
          senderId,
          receiverId,
          controlNumber: at + 1,
          sets: sets.map(({ set }, number) => ({ ...set, controlNumber: String(number + 1).padStart(4, '0') })),
        })),
      },
    ]
  })
  const first = controlNumber + acknowledgements.length
  return {
    benefits: textOf(written.map((one, at) => ({ ...one, controlNumber: first + at }))),
    acknowledgement: textOf(acknowledgements),
    hasRejected: errors.length > 0,
    about: answers.flatMap(({ about }) => about),
    trouble: answers.find(({ trouble }) => trouble !== null)?.trouble ?? null,
    payers,
    used: acknowledgements.length + written.length,
  }
}

/** From whom it came to, with the same delimiters: no value can have one in it. */
function backTo({ senderQualifier, senderId, receiverQualifier, receiverId, usage, delimiters }: Interchange) {
  return {
    senderQualifier: receiverQualifier,
    senderId: receiverId,
    receiverQualifier: senderQualifier,
    receiverId: senderId,
    usage: usage ?? 'T',
    delimiters,
  } as const
}

function isTurnedAway({ position }: Interchange, errors: readonly Finding[]): boolean {
  return errors.some((one) => one.position.interchange === position.interchange && one.report?.in === 'TA105')
}

/** Questions about benefits in which nothing is wrong. */
function answerable(group: Group, errors: readonly Finding[]): Group['sets'] {
  const own = errors.filter(
    ({ position }) => position.interchange === group.position.interchange && position.group === group.position.group,
  )
  return group.sets.filter(
    ({ code, position }) =>
      code === '270' && !own.some((one) => one.position.set === position.set || one.position.set === 0),
  )
}

function textOf(interchanges: readonly InterchangeToWrite[]): string {
  return interchanges
    .map((one) => {
      const { text, findings } = writeInterchange({ ...one, characters: 'extended' })
      if (text === null) throw new Error(findings.map(({ sentence }) => sentence).join(' '))
      return text
    })
    .join('')
}
