import type { CommandIo } from './command.ts'

export interface Progress {
  /** `what` says what is done with the things counted, such as `Reading files`. */
  show(what: string, done: number, total: number): void
  end(): void
}

/** One line that is written over on a terminal; elsewhere a line for every tenth. */
export function openProgress(io: CommandIo, terminal: NodeJS.WriteStream | null): Progress {
  let last = ''
  return {
    show: (what, done, total) => {
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
      const line = `${what}: ${done} of ${total}, ${percent} %`
      const step = terminal ? line : `${what} ${Math.floor(percent / 10)}`
      if (step === last) return
      last = step
      if (terminal) terminal.write(`\r\x1b[K${line}`)
      else io.note(line)
    },
    end: () => {
      if (terminal && last !== '') terminal.write('\r\x1b[K')
      last = ''
    },
  }
}
