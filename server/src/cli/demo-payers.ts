import { pointSandboxConnections } from '../features/coverage/index.ts'
import type { Config } from '../platform/config.ts'
import { openKeys } from '../platform/sealing/keys.ts'
import type { CommandIo } from './command.ts'
import type { Installation } from './installation.ts'

type On = Pick<Installation, 'clock' | 'organizations' | 'secret'> & {
  readonly config: Pick<Config, 'demo' | 'payerSandboxUrl'>
}

const nothing = { stop: async (): Promise<void> => {} }

/**
 * The payers of the demo practice: made up, in this process, at ports that are free. Its connections are told where. Only
 * who started the server does it, not each of its processes.
 */
export async function startDemoPayers(on: On, io: Pick<CommandIo, 'note'>): Promise<{ stop(): Promise<void> }> {
  const { clock, config } = on
  if (!config.demo || !on.organizations.all().some(({ demo }) => demo)) return nothing
  if (config.payerSandboxUrl !== null) {
    await point(on, { url: config.payerSandboxUrl, sftp: null })
    return nothing
  }
  // Only a demo practice needs it.
  const { sandboxSignIn, startPayerSandbox } = await import('../payer-sandbox/index.ts')
  const sandbox = await startPayerSandbox({ port: 0, sftpPort: 0, clock })
  const { url, sftpUrl, sftpHostKey } = sandbox
  const secret = { kind: 'password', ...sandboxSignIn } as const
  const sftp = sftpUrl === null || sftpHostKey === null ? null : { url: sftpUrl, hostKey: sftpHostKey, secret }
  await point(on, { url, sftp })
  io.note(`The payers of the demo practice are made up and answer at ${url}`)
  return sandbox
}

async function point({ organizations, secret, clock }: On, to: Parameters<typeof pointSandboxConnections>[2]) {
  for (const { id, db, demo } of organizations.all()) {
    if (!demo) continue
    const keys = openKeys(secret, id, () => clock.now().toString())
    await pointSandboxConnections(db, keys, to)
  }
}
