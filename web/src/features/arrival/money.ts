import { formatCents } from '../../ui/index.ts'

/** Cents as on a card: "$25", with cents only where there are some. */
export function formatShortCents(cents: number, locale: string): string {
  const full = formatCents(cents, 'USD', locale)
  return cents % 100 === 0 ? full.replace(/[.,]00(?!\d)/, '') : full
}
