import type { Delimiters } from '../delimiters.ts'
import type { Finding } from '../finding.ts'
import type { CharacterSet } from './characters.ts'
import { dateOf, timeOf, type WrittenSegment, type WrittenSet } from './element.ts'
import { SegmentWriter } from './segment-writer.ts'

/** An interchange to write. Control numbers and the time come from the caller, who has to keep count of them. */
export interface InterchangeToWrite {
  readonly senderQualifier: string
  readonly senderId: string
  readonly receiverQualifier: string
  readonly receiverId: string
  /** `YYYY-MM-DD` and `HH:MM`, of the sender's clock. */
  readonly date: string
  readonly time: string
  /** 1 to 999,999,999. */
  readonly controlNumber: number
  readonly usage: 'P' | 'T'
  readonly isAcknowledgementRequested?: boolean | undefined
  /** TA1s. */
  readonly acknowledgements?: readonly WrittenSegment[] | undefined
  readonly groups: readonly GroupToWrite[]
  readonly delimiters?: Delimiters | undefined
  /** Basic where nothing else is agreed on. */
  readonly characters?: CharacterSet | undefined
  readonly lines?: boolean | undefined
}

/** Sets of one kind and version. */
export interface GroupToWrite {
  readonly senderId: string
  readonly receiverId: string
  readonly controlNumber: number
  readonly sets: readonly (WrittenSet & { /** Four to nine characters. */ readonly controlNumber: string })[]
}

export interface Written {
  /** Null where an error is among the findings: nothing is sent that is not what was meant. */
  readonly text: string | null
  readonly findings: readonly Finding[]
}

const usual: Delimiters = { element: '*', component: ':', repetition: '^', segment: '~' }
const isaLengths = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1]
const greatestControlNumber = 999_999_999

/** Writes an interchange with its envelopes. What cannot be written as it is stands in the findings, never silently. */
export function writeInterchange(interchange: InterchangeToWrite): Written {
  const { delimiters = usual, characters = 'basic', lines = false, groups, acknowledgements = [] } = interchange
  const writer = new SegmentWriter({ delimiters, characters, lines })
  const start = { interchange: 1, group: 0, set: 0, segment: 1, offset: 0 }
  checkDelimiters(delimiters, (sentence) => writer.refuse(start, 'delimiters', sentence))
  const checkNumber = (number: number, name: string): void => {
    if (Number.isInteger(number) && number > 0 && number <= greatestControlNumber) return
    writer.refuse(
      start,
      'control-number',
      `The control number of ${name} has to be between 1 and ${greatestControlNumber}.`,
    )
  }
  checkNumber(interchange.controlNumber, 'the interchange')
  const controlNumber = String(interchange.controlNumber).padStart(9, '0')
  writer.addHeader(isaOf(interchange, controlNumber, delimiters), isaLengths, start)
  let count = 1
  const outside = (group: number) => ({ interchange: 1, group, set: 0, segment: ++count })
  for (const segment of acknowledgements) writer.add(segment, outside(0))
  for (const [index, group] of groups.entries()) {
    const [first] = group.sets
    if (!first || group.sets.some((set) => set.functionalId !== first.functionalId || set.version !== first.version)) {
      writer.refuse(start, 'group', 'A group holds at least one transaction set, and sets of one kind and version.')
      continue
    }
    checkNumber(group.controlNumber, 'a group')
    writer.add(gsOf(interchange, group, first), outside(index + 1))
    const seen = new Set<string>()
    for (const [number, set] of group.sets.entries()) {
      if (!/^[A-Z0-9]{4,9}$/i.test(set.controlNumber) || seen.has(set.controlNumber)) {
        writer.refuse(
          start,
          'control-number',
          'The control number of a set has four to nine characters and is in its group once.',
        )
      }
      seen.add(set.controlNumber)
      const segments: readonly WrittenSegment[] = [
        ['ST', set.code, set.controlNumber, set.version],
        ...set.segments,
        ['SE', String(set.segments.length + 2), set.controlNumber],
      ]
      for (const [at, segment] of segments.entries()) {
        writer.add(segment, { interchange: 1, group: index + 1, set: number + 1, segment: at + 1 })
      }
      count += segments.length
    }
    writer.add(['GE', String(group.sets.length), String(group.controlNumber)], outside(index + 1))
  }
  writer.add(['IEA', String(groups.length), controlNumber], outside(0))
  const { findings, text } = writer
  return { text: findings.some(({ severity }) => severity === 'error') ? null : text, findings }
}

function isaOf(
  interchange: InterchangeToWrite,
  controlNumber: string,
  { repetition, component }: Delimiters,
): readonly string[] {
  const {
    senderQualifier,
    senderId,
    receiverQualifier,
    receiverId,
    isAcknowledgementRequested = false,
    usage,
  } = interchange
  const parties = [senderQualifier, senderId, receiverQualifier, receiverId]
  const when = [dateOf(interchange.date).slice(2), timeOf(interchange.time)]
  const asked = isAcknowledgementRequested ? '1' : '0'
  return ['00', '', '00', '', ...parties, ...when, repetition, '00501', controlNumber, asked, usage, component]
}

function gsOf(
  interchange: InterchangeToWrite,
  group: GroupToWrite,
  { functionalId, version }: WrittenSet,
): WrittenSegment {
  const when = [dateOf(interchange.date), timeOf(interchange.time)]
  return ['GS', functionalId, group.senderId, group.receiverId, ...when, String(group.controlNumber), 'X', version]
}

/** Four different characters that no value needs and every reader can tell. */
function checkDelimiters(
  { element, component, repetition, segment }: Delimiters,
  refuse: (sentence: string) => void,
): void {
  const all = [element, component, repetition, segment]
  if (new Set(all).size < all.length) refuse('The delimiters are not four different ones.')
  if (!all.every((one) => /^[!-/:-@[-`{-~\n]$/.test(one)) || [element, component, repetition].includes('\n')) {
    refuse('A delimiter is one character of ASCII that is neither a letter nor a digit nor a blank.')
  }
}
