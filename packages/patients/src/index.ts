export {
  type Licence,
  type LicenceField,
  type LicenceFieldName,
  readLicence,
} from './aamva/licence.ts'
export { type Age, ageAt } from './age.ts'
export * from './authority/index.ts'
export * from './consents/index.ts'
export * from './coded/index.ts'
export { type AddressLine, readAddressLine } from './address-line.ts'
export { type DateOrder, dateOrderOf, type ReadDate, readDate, saysNoDate } from './date-column.ts'
export {
  type FileKind,
  fileKinds,
  isShowable,
  MOST_PIXELS,
  type SniffedFile,
  sniffFile,
} from './file-kind/file-kind.ts'
export { formatMrn, isMrn, mrnNumber, parseMrn } from './identifier.ts'
export { type CardFieldName } from './insurance-card/labels.ts'
export { type CardCopay, type CopayKind } from './insurance-card/money-and-phones.ts'
export { type CardField, type InsuranceCard, readInsuranceCard } from './insurance-card/read-card.ts'
export { isLanguage, type Language, languageName, languages } from './language.ts'
export { addressCase, nameCase } from './letter-case.ts'
export * from './matching/index.ts'
export { type DeathFault, deathFault } from './death.ts'
export { type FeedOutcome, feedSays } from './feed-says.ts'
export { type FaceSide, faceValue, restrictionsApart, sameValue, saysMore } from './merging.ts'
export {
  displayName,
  foldName,
  initials,
  isTooShortToSearch,
  noName,
  type PersonName,
  searchName,
  sortName,
} from './name.ts'
export { type NameBesides, type NameFault, nameFault } from './names-besides.ts'
export { sameGivenName } from './nickname.ts'
export * from './people-file/index.ts'
export { formatPhone, isPhoneReadable, last4, normalizePhone, type PhoneRegion } from './phone.ts'
export { parseSearch, type PatientSearch } from './query.ts'
export * from './record-words/index.ts'
export * from './registration/index.ts'
export { addressText, type HomeAddress, isEmptyAddress, isWholeAddress } from './residence/home-address.ts'
export {
  earliestMove,
  type FormerHomeFault,
  formerHomeFault,
  isBackwards,
  move,
  overlap,
  type Period,
  type Residence,
} from './residence/move.ts'
export { sameHome } from './residence/same-home.ts'
export * from './search/index.ts'
export { jaroWinkler } from './similarity.ts'
