/** A command of `foyer`: what it is called, what it does, what it answers (the exit code). */
export interface Command {
  /** Words after `foyer`, such as `import fhir`. */
  readonly name: string
  readonly usage: string
  readonly summary: string
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>
}

/** Where a command speaks: the answer on standard output, notes on standard error. */
export interface CommandIo {
  /** One JSON document instead of words. */
  readonly json: boolean
  out(text: string): void
  note(text: string): void
}

/** Something the caller wrote is not usable; said in one line, exit code 2. */
export class UsageError extends Error {}
