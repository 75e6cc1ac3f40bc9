export { CallPill } from './call-pill.tsx'
export { openDemoPhone } from './demo-phone-store.ts'
