/** Folded words that stand before a family name and are as often left out or written together with it. */
const particles = new Set(
  'abu ait al ap as ash at az ben bin bint binti da das de del den der di do dos du e el ibn la las le los mac mc o ould san santa st te ten ter um umm van vander von y zu zum zur'.split(
    ' ',
  ),
)

/**
 * What is said of somebody as often as not: of Burmese (`daw`, `u`, `ma`, `ko`, `maung`), Ethiopian (`ato`, `w/ro`) and Western
 * titles, of Sikhs `singh` and `kaur`, of Vietnamese `thi`.
 */
const titles = new Set(
  'ato daw doctor don dona dr hajji hajj haj herr frau kaur ko ma maung miss mme mr mrs ms naw saw senor senora sheikh shri singh smt sr sra sri srta thi u w ro woizero weizero'.split(
    ' ',
  ),
)

/** A Russian, Ukrainian or Bulgarian name after the father, which few records have: `sergeevna`, `ivanovich`. */
const patronymic = /.{2}(?:[oei]vich|[oei]vych|[oei]vna|ichna|inichna)$/

/** Whether a typed word may be left out. */
export function isParticle(word: string): boolean {
  return particles.has(word) || titles.has(word) || patronymic.test(word)
}

/** What is written into one word with the name that follows: `alrashid`, `delacruz`, of Ethiopians `gebremedhin`. */
const gluedParticles = 'abu al bin da de del dela di el gebre haile mac mc o van von wolde'.split(' ')
/** Shorter names would be found behind every beginning. */
const shortestGlued = 4

/** The names in a folded word that may begin with a particle: `cruz`, and `lacruz`, of `delacruz`. */
export function namesBehindParticles(word: string): readonly string[] {
  return gluedParticles.flatMap((particle) => {
    const name = word.slice(particle.length)
    return name.length >= shortestGlued && word.startsWith(particle) ? [name] : []
  })
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
