import { payments } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import type { PracticeBook } from '../practice/index.ts'
import { collectPayment } from './collect-payment.ts'
import { readReceipt } from './receipt.ts'
import { voidPayment } from './void-payment.ts'

export function paymentsRoutes({ practices }: { practices: PracticeBook }): readonly Route[] {
  return [
    route(payments.collectPayment, (ctx, { params, body }) => collectPayment(ctx, practices, { ...params, ...body })),
    route(payments.voidPayment, (ctx, { params, body }) => voidPayment(ctx, practices, { ...params, ...body })),
    route(payments.readReceipt, async (ctx, { params, query }) =>
      ok(await readReceipt(ctx, practices, { ...params, ...query })),
    ),
  ]
}
