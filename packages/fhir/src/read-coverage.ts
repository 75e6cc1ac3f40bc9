import { financialStatus } from './codes.ts'
import { codings, concept, identifiers, words } from './datatypes.ts'
import type { CoverageDraft } from './draft.ts'
import { child, children, type Element, note, requiredCode, positive, text } from './element.ts'
import { common, type Place, patientKey, pointed, targetName } from './place.ts'
import { boundary } from './when.ts'

export function readCoverage(element: Element, place: Place): CoverageDraft[] {
  const beneficiary = patientKey(place, element, 'beneficiary', child(element, 'beneficiary'))
  const status = requiredCode(element, 'status', financialStatus, 'active')
  const draft = policy(element, place)
  if (draft.payorKey === undefined && draft.payorName === undefined) {
    note(element, 'payor', 'reference-missing', 'names nobody who pays')
  }
  return [{ ...common(place), kind: 'coverage', patientKey: beneficiary, status, ...draft }]
}

type Policy = Omit<CoverageDraft, 'key' | 'source' | 'path' | 'kind' | 'patientKey' | 'status'>

/** What a Coverage says about the policy itself, wherever it stands. */
export function policy(element: Element, place: Place): Policy {
  const payors = children(element, 'payor').map((reference) => pointed(place, reference, 'Organization'))
  const payor = payors.find((target) => target?.key !== undefined) ?? payors[0]
  const relationship = concept(child(element, 'relationship'))
  const member = identifiers(element).find((identifier) => identifier.type === 'MB')
  return {
    payorKey: payor?.key,
    payorName: targetName(payor),
    planName: classOf(element, 'plan', 'name'),
    memberId: member?.value,
    subscriberId: text(element, 'subscriberId'),
    groupNumber: classOf(element, 'group', 'value'),
    ...span(element),
    relationship: relationship?.code ?? words(relationship),
    order: positive(element, 'order'),
    type: words(concept(child(element, 'type'))),
  }
}

function span(element: Element): { periodStart?: string; periodEnd?: string } {
  const period = child(element, 'period')
  if (period === undefined) return {}
  const periodStart = boundary(period, 'start')
  const periodEnd = boundary(period, 'end')
  if (periodStart !== undefined && periodEnd !== undefined && periodEnd < periodStart) {
    note(period, 'end', 'period-backwards', 'lies before the start')
  }
  return { periodStart, periodEnd }
}

/** A class of the policy by its coverage-class code; a name falls back to its value. */
function classOf(element: Element, code: 'plan' | 'group', part: 'name' | 'value'): string | undefined {
  for (const entry of children(element, 'class')) {
    const isIt = codings(child(entry, 'type')).some((coding) => coding.code === code)
    const name = text(entry, 'name')
    const value = text(entry, 'value')
    if (isIt) return part === 'name' ? (name ?? value) : value
  }
  return undefined
}
