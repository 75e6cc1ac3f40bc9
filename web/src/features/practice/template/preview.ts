import type { practice, Reply } from '@foyer/contract'

export type Preview = Reply<typeof practice.previewTemplate>
