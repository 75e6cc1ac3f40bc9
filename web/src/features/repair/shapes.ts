import type { repair, Reply } from '@foyer/contract'

export type Repair = Reply<typeof repair.readRepair>
export type RepairItem = Repair['items'][number]
export type RepairLine = Reply<typeof repair.listRepairs>['repairs'][number]
export type Decision = RepairItem['decision']
export type RepairGroup = Repair['groups'][number]
export type GivenGroup = Repair['given'][number]
export type MessagePreview = Reply<typeof repair.previewRepairMessages>['messages'][number]
export type GroupPlace = Reply<typeof repair.findRepairGroupPlaces>['places'][number]
