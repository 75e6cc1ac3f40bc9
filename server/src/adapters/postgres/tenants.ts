import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from './processes.ts'

/** A process that uses the server says so in a file named after it; only the last one to leave stops the server. */
export type Tenancy = { leave(): { othersStay: boolean } }

let counter = 0

export function moveIn(dataFolder: string): Tenancy {
  const folder = join(dataFolder, 'tenants')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  counter += 1
  const own = `${process.pid}-${counter}`
  writeFileSync(join(folder, own), '')
  return {
    leave() {
      rmSync(join(folder, own), { force: true })
      const others = listTenants(folder)
      const stays = (name: string): boolean => isRunning(Number(name.split('-')[0]))
      for (const gone of others.filter((name) => !stays(name))) rmSync(join(folder, gone), { force: true })
      return { othersStay: others.some(stays) }
    },
  }
}

function listTenants(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
