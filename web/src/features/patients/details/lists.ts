/** The list with the one at `at` a place further up. */
export function movedUp<T>(list: readonly T[], at: number): T[] {
  const before = list[at - 1]
  const one = list[at]
  return before === undefined || one === undefined ? [...list] : list.with(at - 1, one).with(at, before)
}

/** With it, or without it where it was there. */
export function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
}
