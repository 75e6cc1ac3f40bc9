/** Small in the middle of a name: de la Cruz, van der Berg, Ortega y Gasset. */
const particles: ReadonlySet<string> = new Set(
  'de del la las los lo y e i da das do dos di della van von der den ter ten zu af av al el bin ibn'.split(' '),
)

/** Stays in capitals in an address: directions, post office box, and whatever has a digit. */
const capitals = /^(?:N|S|E|W|NE|NW|SE|SW|PO|P\.O\.|US|FM|CR|SR|\S*\d\S*)$/

function capital(word: string): string {
  const small = word.toLowerCase()
  const begun = small.replaceAll(
    /(^|[-'’.])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
  // McDonald, but not Mcy: at least three letters behind.
  return begun.replace(/^Mc(\p{L})(?=\p{L}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

/** A name that a card writes in capitals, as people write it. One that has small letters is left as it is. */
export function nameCase(text: string): string {
  if (!isShouted(text)) return text
  return text
    .split(/\s+/)
    .map((word, at) => (at > 0 && particles.has(word.toLowerCase()) ? word.toLowerCase() : capital(word)))
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
