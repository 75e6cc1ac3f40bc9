import type { consents, Reply } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { todayAt } from '../today.ts'
import { presentText } from './present.ts'
import { selectSignatures, selectTexts } from './store.ts'

export async function listTexts(ctx: Ctx, practices: PracticeBook): Promise<Reply<typeof consents.listConsentTexts>> {
  const [today, texts, signatures] = await Promise.all([
    todayAt(ctx, practices),
    selectTexts(ctx.db),
    selectSignatures(ctx.db),
  ])
  return { today, texts: texts.map((row) => ({ ...presentText(row), signed: signatures.get(row.id) ?? 0 })) }
}
