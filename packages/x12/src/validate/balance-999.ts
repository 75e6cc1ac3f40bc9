import { tagCode } from '../read/tag.ts'
import type { Balance } from './balance.ts'
import type { Findings } from './findings.ts'

const [ak2, ik5, ak9] = ['AK2', 'IK5', 'AK9'].map(tagCode)

/**
 * The counts of a 999 (AK902 to AK904) are those of its sets. Sets that are accepted may be left out (005010X231A1, AK2), so
 * there may be fewer than were received. A group that is accepted (AK901) has no set that is not, one that is accepted in part (P) has one.
 */
export function balance999(findings: Findings): Balance {
  let sets = 0
  let accepted = 0
  return {
    segment(segment, code) {
      if (code === ak2) sets++
      else if (code === ik5) accepted += /^[AE]$/.test(segment.text(1)) ? 1 : 0
      else if (code === ak9) {
        const { position } = segment
        const [received, said] = [3, 4].map((element) => Number(segment.text(element)))
        const add = (element: number, sentence: string): void =>
          findings.add({
            level: 3,
            position,
            tag: 'AK9',
            element,
            loop: '999',
            code: 'balance',
            sentence,
            report: ['IK403', 'I12'],
          })
        if (received === undefined || said === undefined || Number.isNaN(received + said)) return
        const answer = segment.text(1)
        const isRejected = /^[RMWX]$/.test(answer)
        const isAccepted = /^[AE]$/.test(answer)
        const rejected = sets - accepted
        const possible = received - rejected
        if (received < sets) add(3, `AK903 says ${received} sets were received, and ${sets} are answered.`)
        else if (isRejected ? said > 0 : said > possible || (sets === received && said !== accepted)) {
          add(4, `AK904 says ${said} sets were accepted; by their answers there are ${isRejected ? 0 : possible}.`)
        } else if (rejected === 0 && isAccepted && said < received) {
          add(1, `AK901 accepts the group, and AK904 says that ${said} of ${received} sets were accepted.`)
        } else if (rejected === 0 && answer === 'P' && said === received) {
          add(1, 'AK901 says that a set was rejected (P), and AK904 that all were accepted.')
        }
        if (isAccepted && rejected > 0) add(1, 'AK901 accepts the group, and a set of it is rejected.')
      }
    },
    leave() {},
  }
}
