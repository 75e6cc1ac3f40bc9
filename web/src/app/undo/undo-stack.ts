/** A change that can be taken back. */
export type Change = {
  readonly id: number
  /** What was done: "Moved Maria Nguyen to Tue 24 Nov, 10:20". */
  readonly text: string
  /** Takes it back; false when that could not be done, which it has then said itself. */
  readonly takeBack: () => Promise<boolean>
}

export type UndoStack = readonly Change[]

/** As many of the last changes as anybody remembers having made. */
const most = 10

export function pushed(stack: UndoStack, change: Change): UndoStack {
  return [...stack, change].slice(-most)
}

export function without(stack: UndoStack, id: number): UndoStack {
  return stack.filter((one) => one.id !== id)
}

export function newest(stack: UndoStack): Change | null {
  return stack.at(-1) ?? null
}
