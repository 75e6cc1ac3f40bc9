export function voidPayment(..._: unknown[]): Promise<never> {
  throw new Error('being written')
}
