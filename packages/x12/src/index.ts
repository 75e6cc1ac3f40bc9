export type { Delimiters } from './delimiters.ts'
export type { Finding, Report, Severity, SnipLevel, Trigger } from './finding.ts'
export type { Group, Interchange, Reading, TransactionSet } from './interchange.ts'
export type { Position } from './position.ts'
export { type CurrentSegment, openReader, type Reader, type ReaderHandler } from './read/open-reader.ts'
export { readInterchanges } from './read/read-interchanges.ts'
export { type Totals, totalsOf } from './read/totals.ts'
export { tagCode } from './read/tag.ts'
export type { Segment } from './segment.ts'
export { elementOffset } from './element-offset.ts'
export { knownGuides } from './grammar/guides.ts'
export { type GroupHead, type InterchangeHead, openTree, type SetHead, type TreeHandler } from './loops/open-tree.ts'
export { keepSegment } from './read/keep-segment.ts'
export { openOutline } from './acknowledge/open-outline.ts'
export { type FollowedSet, type LoopTree, treeOf } from './loops/tree-of.ts'
export { inOrder, validate, validateSet } from './validate/validate.ts'
export { type Explanation, explain, explainSet, sentencesOf } from './explain/explain.ts'
export { explainInterchangeAcknowledgement } from './explain/explain-acknowledgement.ts'
export { partCounter, type PartOfSet, partsOf } from './explain/part-of-set.ts'
export type { Language } from './explain/code-words.ts'
export {
  type ElementError,
  type GroupAcknowledgement,
  groupAcknowledgement,
  type InterchangeAcknowledgement,
  interchangeAcknowledgement,
  type SegmentError,
  type SetAcknowledgement,
} from './write/acknowledgement.ts'
export { type AskedService, type AuthorizationRequest, authorizationRequest } from './write/authorization-request.ts'
export type { CharacterSet } from './write/characters.ts'
export { type AskedClaim, type ClaimStatusRequest, claimStatusRequest } from './write/claim-status-request.ts'
export type { Days, Element, WrittenSegment, WrittenSet } from './write/element.ts'
export { type EligibilityRequest, eligibilityRequest } from './write/eligibility-request.ts'
export type { Address, Member, Organization, Person } from './write/parties.ts'
export {
  type BillingProvider,
  type ClaimLine,
  type ClaimSubscriber,
  type ProfessionalClaim,
  type ProfessionalClaims,
  professionalClaims,
} from './write/professional-claim.ts'
export {
  type GroupToWrite,
  type InterchangeToWrite,
  writeInterchange,
  type Written,
} from './write/write-interchange.ts'
export { type AcknowledgementOptions, acknowledge } from './acknowledge/acknowledge.ts'
export { openValidator } from './validate/open-validator.ts'
