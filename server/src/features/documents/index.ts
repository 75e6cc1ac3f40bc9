export { type Rotated, rotateKeys } from './sealing/rotate-keys.ts'
