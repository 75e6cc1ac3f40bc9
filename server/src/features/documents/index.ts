export { type Rotated, rotateKeys } from './sealing/rotate-keys.ts'
export { contentOf } from './content-of.ts'
export { openVault, type Vault } from './sealing/vault.ts'
export { storeFile } from './store-file.ts'
