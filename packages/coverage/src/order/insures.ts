/**
 * What a policy pays for: care as such, injuries at work, accidents of a car, or anything else. Its own kind goes before
 * that of its payer, since many payers sell both.
 */
export function insures(kind: string, payerKind: string): 'care' | 'work' | 'auto' | 'other' {
  if (kind === 'work') return 'work'
  if (kind === 'accident') return 'auto'
  if (payerKind === 'workers-comp') return 'work'
  if (payerKind === 'auto') return 'auto'
  return kind === 'health' ? 'care' : 'other'
}

/** What of it moves the copay of a visit: that it has no part in an illness, or that it is Medicaid. */
export function partOf(
  kind: string,
  payerKind: string,
): { readonly isForAccidents: boolean; readonly isMedicaid: boolean } {
  const what = insures(kind, payerKind)
  return { isForAccidents: what === 'work' || what === 'auto', isMedicaid: what === 'care' && payerKind === 'medicaid' }
}
