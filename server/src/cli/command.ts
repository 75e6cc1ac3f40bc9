/** What a command does; answers the exit code. */
export type Run = (args: readonly string[], io: CommandIo) => Promise<number>

/** A command of `foyer`: what it is called and what it does. */
export interface Command {
  /** Words after `foyer`, such as `import fhir`. */
  readonly name: string
  readonly usage: string
  readonly summary: string
  /** Loaded once it is asked for: nobody who checks a file waits for the server to be read, nor holds it in memory. */
  readonly load: () => Promise<Run>
}

/** Where a command speaks: the answer on standard output, notes on standard error. */
export interface CommandIo {
  /** One JSON document instead of words. */
  readonly json: boolean
  out(text: string): void
  /** A piece of an answer that is too long to stand in memory; without it the answer comes whole by `out`. */
  readonly write?: (text: string) => void
  note(text: string): void
}

/** Something the caller wrote is not usable; said in one line, exit code 2. */
export class UsageError extends Error {}
