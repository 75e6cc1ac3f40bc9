import { foldName } from '../name.ts'
import { sameGivenName } from '../nickname.ts'
import { type ReasonLanguage, type ReasonWord, reasonWords } from './explain-words.ts'
import type { MatchPerson } from './record.ts'
import type { Evidence, PairScore } from './scorer.ts'

/**
 * One reason in words. `agrees` has a positive weight and `differs` a negative one; `differs-but` is a difference that is
 * explained, such as a nickname; `remark` is a rule that stands above the weights.
 */
export type Reason = {
  readonly kind: 'agrees' | 'differs' | 'differs-but' | 'remark'
  readonly text: string
  readonly weight: number
}

/** The two records, for reasons that name what stands in them, and what the third is called that both agree with. */
export type Explained = {
  readonly a: Pick<MatchPerson, 'name'>
  readonly b: Pick<MatchPerson, 'name'>
  readonly through?: string | undefined
}

/** Weights that prove nothing either way are not worth a word. */
const telling = 0.05

/** The words for one piece of evidence; null for a field or outcome that is not known. */
export function reasonText(field: string, outcome: string, language: ReasonLanguage): string | null {
  const word = `${field}_${outcome}`
  return isWord(word) ? reasonWords[language][word] : null
}

/** What agrees, then what differs, each by its weight, then remarks. The order of the two records does not matter. */
export function explain(pair: PairScore, language: ReasonLanguage, records?: Explained): readonly Reason[] {
  const reasons = pair.evidence.flatMap((evidence): Reason[] => {
    const kind = kindOf(evidence)
    const text = reasonText(evidence.field, evidence.outcome, language)
    if (!kind || text === null) return []
    return [{ kind, text: withDetail(text, evidence, language, records), weight: evidence.weight }]
  })
  const order = ['agrees', 'differs-but', 'differs', 'remark']
  return reasons.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || Math.abs(b.weight) - Math.abs(a.weight),
  )
}

/** `same birth date, same phone, last name sounds alike; first name differs (Bob / Robert is a nickname)` */
export function explainInOneLine(reasons: readonly Reason[]): string {
  const textOf = (...kinds: readonly Reason['kind'][]): string =>
    reasons.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join(', ')
  return [textOf('agrees'), textOf('differs-but', 'differs'), textOf('remark')].filter(Boolean).join('; ')
}

function kindOf({ field, outcome, weight }: Evidence): Reason['kind'] | null {
  if (field === 'rule') return 'remark'
  if (Math.abs(weight) < telling) return null
  if (field === 'given' && outcome === 'variant' && weight > 0) return 'differs-but'
  if ((outcome === 'same' && weight < 0) || (outcome === 'different' && weight > 0)) return null
  return weight > 0 ? 'agrees' : 'differs'
}

function withDetail(text: string, { field, outcome }: Evidence, language: ReasonLanguage, records?: Explained): string {
  if (outcome === 'through-another' && records?.through !== undefined) {
    return reasonWords[language].agreeWith.replace('{{record}}', () => records.through ?? '')
  }
  const detail = field === 'given' ? givenDetail(outcome, language, records) : null
  return detail ? `${text} (${detail})` : text
}

function givenDetail(outcome: string, language: ReasonLanguage, records: Explained | undefined): string | null {
  const words = reasonWords[language]
  const written = [records?.a.name.given ?? '', records?.b.name.given ?? ''].toSorted()
  const [one = '', other = ''] = written.map((name) => foldName(name).replaceAll(' ', ''))
  if (one === '' || other === '') return null
  if (outcome === 'same') return one === other ? null : words.isPreferred
  if (outcome !== 'variant') return null
  const names = written.join(' / ')
  if (sameGivenName(one, other)) return words.isNickname.replace('{{names}}', () => names)
  const [first = '', second = ''] = written.map((name) => ` ${foldName(name)} `)
  const isPart = first
    .trim()
    .split(' ')
    .some((word) => second.includes(` ${word} `))
  return isPart ? words.isPart.replace('{{names}}', () => names) : words.isAnotherWord
}

function isWord(word: string): word is ReasonWord {
  return Object.hasOwn(reasonWords.en, word)
}
