export { useWords as useImportWords } from './use-words.ts'
