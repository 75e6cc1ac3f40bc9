export { type PeopleMapping, type PersonFileField, personFileFields } from './fields.ts'
export { splitFullName } from './full-name.ts'
export { fieldOf as fieldOfColumn, guessColumns } from './guess-columns.ts'
export {
  type FileFault,
  type FileFaultCode,
  type FilePerson,
  mappingLacks,
  readPersonRow,
  type ReadRow,
  rowFaults,
  valueFaults,
} from './read-person.ts'
export { csvCell, csvLine, type FileDelimiter, fileDelimiters, guessDelimiter } from './table-text.ts'
export { readLanguage, readSex } from './values.ts'
