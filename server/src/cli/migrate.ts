import type { CommandIo } from './command.ts'
import { openInstallation } from './installation.ts'

export async function migrate(_: readonly string[], io: CommandIo): Promise<number> {
  const installation = await openInstallation({ onEvent: () => {}, poolSize: 2 })
  await installation.close()
  io.out(io.json ? JSON.stringify({ applied: installation.migrated }) : `${installation.migrated} migrations applied`)
  return 0
}
