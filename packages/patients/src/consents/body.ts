/**
 * A text as it is compared with another: what differs only in how it was typed (line ends, spaces, blank lines, the two
 * ways of writing an accent) is the same text, and nobody is asked to sign it again.
 */
export function normalizedBody(body: string): string {
  return body
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
