import { normalizePhone } from '../phone.ts'

export type CopayKind = 'office' | 'specialist' | 'urgent-care' | 'emergency'

export interface CardCopay {
  readonly kind: CopayKind
  readonly cents: number
  readonly from: string
}

export interface CardPhone {
  /** E.164. */
  readonly phone: string
  readonly from: string
}

const kinds: readonly (readonly [CopayKind, RegExp])[] = [
  ['specialist', /\b(?:specialists?|spec|especialistas?)\b/giu],
  ['urgent-care', /\b(?:urgent(?: care)?|uc|urgencias?)\b/giu],
  ['emergency', /\b(?:emergency(?: room)?|er|ed|emergencias?)\b/giu],
  ['office', /\b(?:office(?: visits?)?|pcp|primary(?: care)?|dr|doctor|visita|ov|copay|copago)\b/giu],
]

/** `$25`, `25.00`; OCR often takes the sign of dollars for S or 8: only a real sign, or a word for it, counts. */
const amount = /^[^\d$%\n]{0,14}\$ ?(\d{1,4})(?:[.,](\d{2}))?(?![\d%])/

export function findCopays(lines: readonly string[]): readonly CardCopay[] {
  const found = new Map<CopayKind, CardCopay>()
  for (const line of lines) {
    if (!line.includes('$')) continue
    for (const [kind, pattern] of kinds) {
      for (const { 0: word, index } of line.matchAll(pattern)) {
        const [, whole, part = '00'] = amount.exec(line.slice(index + word.length)) ?? []
        if (whole === undefined || found.has(kind)) continue
        found.set(kind, { kind, cents: Number(whole) * 100 + Number(part), from: line.trim() })
      }
    }
  }
  return [...found.values()]
}

const phone = /(?<![\d-])(?:1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)/g

export function findPhones(lines: readonly string[]): readonly CardPhone[] {
  const found = new Map<string, CardPhone>()
  for (const line of lines)
    for (const [text] of line.matchAll(phone)) {
      const e164 = normalizePhone(text)
      if (e164 !== null && !found.has(e164)) found.set(e164, { phone: e164, from: line.trim() })
    }
  return [...found.values()]
}
