/**
 * What a text asks for, and of whom.
 *
 * everybody   before the first care, and again when the text changed
 * telehealth  before a visit by video or phone
 * offered     never a condition of care: agreement to be texted by an automated system may not be required for a service
 *             (47 CFR 64.1200(f)(9)(i)(B)), and a release of records may not be (45 CFR 164.508(b)(4))
 */
export const consentKinds = {
  treatment: 'everybody',
  'privacy-notice': 'everybody',
  financial: 'everybody',
  telehealth: 'telehealth',
  'text-messages': 'offered',
  release: 'offered',
} as const
export type ConsentKind = keyof typeof consentKinds

export const consentKindNames = Object.keys(consentKinds) as [ConsentKind, ...ConsentKind[]]

/** Whether it is put before people for a visit; what is only offered never is. */
export function isForVisit(kind: ConsentKind, isTelehealth: boolean): boolean {
  return consentKinds[kind] === 'everybody' || (consentKinds[kind] === 'telehealth' && isTelehealth)
}

/**
 * What was agreed to must stay what was read. A new wording of the same meaning may leave earlier signatures good where the
 * law asks for agreement in substance; it may not where the signed words themselves are the permission: an authorization
 * is good for the description, recipient and purpose in it (45 CFR 164.508(c)(1)), and agreement to automated texts for the
 * disclosure that was signed (47 CFR 64.1200(f)(9)).
 */
export function mayKeepMeaning(kind: ConsentKind): boolean {
  return kind !== 'release' && kind !== 'text-messages'
}

/** An authorization without an expiration date or event is not valid (45 CFR 164.508(c)(1)(v)). */
export function needsExpiry(kind: ConsentKind): boolean {
  return kind === 'release'
}

/**
 * Whether a "no" leaves the practice with something to do. Who would not acknowledge the privacy notice was asked, and
 * that they were asked is what must be kept (45 CFR 164.520(c)(2)(ii)); offers may be declined.
 */
export function refusalStaysOpen(kind: ConsentKind): boolean {
  return kind !== 'privacy-notice' && consentKinds[kind] !== 'offered'
}
