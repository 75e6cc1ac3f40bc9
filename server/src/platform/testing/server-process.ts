import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/** A server in a process of its own, on the database of a test. */
export interface ServerProcess {
  readonly url: string
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

const LONGEST_START_MS = 60_000

export async function startServerProcess(databaseUrl: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server-process-main.ts')], {
    env: { ...process.env, NODE_ENV: 'production', FOYER_TEST_DATABASE: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const url = await addressOf(child)
  return {
    url,
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

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(new Error(`the server was not ready in time:\n${said}`))
    }, LONGEST_START_MS)
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
      const url = /ready at (\S+)/.exec(said)?.[1]
      if (url === undefined) return
      clearTimeout(timer)
      done(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(new Error(`the server ended with ${code} before it was ready:\n${said}`))
    })
  })
}
