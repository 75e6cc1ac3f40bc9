import type { relatives, Reply } from '@foyer/contract'

export type People = Reply<typeof relatives.listRelatives>
export type Related = People['relatives'][number]
export type GrantedAuthority = Related['authorities'][number]
export type Wish = NonNullable<People['confidentialContact']>
