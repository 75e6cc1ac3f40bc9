import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answering } from './answering.ts'

export interface PickupOptions {
  /** What is served by SFTP; files are dropped into `inbound` and answered in `outbound`. */
  readonly folder: string
  readonly answering: Answering
  readonly everyMs: number
}

/** Answers the files that were dropped, one after the other; what was answered goes to `inbound/done`. */
export async function openPickup({ folder, answering, everyMs }: PickupOptions): Promise<{ close(): Promise<void> }> {
  const inbound = join(folder, 'inbound')
  const outbound = join(folder, 'outbound')
  const done = join(inbound, 'done')
  await mkdir(done, { recursive: true })
  await mkdir(outbound, { recursive: true })
  let isOpen = true
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  /** Whole under its name, or not at all. */
  async function put(name: string, text: string): Promise<void> {
    if (text === '') return
    const whole = join(outbound, name)
    await writeFile(`${whole}.part`, text)
    await rename(`${whole}.part`, whole)
  }

  async function answer(name: string): Promise<void> {
    const { benefits, acknowledgement } = answering.batch('sftp', await readFile(join(inbound, name)))
    const stem = name.replace(/\.\w{1,5}$/, '')
    await put(`${stem}.999.x12`, acknowledgement)
    await put(`${stem}.271.x12`, benefits)
    await rename(join(inbound, name), join(done, name))
  }

  async function look(): Promise<void> {
    // A payer that is down takes files and lets them lie.
    if (answering.control.troubleOf([]) !== null) return
    const entries = await readdir(inbound, { withFileTypes: true })
    const names = entries.flatMap((one) => (one.isFile() && !/\.(part|tmp)$/i.test(one.name) ? [one.name] : []))
    for (const name of names.toSorted()) if (isOpen) await answer(name)
  }

  async function round(): Promise<void> {
    try {
      await look()
    } catch {
      answering.tell('sftp', ['unreadable'])
    }
    next()
  }

  function next(): void {
    if (!isOpen) return
    timer = setTimeout(() => {
      running = round()
    }, everyMs)
  }

  next()
  return {
    async close() {
      isOpen = false
      clearTimeout(timer)
      await running
    },
  }
}
