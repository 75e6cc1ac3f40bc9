export { normalizedBody } from './body.ts'
export {
  type ConsentKind,
  consentKindNames,
  consentKinds,
  isForVisit,
  mayKeepMeaning,
  needsExpiry,
  refusalStaysOpen,
} from './kinds.ts'
export { lastDayOf } from './last-day.ts'
export {
  type ConsentFacts,
  type ConsentNeed,
  consentNeeds,
  type ConsentState,
  type ConsentText,
  type GivenConsent,
  textFor,
  textsToSign,
} from './needs.ts'
export { isDrawnSignature, longestSignature, signatureField, signaturePath } from './signature.ts'
