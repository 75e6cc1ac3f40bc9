import type { PayerExchange } from '../../platform/ports/payer-exchange.ts'
import type { PracticeBook } from '../practice/index.ts'

export interface CoverageDeps {
  readonly practices: PracticeBook
  readonly exchange: PayerExchange
  /** Of the installation; keys of organizations are derived from it. */
  readonly secret: string
  /** Null: links can not be sent to anybody. */
  readonly publicUrl: string | null
}
