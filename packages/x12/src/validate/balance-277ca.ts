import type { Position } from '../position.ts'
import { tagCode } from '../read/tag.ts'
import type { Segment } from '../segment.ts'
import { centsOfElement, shownCents } from './amount.ts'
import type { Balance } from './balance.ts'
import type { Findings } from './findings.ts'

const [stc, qty, amt] = ['STC', 'QTY', 'AMT'].map(tagCode)

interface Told {
  readonly position: Position
  readonly value: number
}

/** What is said of all claims of a receiver or a provider, and what their claims come to. */
interface Level {
  readonly loop: string
  readonly told: Map<string, Told>
  /** Turned away whole, so that its claims need not be listed. */
  isTurnedAway: boolean
  accepted: number
  rejected: number
  acceptedCents: number
  rejectedCents: number
}

const counts: Readonly<Record<string, 'accepted' | 'rejected'>> = {
  '90': 'accepted',
  AA: 'rejected',
  QA: 'accepted',
  QC: 'rejected',
}
const amounts: Readonly<Record<string, 'acceptedCents' | 'rejectedCents'>> = {
  YU: 'acceptedCents',
  YY: 'rejectedCents',
}

/**
 * How many claims were accepted and rejected (QTY) and what they charge (AMT) is what the claims below come to (STC03, STC04), for
 * the receiver and for each provider.
 */
export function balance277ca(findings: Findings): Balance {
  let receiver = levelOf('2200B')
  let provider = levelOf('2200C')
  let claim: { cents: number; isRejected: boolean } | null = null
  const take = (level: Level, segment: Segment, code: number): void => {
    if (code === stc) level.isTurnedAway ||= isRejected(segment)
    else {
      const value = code === qty ? Number(segment.text(2)) : centsOfElement(segment, 2)
      level.told.set(`${code === qty ? 'QTY' : 'AMT'} ${segment.text(1)}`, { position: segment.position, value })
    }
  }
  const judge = (level: Level): void => {
    const { loop, told, isTurnedAway } = level
    if (isTurnedAway || level.accepted + level.rejected === 0) return
    for (const [key, { position, value }] of told) {
      const [tag = '', kind = ''] = key.split(' ')
      const of = tag === 'QTY' ? counts[kind] : amounts[kind]
      if (of === undefined || level[of] === value) continue
      const shown = (number: number): string => (tag === 'QTY' ? String(number) : shownCents(number))
      const sentence = `${tag}*${kind}: its claims come to ${shown(level[of])}, and ${tag}02 says ${shown(value)}.`
      const found = { level: 3, position, tag, element: 2, loop, code: 'balance', sentence } as const
      findings.add({ ...found, report: ['IK403', 'I12'] })
    }
  }
  return {
    segment(segment, code, loop) {
      if (code !== stc && code !== qty && code !== amt) return
      if (loop === '2200B') take(receiver, segment, code)
      else if (loop === '2200C') take(provider, segment, code)
      else if (loop === '2200D' && code === stc) {
        claim ??= { cents: centsOfElement(segment, 4), isRejected: false }
        claim.isRejected ||= isRejected(segment)
      }
    },
    leave(loop) {
      if (loop === '2200D' && claim) {
        for (const level of [receiver, provider]) {
          level[claim.isRejected ? 'rejected' : 'accepted']++
          level[claim.isRejected ? 'rejectedCents' : 'acceptedCents'] += claim.cents
        }
        claim = null
      } else if (loop === '2000C') {
        receiver.isTurnedAway ||= provider.isTurnedAway
        judge(provider)
        provider = levelOf('2200C')
      } else if (loop === '2000B') {
        judge(receiver)
        receiver = levelOf('2200B')
      }
    },
  }
}

/** By its action (STC03), which decides whatever the status is; without one by a category that no claim survives. */
function isRejected(status: Segment): boolean {
  const action = status.text(3)
  return action === '' ? ['A3', 'A6', 'A7', 'A8'].includes(status.part(1, 1)) : action === 'U'
}

function levelOf(loop: string): Level {
  const none = { accepted: 0, rejected: 0, acceptedCents: 0, rejectedCents: 0 }
  return { loop, told: new Map(), isTurnedAway: false, ...none }
}
