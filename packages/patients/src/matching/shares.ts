/** How often single values of a field occur among all; `rest` is the share of a value that is not listed. */
export type ShareTable = { readonly of: ReadonlyMap<string, number>; readonly rest: number | null }

/** `day` is the day of the year of a birth, `MM-DD`. */
export type Shares = { readonly [F in 'given' | 'family' | 'city' | 'day']?: ShareTable | undefined }
