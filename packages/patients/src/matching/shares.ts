/** How often single values of a field occur among all; `rest` is the share of a value that is not listed. */
export type ShareTable = { readonly of: ReadonlyMap<string, number>; readonly rest: number | null }

export type Shares = { readonly [F in 'given' | 'family' | 'city']?: ShareTable | undefined }
