/** Letters and digits that are not taken for each other when read aloud or copied from paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const letters = 16

/** A first password such as `k7mw-qd4x-9hra-t2ne`: 79 bits. `fill` is `crypto.getRandomValues`. */
export function suggestPassword(fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const limit = 256 - (256 % alphabet.length)
  let picked = ''
  while (picked.length < letters) {
    // A byte beyond the limit would make the first letters likelier than the others.
    for (const byte of fill(new Uint8Array(letters))) if (byte < limit) picked += alphabet[byte % alphabet.length]
  }
  return picked.slice(0, letters).replaceAll(/(.{4})(?=.)/g, '$1-')
}
