import { codeList } from '../grammar/dictionary.ts'
import type { Segment } from '../segment.ts'
import { centsOfElement } from './amount.ts'
import type { Findings } from './findings.ts'

/** Elements of PLB that say why; the amount follows each. */
const reasons = [3, 5, 7, 9, 11, 13]
const withReference = new Set(codeList('referencedAdjustment'))

/**
 * Adjustments of the provider (835, PLB): none is of nothing; some reasons name what they refer to (PLB03-2); a refund that the
 * provider has sent (72) is negative, as another adjustment takes it back.
 *
 * @returns their sum in cents
 */
export function judgeProviderAdjustments(plb: Segment, findings: Findings): number {
  let sum = 0
  const add = (element: number, component: number | null, code: string, sentence: string): void => {
    const place = component === null ? { element } : { element, component }
    const common = { level: 4, position: plb.position, tag: 'PLB', loop: '835', code: 'situation' } as const
    findings.add({ ...common, ...place, sentence, report: ['IK403', code] })
  }
  for (const element of reasons) {
    if (element > plb.size) break
    const reason = plb.part(element, 1)
    const amount = centsOfElement(plb, element + 1)
    sum += amount
    const [at, amountAt] = [element, element + 1].map((number) => `PLB${String(number).padStart(2, '0')}`)
    if (withReference.has(reason) && plb.part(element, 2) === '') {
      add(element, 2, 'I9', `An adjustment ${reason} (${at}-1) has the number that it refers to (${at}-2).`)
    }
    if (reason === '72' && amount > 0) {
      add(element + 1, null, 'I12', `A refund of the provider (${at}-1 72) is a negative amount (${amountAt}).`)
    }
    if (amount === 0 && isZero(plb.text(element + 1))) {
      add(element + 1, null, 'I12', `An adjustment of the provider is not of 0 (${amountAt}).`)
    }
  }
  return sum
}

function isZero(text: string): boolean {
  return text !== '' && Number(text) === 0
}
