import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { resealSecrets } from '../features/coverage/index.ts'
import { rotateKeys } from '../features/documents/index.ts'
import { openKeys } from '../platform/sealing/keys.ts'
import type { CommandIo } from './command.ts'
import { chooseOrganization, openInstallation } from './installation.ts'

/** Seals the documents of an organization, and its secrets for payers, by a new key; after a change of the installation's secret with the former one. */
export async function documentsRotate(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { organization: { type: 'string' }, 'former-secret-file': { type: 'string' } },
  })
  const file = values['former-secret-file']
  const formerSecret = file === undefined ? null : readFileSync(file, 'utf8').trim()
  const installation = await openInstallation({ onEvent: () => {}, poolSize: 2 })
  try {
    const { organizations, secret, clock } = installation
    const { id, slug, db } = chooseOrganization(organizations, values.organization)
    io.note(`sealing the documents of ${slug} anew …`)
    const now = (): string => clock.now().toString()
    const alsoAnew = () => resealSecrets(db, openKeys(secret, id, now))
    const done = await rotateKeys({ db, organizationId: id, secret, formerSecret, now, alsoAnew })
    io.out(
      io.json
        ? JSON.stringify({ organization: slug, ...done })
        : `${slug}: key ${done.version}; ${done.parts} parts sealed anew, ${done.keysForgotten} older keys forgotten`,
    )
    return 0
  } finally {
    await installation.close()
  }
}
