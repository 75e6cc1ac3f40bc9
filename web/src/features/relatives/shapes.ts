import type { patients, relatives, Reply } from '@foyer/contract'

export type People = Reply<typeof relatives.listRelatives>
export type Related = People['relatives'][number]
export type GrantedAuthority = Related['authorities'][number]
export type Wish = NonNullable<People['confidentialContact']>
export type Member = Reply<typeof relatives.listHousehold>['people'][number]
export type Found = Reply<typeof patients.searchPatients>['patients'][number]
