/** Folded words that stand before a family name and are as often left out or written together with it. */
const particles = new Set(
  'al ap ben bin da das de del den der di do dos du el ibn la las le los mac mc o san santa st te ten ter van vander von y zu zum zur'.split(
    ' ',
  ),
)

export function isParticle(word: string): boolean {
  return particles.has(word)
}

export interface TypedWord {
  readonly word: string
  /** The same with the particles that were typed before it: `delacruz` of `de la cruz`. */
  readonly glued: string | null
}

/** Typed names without their particles, unless there is nothing else. */
export function withoutParticles(words: readonly string[]): readonly TypedWord[] {
  const kept: TypedWord[] = []
  let before = ''
  for (const word of words) {
    if (isParticle(word)) before += word
    else {
      kept.push({ word, glued: before === '' ? null : before + word })
      before = ''
    }
  }
  return kept.length > 0 ? kept : words.map((word) => ({ word, glued: null }))
}
