import type { Fields } from '../../history/record-change.ts'

interface Reached {
  readonly system: string
  readonly value: string
  readonly use: string
  readonly shared_with?: string | null
}

/** Numbers that hold, in their order, as the history tells of them: the first of each system, and the further ones. */
export function contactHistory(live: readonly Reached[]): Fields {
  return Object.fromEntries(
    ['phone', 'email'].flatMap((system) => {
      const [first, ...further] = live.filter((one) => one.system === system)
      const texts = further.map(({ value, use, shared_with }) =>
        [value, use, shared_with].filter((part) => part !== null && part !== undefined && part !== '').join(' '),
      )
      return [
        [system, first?.value ?? null],
        [`${system}.further`, texts],
      ]
    }),
  )
}
