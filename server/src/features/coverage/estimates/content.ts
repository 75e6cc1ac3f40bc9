import { estimates } from '@foyer/contract'
import type { z } from 'zod'
import type { EstimateRow } from './store.ts'

export type EstimateContent = z.output<typeof estimates.estimateContent>

/** What the document says; null until it is made. */
export function contentIn({ content }: Pick<EstimateRow, 'content'>): EstimateContent | null {
  return content === null ? null : estimates.estimateContent.parse(content)
}

/** What it says rests on an answer of a payer that is made up, to try things out. */
export function isMadeUp({ price }: Pick<EstimateContent, 'price'>): boolean {
  return price.answers.some(({ isSandbox }) => isSandbox)
}
