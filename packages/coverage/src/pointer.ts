/** What a sentence about a benefit rests on: a segment of the answer, as `@foyer/x12` counts. */
export interface Pointer {
  readonly set: number
  /** From 1, ST being 1. */
  readonly segment: number
  readonly tag: string
}

/** Whether what has this pointer rests on a segment that one of these points to. */
export function isAt(pointers: readonly Pointer[], { pointer }: { readonly pointer: Pointer }): boolean {
  return pointers.some(({ set, segment }) => set === pointer.set && segment === pointer.segment)
}
