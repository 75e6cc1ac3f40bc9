import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

export const projectFolder = resolve(import.meta.dirname, '../../..')

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** What it said on standard output and error so far. */
  said(): string
  stop(): Promise<void>
}

export interface StartOptions {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Said when it listens; the first group is its address. */
  readonly ready: RegExp
}

const LONGEST_START_MS = 120_000
const LONGEST_STOP_MS = 15_000

function addressOf(child: ChildProcess, ready: RegExp, said: () => string): Promise<string> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`not ready in time:\n${said()}`)), LONGEST_START_MS)
    const look = (): void => {
      const url = ready.exec(said())?.[1]
      if (url === undefined) return
      clearTimeout(timer)
      done(url)
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(new Error(`ended with ${code} before it was ready:\n${said()}`))
    })
  })
}

export async function startProcess({ args, env, ready }: StartOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const hear = (chunk: Buffer): void => {
    text += chunk.toString('utf8')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  try {
    const url = await addressOf(child, ready, () => text)
    return {
      url,
      pid: child.pid ?? 0,
      said: () => text,
      stop: async () => {
        child.kill('SIGTERM')
        const giveUp = setTimeout(end, LONGEST_STOP_MS)
        await ended
        clearTimeout(giveUp)
        process.removeListener('exit', end)
      },
    }
  } catch (error) {
    end()
    throw error
  }
}
