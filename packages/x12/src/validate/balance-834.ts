import type { Position } from '../position.ts'
import { tagCode } from '../read/tag.ts'
import type { Balance } from './balance.ts'
import type { Findings } from './findings.ts'

const [qty, ins] = ['QTY', 'INS'].map(tagCode)
const counted: Readonly<Record<string, string>> = { TO: 'members', ET: 'subscribers', DT: 'dependents' }

/** Totals in the head of an enrolment (QTY) are those of its members (INS). */
export function balance834(findings: Findings): Balance {
  const totals: { readonly kind: string; readonly said: number; readonly position: Position }[] = []
  const found: Record<string, number> = { TO: 0, ET: 0, DT: 0 }
  const count = (kind: string): void => {
    found[kind] = (found[kind] ?? 0) + 1
  }
  return {
    segment(segment, code, loop) {
      if (code === qty && loop === '834') {
        totals.push({ kind: segment.text(1), said: Number(segment.text(2)), position: segment.position })
      } else if (code === ins) {
        count('TO')
        count(segment.text(1) === 'Y' ? 'ET' : 'DT')
      }
    },
    leave(loop) {
      if (loop !== '834') return
      for (const { kind, said, position } of totals) {
        const what = counted[kind]
        if (what === undefined || found[kind] === said) continue
        const sentence = `QTY02 says ${said} ${what}, and there are ${found[kind]}.`
        findings.add({
          level: 3,
          position,
          tag: 'QTY',
          element: 2,
          code: 'balance',
          sentence,
          report: ['IK403', 'I12'],
        })
      }
    },
  }
}
