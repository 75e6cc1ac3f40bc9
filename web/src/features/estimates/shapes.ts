import type { estimates, Reply } from '@foyer/contract'

export type Preview = Reply<typeof estimates.previewCost>
export type List = Reply<typeof estimates.listEstimates>
export type Estimate = List['estimates'][number]
export type Line = Preview['low'][number]
export type Missing = Preview['missing'][number]
export type Pays = Preview['pays']

export interface ItemProps {
  readonly patientId: string
  readonly estimate: Estimate
  readonly list: List
}
