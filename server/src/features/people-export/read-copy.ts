import type { peopleExport, Refusal } from '@foyer/contract'
import { personBundle } from '@foyer/fhir'
import { dateAt, ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { displayName } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Media } from '../../platform/http/route.ts'
import { contentOf, type Vault } from '../documents/index.ts'
import { copySections } from './copy-lines.ts'
import { drawCopy } from './copy-pdf.ts'
import { copyWords } from './copy-words.ts'
import { gatherCopy, type PersonCopy } from './gather.ts'
import { mayHaveCopy, readStanding } from './may-have.ts'
import { findRequest, type RequestRow } from './store.ts'

type Refused = Refusal<typeof peopleExport.readCopyPdf>
type Wanted = { readonly patientId: string; readonly requestId: string }

interface Copy {
  readonly copy: PersonCopy
  readonly request: RequestRow
  /** Who asked in the patient's place. */
  readonly givenTo: string | null
}

const languageOf = ({ language }: RequestRow): 'en' | 'es' => (language === 'es' ? 'es' : 'en')

/** What is given is what may be given now: an authority may have ended since it was asked for. */
async function copyOf(ctx: Ctx, { patientId, requestId }: Wanted): Promise<Result<Copy, Refused>> {
  ctx.touch(patientId, requestId)
  const request = await findRequest(ctx.db, patientId, requestId)
  if (!request) throw new Problem('not-found')
  const standing = await readStanding(ctx, ctx.db, patientId)
  const asker = standing.relatives.find(({ row }) => row.id === request.related_person_id) ?? null
  const isPatient = request.related_person_id === null && request.by_patient
  if (!isPatient && (!asker || !mayHaveCopy(asker, standing)))
    return refuse({ reason: 'may-not-have', name: request.asked_by_name })
  const copy = await gatherCopy(ctx, patientId, standing, asker, languageOf(request))
  return ok({ copy, request, givenTo: isPatient ? null : request.asked_by_name })
}

/** By the names that are in this copy: what somebody likes to be called is theirs to tell. */
function nameOf({ names }: PersonCopy): string {
  const [own] = names
  const called = names.find(({ use }) => use === 'nickname')
  const [given = '', middle] = own?.given ?? []
  return displayName({
    given,
    middle,
    family: own?.family ?? '',
    preferred: called?.given[0],
    suffix: own?.suffix ?? undefined,
  })
}

export async function readCopyPdf(ctx: Ctx, wanted: Wanted): Promise<Result<Media, Refused>> {
  const found = await copyOf(ctx, wanted)
  if (!found.ok) return found
  const { copy, request, givenTo } = found.value
  const words = copyWords[languageOf(request)]
  const today = Temporal.PlainDate.from(dateAt(ctx.now, copy.zone))
  const bytes = await drawCopy(
    {
      practiceName: ctx.organization.name,
      patientName: nameOf(copy),
      mrn: copy.mrn,
      givenTo,
      dayText: today.toLocaleString(words.locale, { year: 'numeric', month: 'long', day: 'numeric' }),
      atMs: ctx.now.epochMilliseconds,
      sections: copySections(copy, words, givenTo !== null),
    },
    words,
  )
  return ok({ media: 'application/pdf', filename: 'record.pdf', bytes, isAttachment: true })
}

/** Files of more than this in all make a bundle that few programs open; those that are left are given one by one. */
const MOST_BYTES = 64 * 1024 * 1024

/** With the files of its documents, the newest first as far as there is room. */
async function withFiles(ctx: Ctx, vault: Vault, copy: PersonCopy): Promise<PersonCopy> {
  const data = new Map<string, string>()
  let room = MOST_BYTES
  for (const { id } of copy.documents.toReversed()) {
    const bytes = await contentOf(ctx.db, vault, { patientId: copy.id, documentId: id })
    if (!bytes || bytes.length > room) continue
    room -= bytes.length
    data.set(id, bytes.toString('base64'))
  }
  return { ...copy, documents: copy.documents.map((one) => ({ ...one, data: data.get(one.id) ?? null })) }
}

export async function readCopyFhir(ctx: Ctx, vault: Vault, wanted: Wanted): Promise<Result<Media, Refused>> {
  const found = await copyOf(ctx, wanted)
  if (!found.ok) return found
  const bundle = personBundle(await withFiles(ctx, vault, found.value.copy), {
    practice: ctx.organization.name,
    at: ctx.now.toString(),
    provenanceId: ctx.newId(),
  })
  const bytes = Buffer.from(JSON.stringify(bundle, null, 2))
  return ok({ media: 'application/fhir+json', filename: 'record.json', bytes, isAttachment: true })
}
