/** The parts of a line that say something. */
export function joined(...parts: readonly (string | null | false | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '').join(' · ')
}
