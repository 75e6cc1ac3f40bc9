import type { Finding } from '../finding.ts'
import type { Interchange, Reading } from '../interchange.ts'
import {
  groupAcknowledgement,
  type InterchangeAcknowledgement,
  interchangeAcknowledgement,
} from '../write/acknowledgement.ts'
import type { GroupToWrite, InterchangeToWrite } from '../write/write-interchange.ts'
import { groupVerdict } from './group-verdict.ts'

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
    const verdict = interchangeVerdict(interchange, own)
    const groups = verdict.verdict === 'R' ? [] : groupsFor(interchange, own)
    const isSaid = interchange.isAcknowledgementRequested || verdict.verdict !== 'A'
    if (!isSaid && groups.length === 0) continue
    answers.push({
      senderQualifier: interchange.receiverQualifier,
      senderId: interchange.receiverId,
      receiverQualifier: interchange.senderQualifier,
      receiverId: interchange.senderId,
      date,
      time,
      controlNumber: controlNumber + answers.length,
      usage: interchange.usage ?? 'T',
      acknowledgements: isSaid ? [interchangeAcknowledgement(verdict)] : [],
      groups,
    })
  }
  return answers
}

/** TA1: rejected for an error of the envelope, accepted with errors for less (X12.5, TA104 and TA105). */
export function interchangeVerdict(
  { controlNumber, date, time }: Interchange,
  findings: readonly Finding[],
): InterchangeAcknowledgement {
  const about = findings.filter(({ report }) => report?.in === 'TA105')
  const worst = about.find(({ severity }) => severity === 'error') ?? about[0]
  const verdict = worst === undefined ? 'A' : worst.severity === 'error' ? 'R' : 'E'
  return { controlNumber, date, time, verdict, note: worst?.report?.code ?? '000' }
}

function groupsFor({ groups }: Interchange, findings: readonly Finding[]): GroupToWrite[] {
  const answers = new Map<string, GroupToWrite & { readonly sets: GroupToWrite['sets'][number][] }>()
  const byGroup = Map.groupBy(findings, ({ position }) => position.group)
  for (const group of groups) {
    if (group.functionalId === '' || group.functionalId === 'FA') continue
    const own = byGroup.get(group.position.group) ?? []
    const key = JSON.stringify([group.senderId, group.receiverId])
    const answer = answers.get(key) ?? {
      senderId: group.receiverId,
      receiverId: group.senderId,
      controlNumber: answers.size + 1,
      sets: [],
    }
    answers.set(key, answer)
    const number = String(answer.sets.length + 1).padStart(4, '0')
    answer.sets.push({ ...groupAcknowledgement(groupVerdict(group, own)), controlNumber: number })
  }
  return [...answers.values()]
}
