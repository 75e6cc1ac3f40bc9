import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ConsentKind, consentKindNames } from './kinds.ts'
import { type ConsentFacts, consentNeeds, type ConsentText, type GivenConsent, textFor } from './needs.ts'

const DATE = '2026-11-28'

function aText(overrides: Partial<ConsentText> = {}): ConsentText {
  const { kind = 'treatment', version = 1, language = 'en' } = overrides
  return {
    id: `${kind} ${version} ${language}`,
    kind,
    version,
    language,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    isMaterial: true,
    ...overrides,
  }
}

function aConsent(text: ConsentText, overrides: Partial<GivenConsent> = {}): GivenConsent {
  const signedAt = '2026-06-01T15:00:00Z'
  return { id: 'c', textId: text.id, decision: 'permit', signedAt, expiresOn: null, isRevoked: false, ...overrides }
}

function ask(facts: Partial<ConsentFacts>, kind: ConsentKind = 'treatment') {
  const all = { texts: [], consents: [], date: DATE, languages: ['en'], isTelehealth: false, ...facts }
  return consentNeeds(all).find((need) => need.kind === kind)
}

test('what was never signed is asked, in the language the person reads', () => {
  const texts = [aText(), aText({ language: 'es' })]
  expect(ask({ texts, languages: ['es-MX'] })).toMatchObject({ state: 'missing', isAsked: true, text: texts[1] })
  expect(ask({ texts, languages: ['vi'] })?.text).toBe(texts[0])
  expect(ask({ texts, languages: ['vi', 'es'] })?.text).toBe(texts[1])
  expect(textFor([aText({ language: 'pt' })], ['vi'])?.language).toBe('pt')
})

test('signed on the last day it is good, asked the day after', () => {
  const text = aText()
  const consents = [aConsent(text, { expiresOn: DATE })]
  expect(ask({ texts: [text], consents })?.state).toBe('signed')
  expect(ask({ texts: [text], consents, date: '2026-11-29' })).toMatchObject({ state: 'expired', isAsked: true })
})

test('a text that says something else asks again from its first day; other words of the same meaning do not', () => {
  const first = aText()
  const second = aText({ version: 2, effectiveFrom: DATE })
  const consents = [aConsent(first)]
  expect(ask({ texts: [first, second], consents, date: '2026-11-27' })?.state).toBe('signed')
  expect(ask({ texts: [first, second], consents })).toMatchObject({ state: 'changed', isAsked: true, text: second })
  const reworded = { ...second, isMaterial: false }
  expect(ask({ texts: [first, reworded], consents })).toMatchObject({ state: 'signed', text: reworded })
  // The third says the same as the second, which said something else than the first.
  expect(ask({ texts: [first, second, aText({ version: 3, isMaterial: false })], consents })?.state).toBe('changed')
})

test('a translation that comes later, or changes, asks nobody who signed in another language', () => {
  const en = aText()
  const es = [aText({ language: 'es' }), aText({ language: 'es', version: 2 })]
  expect(ask({ texts: [en, ...es], consents: [aConsent(en)], languages: ['es'] })?.state).toBe('signed')
})

test('words that are not known any more count as signed and are never put before anybody', () => {
  const old = aText({ version: 0, language: 'vi' })
  expect(ask({ texts: [old], languages: ['vi'] })).toBeUndefined()
  const now = aText({ isMaterial: false })
  expect(ask({ texts: [old, now], consents: [aConsent(old)], languages: ['vi'] })).toMatchObject({
    state: 'signed',
    text: now,
  })
})

test('a no and a revocation are not asked again; treatment stays open, the notice does not', () => {
  const treatment = aText()
  const notice = aText({ kind: 'privacy-notice' })
  const texts = [treatment, notice]
  const consents = [aConsent(treatment, { isRevoked: true }), aConsent(notice, { id: 'd', decision: 'deny' })]
  expect(ask({ texts, consents })).toMatchObject({ state: 'revoked', isAsked: false, isOpen: true })
  expect(ask({ texts, consents }, 'privacy-notice')).toMatchObject({ state: 'denied', isAsked: false, isOpen: false })
})

test('the last word counts', () => {
  const text = aText()
  const denied = aConsent(text, { id: 'a', decision: 'deny', signedAt: '2026-07-01T15:00:00Z' })
  expect(ask({ texts: [text], consents: [aConsent(text), denied] })?.state).toBe('denied')
  const later = aConsent(text, { signedAt: '2026-08-01T15:00:00Z' })
  expect(ask({ texts: [text], consents: [denied, later] })?.state).toBe('signed')
})

test('telehealth is asked for a visit by video, texting and release never by themselves', () => {
  const texts = consentKindNames.map((kind) => aText({ kind }))
  const asked = (isTelehealth: boolean) =>
    consentNeeds({ texts, consents: [], date: DATE, languages: ['en'], isTelehealth })
      .filter((need) => need.isAsked)
      .map(({ kind }) => kind)
  expect(asked(false)).toEqual(['treatment', 'privacy-notice', 'financial'])
  expect(asked(true)).toEqual(['treatment', 'privacy-notice', 'financial', 'telehealth'])
})

test('a text the practice stopped asking is not needed', () => {
  expect(ask({ texts: [aText({ effectiveTo: '2026-11-27' })] })).toBeUndefined()
  expect(ask({ texts: [aText({ effectiveTo: DATE })] })?.state).toBe('missing')
})

const someText = fc.record({
  kind: fc.constantFrom(...consentKindNames),
  version: fc.integer({ min: 0, max: 4 }),
  language: fc.constantFrom('en', 'es', 'vi'),
  effectiveFrom: fc.constantFrom('2026-01-01', '2026-06-01', DATE, '2027-01-01'),
  effectiveTo: fc.constantFrom(null, '2026-11-01', '2027-01-01'),
  isMaterial: fc.boolean(),
})
const someTexts = fc
  .uniqueArray(someText, { maxLength: 12, selector: (text) => `${text.kind} ${text.version} ${text.language}` })
  .map((texts) => texts.map((text) => aText(text)))
const someFacts = someTexts.chain((texts) =>
  fc.record({
    texts: fc.constant(texts),
    consents: fc
      .array(
        fc.record({
          at: fc.nat({ max: Math.max(texts.length - 1, 0) }),
          decision: fc.constantFrom('permit' as const, 'deny' as const),
          signedAt: fc.constantFrom('2026-02-01T15:00:00Z', '2026-07-01T15:00:00Z', '2026-11-27T15:00:00Z'),
          expiresOn: fc.constantFrom(null, '2026-11-27', '2027-06-01'),
          isRevoked: fc.boolean(),
        }),
        { maxLength: texts.length === 0 ? 0 : 6 },
      )
      .map((rows) => rows.map(({ at, ...row }, index) => ({ ...row, id: String(index), textId: texts[at]?.id ?? '' }))),
    date: fc.constant(DATE),
    languages: fc.subarray(['es', 'vi', 'en']),
    isTelehealth: fc.boolean(),
  }),
)

test('what stands for one kind does not depend on texts of another', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...consentKindNames), (facts, kind) => {
      const others = { ...facts, texts: facts.texts.filter((text) => text.kind === kind) }
      expect(ask(others, kind)).toEqual(ask(facts, kind))
    }),
  )
})

test('whoever answers, either way, what was put before them is not asked it again that day', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom('permit' as const, 'deny' as const), (facts, decision) => {
      for (const { text, isAsked } of consentNeeds(facts)) {
        if (!isAsked) continue
        const answer = aConsent(text, { id: 'new', decision, signedAt: '2026-11-28T15:00:00Z' })
        const after = ask({ ...facts, consents: [...facts.consents, answer] }, text.kind as ConsentKind)
        expect(after?.isAsked).toBe(false)
      }
    }),
  )
})

test('a text of another meaning asks everybody who had signed the one before in its language', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const { kind, state, consent } of consentNeeds(facts)) {
        const signed = facts.texts.find(({ id }) => id === consent?.textId)
        if (state !== 'signed' || !signed) continue
        const next = aText({
          ...signed,
          id: 'next',
          version: 9,
          isMaterial: true,
          effectiveFrom: DATE,
          effectiveTo: null,
        })
        expect(ask({ ...facts, texts: [...facts.texts, next] }, kind)?.state).toBe('changed')
        const same = { ...next, isMaterial: false }
        expect(ask({ ...facts, texts: [...facts.texts, same] }, kind)?.state).toBe('signed')
      }
    }),
  )
})
