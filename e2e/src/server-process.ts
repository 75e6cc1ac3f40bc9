import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

export const projectFolder = resolve(import.meta.dirname, '../..')

/** A Foyer of its own process, started as a person would start it. */
export interface ServerProcess {
  readonly url: string
  readonly child: ChildProcess
  /** What it said on standard output and error so far. */
  said(): string
  /** Asks it to stop and waits. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

export interface StartOptions {
  readonly dataFolder: string
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

export async function startServer({ dataFolder, env = {}, timeoutMs = 90_000 }: StartOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['server/bin/foyer.mjs', 'start'], {
    cwd: projectFolder,
    env: { ...process.env, PORT: '0', FOYER_DATA: dataFolder, FOYER_LOG: 'warn', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const url = await new Promise<string>((ready, fail) => {
    const timer = setTimeout(() => fail(new Error(`the server was not ready in ${timeoutMs} ms:\n${text}`)), timeoutMs)
    const hear = (chunk: Buffer): void => {
      text += chunk.toString('utf8')
      const match = /Foyer is ready at (\S+)/.exec(text)
      if (!match?.[1]) return
      clearTimeout(timer)
      ready(match[1])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(new Error(`the server ended with ${code} before it was ready:\n${text}`))
    })
  })
  return {
    url,
    child,
    said: () => text,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
