import type { Opening } from '../shapes.ts'

/** The group that an opening, or a leg of a chain, joins. */
export function groupOf({ reasons }: Pick<Opening, 'reasons'>): string | undefined {
  return reasons.find(({ code }) => code === 'joins-group')?.groupId
}
