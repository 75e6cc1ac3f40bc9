import type { Finding } from '../finding.ts'
import type { Interchange, Reading } from '../interchange.ts'
import {
  groupAcknowledgement,
  type InterchangeAcknowledgement,
  interchangeAcknowledgement,
} from '../write/acknowledgement.ts'
import type { GroupToWrite, InterchangeToWrite } from '../write/write-interchange.ts'
import { isCivilDate, isTimeOfDay } from '../read/check-time.ts'
import { isPartyQualifier } from '../read/check-isa.ts'
import { isPlain } from './plain.ts'
import { groupVerdict, kindOf } from './group-verdict.ts'

/** What the writer of an acknowledgement has to keep count of, and the time of its clock. */
export interface AcknowledgementOptions {
  /** Of the first interchange that is written; those that follow count on. Groups count from 1 in each. */
  readonly controlNumber: number
  /** `YYYY-MM-DD` */
  readonly date: string
  /** `HH:MM` */
  readonly time: string
}

/**
 * What to answer to a file: for each interchange one that goes back, with its TA1 where it asked for one or is not accepted
 * as it is, and a 999 for each of its groups. Acknowledgements are not acknowledged (005010X231A1, 1.4.1). None where
 * there is nothing to say.
 *
 * @param findings of `validate`
 */
export function acknowledge(
  { interchanges }: Reading,
  findings: readonly Finding[],
  { controlNumber, date, time }: AcknowledgementOptions,
): InterchangeToWrite[] {
  const answers: InterchangeToWrite[] = []
  const byInterchange = Map.groupBy(findings, ({ position }) => position.interchange)
  for (const interchange of interchanges) {
    const own = byInterchange.get(interchange.position.interchange) ?? []
    const verdict = interchangeVerdict(interchange, own, date, time)
    const groups = verdict.verdict === 'R' ? [] : groupsFor(interchange, own)
    const isSaid = interchange.isAcknowledgementRequested || verdict.verdict !== 'A'
    if (!isSaid && groups.length === 0) continue
    answers.push({
      senderQualifier: qualifierOf(interchange.receiverQualifier),
      senderId: partyOf(interchange.receiverId),
      receiverQualifier: qualifierOf(interchange.senderQualifier),
      receiverId: partyOf(interchange.senderId),
      date,
      time,
      controlNumber: controlNumber + answers.length,
      usage: interchange.usage ?? 'T',
      acknowledgements: isSaid ? [interchangeAcknowledgement(verdict)] : [],
      groups,
      // The ids of the parties go back as they were sent.
      characters: 'extended',
    })
  }
  return answers
}

/**
 * TA1: rejected for an error of the envelope, accepted with errors for less (X12.5, TA104 and TA105). A group of which nobody
 * can tell what it holds is rejected with its interchange: a 999 has to name that (AK101).
 *
 * @param date and time stand for those of the ISA where they are none: a TA1 has to have them
 */
export function interchangeVerdict(
  { controlNumber, date: sent, time: sentAt, groups }: Interchange,
  findings: readonly Finding[],
  date: string,
  time: string,
): InterchangeAcknowledgement {
  const about = findings.filter(({ report }) => report?.in === 'TA105')
  const worst = about.find(({ severity }) => severity === 'error') ?? about[0]
  const isNameless = groups.some((group) => kindOf(group) === null)
  const isRejected = isNameless || worst?.severity === 'error'
  const named = {
    controlNumber: /^\d{1,9}$/.test(controlNumber) ? controlNumber.padStart(9, '0') : '000000000',
    date: sent.length === 6 && isCivilDate(sent) ? sent : date.slice(2),
    time: sentAt.length === 4 && isTimeOfDay(sentAt) ? sentAt : time,
  }
  if (isNameless && worst?.severity !== 'error') return { ...named, verdict: 'R', note: '024' }
  return { ...named, verdict: worst === undefined ? 'A' : isRejected ? 'R' : 'E', note: worst?.report?.code ?? '000' }
}

/** Data element I05 where it is one, else what is agreed upon between the parties (ZZ). */
function qualifierOf(text: string): string {
  return isPartyQualifier(text) ? text : 'ZZ'
}

/** ISA06 and ISA08, GS02 and GS03; who left it out has to be answered all the same. */
function partyOf(text: string): string {
  return isPlain(text, 2, 15) ? text : 'UNKNOWN'
}

function groupsFor({ groups }: Interchange, findings: readonly Finding[]): GroupToWrite[] {
  const answers = new Map<string, GroupToWrite & { readonly sets: GroupToWrite['sets'][number][] }>()
  const byGroup = Map.groupBy(findings, ({ position }) => position.group)
  for (const group of groups) {
    if (group.functionalId.toUpperCase() === 'FA') continue
    const own = byGroup.get(group.position.group) ?? []
    const [senderId, receiverId] = [partyOf(group.receiverId), partyOf(group.senderId)]
    const key = JSON.stringify([senderId, receiverId])
    const answer = answers.get(key) ?? {
      senderId,
      receiverId,
      controlNumber: answers.size + 1,
      sets: [],
    }
    answers.set(key, answer)
    const number = String(answer.sets.length + 1).padStart(4, '0')
    answer.sets.push({ ...groupAcknowledgement(groupVerdict(group, own)), controlNumber: number })
  }
  return [...answers.values()]
}
