/** Small in the middle of a name: de la Cruz, van der Berg, Ortega y Gasset. */
const particles: ReadonlySet<string> = new Set(
  'de del la las los lo y e i da das do dos di della van von der den ter ten zu af av al el bin ibn'.split(' '),
)

/** Stays in capitals in an address: directions, post office box, and whatever has a digit. */
const capitals = /^(?:N|S|E|W|NE|NW|SE|SW|PO|P\.O\.|US|FM|CR|SR|\S*\d\S*)$/

/**
 * What stands behind Mac in names that are written MacDonald. Only where hardly anybody writes it otherwise: Mackenzie is a given
 * name, and Mack, Macey, Machado and Macias have nothing to do with it.
 */
const behindMac = new RegExp(
  `^Mac(${'allister arthur askill aulay callum donald donell donnell dougall dowell eachern farlane gillivray gregor innes innis intyre isaac kinnon lachlan laughlin lean lellan lennan leod millan naughton neil neill phail phee pherson quarrie queen rae tavish vicar'.replaceAll(' ', '|')})$`,
)

const generations = /^(?:II|III|IV)$/

function capital(word: string): string {
  // A capital İ becomes an i with its dot beside it, which is one too many.
  const small = word.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i')
  return word.startsWith('İ') ? `İ${partsWritten(small).slice(1)}` : partsWritten(small)
}

/** Each part between hyphens, O'Brien and D'Angelo, but St. John's. */
function partsWritten(small: string): string {
  return small.replaceAll(
    /(^|[-.]|['’](?=\p{L}{2}))(\p{L}\p{M}*)(\p{L}*)/gu,
    (_, before: string, first: string, rest: string) => before + ofScots(first.toUpperCase() + rest),
  )
}

/** McDonald, but not Mcy: at least three letters behind. */
function ofScots(part: string): string {
  const begun = /^Mc(?=\p{L}{3})/u.test(part) ? 2 : behindMac.test(part) ? 3 : 0
  return begun === 0 ? part : part.slice(0, begun) + part.charAt(begun).toUpperCase() + part.slice(begun + 1)
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

/**
 * A name that a card or a payer writes in capitals, as people write it: McDonald, O'Brien, Smith-Jones, Ana de la Cruz, Smith III,
 * Smith Jr. One that has small letters is left as it is.
 */
export function nameCase(text: string): string {
  if (!isShouted(text)) return text
  const words = text.split(/\s+/)
  return words
    .map((word, at) => {
      const small = word.toLowerCase()
      if (at > 0 && generations.test(word)) return word
      // Something stands behind a particle; a last E or LA is an initial or a name.
      return at > 0 && at < words.length - 1 && particles.has(small) ? small : capital(word)
    })
    .join(' ')
}

export function addressCase(text: string): string {
  if (!isShouted(text)) return text
  return text
    .split(/\s+/)
    .map((word) => (capitals.test(word) ? word : capital(word)))
    .join(' ')
}

/** Generations: Jr, Sr, III. */
export function suffixCase(text: string): string {
  const bare = text.replaceAll('.', '').toUpperCase()
  return /^(?:JR|SR)$/.test(bare) ? `${bare[0]}${bare.slice(1).toLowerCase()}` : bare
}
