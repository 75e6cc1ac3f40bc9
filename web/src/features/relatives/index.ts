export { MayTellDialog } from './may-tell-dialog.tsx'
export { useKinText } from './use-kin-text.ts'
export { useWayText } from './use-way-text.ts'
export { WhoAsksButton } from './who-asks-button.tsx'
