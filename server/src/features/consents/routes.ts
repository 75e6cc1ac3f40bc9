import { consents } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import type { PracticeBook } from '../practice/index.ts'
import { printConsent } from './print/print-consent.ts'
import { readConsents } from './read-consents.ts'
import { revokeConsent } from './revoke-consent.ts'
import { signConsent } from './sign-consent.ts'
import { endText } from './texts/end-text.ts'
import { listTexts } from './texts/list-texts.ts'
import { writeText } from './texts/write-text.ts'

export function consentsRoutes({ practices }: { practices: PracticeBook }): readonly Route[] {
  return [
    route(consents.listConsentTexts, async (ctx) => ok(await listTexts(ctx, practices))),
    route(consents.writeConsentText, (ctx, { body }) => writeText(ctx, practices, body)),
    route(consents.endConsentText, (ctx, input) => endText(ctx, input)),
    route(consents.readConsents, async (ctx, { params, query }) =>
      ok(await readConsents(ctx, practices, params.patientId, query)),
    ),
    route(consents.signConsent, (ctx, input) => signConsent(ctx, practices, input)),
    route(consents.revokeConsent, (ctx, input) => revokeConsent(ctx, input)),
    route(consents.printConsent, async (ctx, { params }) => ok(await printConsent(ctx, practices, params))),
  ]
}
