export { CopiesPanel } from './copies-panel.tsx'
export { CopiesDueNote } from './due-note.tsx'
export { useWords as useCopiesWords } from './use-words.ts'
