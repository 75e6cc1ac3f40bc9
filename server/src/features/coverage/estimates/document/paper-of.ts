import { Temporal } from '@foyer/kernel'
import { plain } from '../../../../platform/pdf/page-text.ts'
import type { Practice } from '../../../practice/index.ts'
import { patientLanguage } from '../../../scheduling/index.ts'
import { askedIn } from '../asked.ts'
import { contentIn } from '../content.ts'
import { signatureIn } from '../signature.ts'
import type { EstimateLine } from '../store.ts'
import type { EstimatePaper } from './estimate-pdf.ts'
import { estimateWords } from './words.ts'

/** What is drawn of an estimate; null until it is made. */
export function paperOf(row: EstimateLine, practice: Practice): EstimatePaper | null {
  const content = contentIn(row)
  if (!content || row.low_cents === null || row.high_cents === null || row.made_at === null) return null
  const language = patientLanguage(row.language)
  const signature = signatureIn(row)
  const timeZone = practice.sites.get(askedIn(row).siteId)?.timeZone ?? 'UTC'
  const at = (instant: string): string =>
    plain(
      Temporal.Instant.from(instant).toLocaleString(estimateWords[language].locale, {
        timeZone,
        dateStyle: 'long',
        timeStyle: 'short',
      }),
    )
  return {
    language,
    // The check of the column lets in only these.
    kind: row.kind as EstimatePaper['kind'],
    content,
    serviceDate: row.service_date,
    lowCents: row.low_cents,
    highCents: row.high_cents,
    signature: signature && { ...signature, at: at(signature.signedAt) },
    createdAt: Temporal.Instant.from(row.made_at).epochMilliseconds,
  }
}
