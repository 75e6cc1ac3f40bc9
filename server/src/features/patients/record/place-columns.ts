import type { Body, record } from '@foyer/contract'

export function placeColumns(body: Omit<Body<typeof record.addPlace>, 'version'>) {
  return {
    use: body.use,
    address: JSON.stringify(body.address),
    period_start: body.periodStart,
    period_end: body.periodEnd,
  }
}
