/** One measured number. Without a target it is only told; `isOk` then says that its measurement went well. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target: string | null
  readonly isOk: boolean
}

export interface Report {
  readonly figures: readonly Figure[]
  /** Markdown: a table and what a reader should know beside it. */
  readonly text: string
  readonly database: string | null
  /** Pictures that the text refers to, by their names in the folder `results`. */
  readonly pictures?: Readonly<Record<string, string>>
}

export interface TopicOptions {
  /** Leaves the data folder behind. */
  readonly keep: boolean
  /** Folder for CPU profiles of the server, one a load; null takes none. */
  readonly profileFolder: string | null
  readonly note: (text: string) => void
}

export type Topic = (options: TopicOptions) => Promise<Report>
