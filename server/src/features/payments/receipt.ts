export function readReceipt(..._: unknown[]): Promise<never> {
  throw new Error('being written')
}
