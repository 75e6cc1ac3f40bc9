import { payments } from '@foyer/contract'
import type { TestClient } from '../../platform/testing/test-app.ts'

/** A payment by card, taken at the desk through the use case. */
export async function aPayment(client: TestClient, appointmentId: string, amountCents: number): Promise<string> {
  const { body } = await client.call(payments.collectPayment, {
    appointmentId,
    amountCents,
    method: 'card',
    cardLast4: '4242',
  })
  return body.id
}
