/** What was typed into a search and is carried into the form of a new patient. In memory only: it names somebody. */
let carried = ''

export function carryTyped(text: string): void {
  carried = text
}

/** Gives it away once, so that the next new patient starts empty. */
export function takeTyped(): string {
  const text = carried
  carried = ''
  return text
}
