export { type Rotated, rotateKeys } from './sealing/rotate-keys.ts'
export { openVault } from './sealing/vault.ts'
export { storeFile } from './store-file.ts'
