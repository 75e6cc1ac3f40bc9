export function collectPayment(..._: unknown[]): Promise<never> {
  throw new Error('being written')
}
