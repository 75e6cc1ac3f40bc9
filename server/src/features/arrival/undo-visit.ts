export function undoVisit(..._: unknown[]): Promise<never> {
  throw new Error('being written')
}
