import { findLabelled } from './find-labels.ts'
import type { CardFieldName } from './labels.ts'
import { type CardCopay, type CardPhone, findCopays, findPhones } from './money-and-phones.ts'
import { findPayer, type KnownPayer } from './payer.ts'

/** A value to propose, and the words it was read from. */
export interface CardField {
  readonly name: CardFieldName
  readonly value: string
  readonly from: string
  /** Of a payer: which of those known. */
  readonly payerId?: string
}

export interface InsuranceCard {
  readonly fields: readonly CardField[]
  readonly copays: readonly CardCopay[]
  readonly phones: readonly CardPhone[]
}

/** Medicare Beneficiary Identifier: eleven places, letters but S, L, O, I, B and Z (CMS, Understanding the MBI). */
const mbi =
  /\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}\b/

const planTypes = /\b(?:[A-Z][\w&+-]* ){0,4}(?:PPO|HMO|EPO|POS|HDHP|PFFS|D-?SNP)\b(?: (?!and\b)[A-Z0-9][\w+-]*){0,2}/

const order: readonly CardFieldName[] = [
  'payer',
  'plan',
  'memberId',
  'groupNumber',
  'subscriberName',
  'effectiveDate',
  'rxBin',
  'rxPcn',
  'rxGroup',
]

/** Marks that a reader of pictures makes of edges and stains; accents are left off labels only. */
function cleaned(line: string): string {
  return line
    .normalize('NFC')
    .replaceAll(/[“”«»‘`´^~_{}<>\\]/g, ' ')
    .replaceAll(/[—–]/g, '-')
    .replaceAll(/(?<=\p{L})[óòô](?=\p{L})/gu, 'o')
    .replaceAll(/(?<=\p{L})[íì](?=\p{L}|o)/gu, 'i')
    .replaceAll(/(?<=[Nn])[úù](?=m)/gu, 'u')
    .trimEnd()
}

/**
 * Reads the text of an insurance card (front, back or both) as a reader of pictures gives it, with its mistakes. Only
 * what stands behind a label that names it, or has a form that nothing else has, is proposed; whoever holds the card
 * confirms each.
 */
export function readInsuranceCard(text: string, payers: readonly KnownPayer[]): InsuranceCard {
  const lines = text
    .split(/\r?\n/)
    .map(cleaned)
    .filter((line) => /[\p{L}\p{N}]{2}/u.test(line))
  const best = new Map<CardFieldName, CardField & { readonly weight: number }>()
  const offer = (field: CardField, weight: number): void => {
    if (weight > (best.get(field.name)?.weight ?? 0)) best.set(field.name, { ...field, weight })
  }
  for (const { weight, ...field } of findLabelled(lines)) offer(field, weight)
  for (const line of lines) {
    const [number] = mbi.exec(line.toUpperCase()) ?? []
    if (number !== undefined) offer({ name: 'memberId', value: number.replaceAll('-', ''), from: line.trim() }, 6)
    const [plan] = planTypes.exec(line) ?? []
    if (plan !== undefined) offer({ name: 'plan', value: plan.trim(), from: line.trim() }, 1)
  }
  const payer = findPayer(lines, payers)
  if (payer) offer({ name: 'payer', ...payer }, 1)
  const group = best.get('groupNumber')
  // One number is not both: a bare "ID" beside a group's label took the group's.
  if (group && group.value === best.get('memberId')?.value) best.delete('groupNumber')
  return {
    fields: order.flatMap((name) => {
      const found = best.get(name)
      if (!found) return []
      const { weight: _, ...field } = found
      return [field]
    }),
    copays: findCopays(lines),
    phones: findPhones(lines),
  }
}
