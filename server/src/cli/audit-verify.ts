import { parseArgs } from 'node:util'
import { sealKey } from '../platform/audit/seal.ts'
import { type SealReport, verifySeal } from '../platform/audit/verify.ts'
import type { CommandIo } from './command.ts'
import { openInstallation } from './installation.ts'

interface Verified extends SealReport {
  readonly organization: string
}

function inWords(report: Verified): string {
  const head = report.head === null ? '' : `\n  head ${report.head}`
  const faults = report.faults.map(
    (fault) => `\n  batch ${fault.batch}${fault.entry === null ? '' : `, entry ${fault.entry}`}: ${fault.what}`,
  )
  const verdict = report.whole ? 'whole' : `NOT WHOLE, ${report.faults.length} faults`
  return `${report.organization}: ${verdict}; ${report.entries} entries in ${report.batches} batches, ${report.unsealed} not sealed yet${head}${faults.join('')}`
}

/** Walks the sealed audit trail of the named organizations, or of all. Exit code 1 when one is not whole. */
export async function auditVerify(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { organization: { type: 'string', multiple: true } } })
  const installation = await openInstallation({ onEvent: () => {}, poolSize: 2 })
  try {
    const wanted = values.organization
    const chosen = installation.organizations.all().filter((one) => wanted === undefined || wanted.includes(one.slug))
    const reports: Verified[] = []
    for (const { slug, db } of chosen) {
      io.note(`verifying ${slug} …`)
      reports.push({ organization: slug, ...(await verifySeal(db, sealKey(installation.secret))) })
    }
    io.out(io.json ? JSON.stringify({ reports }) : reports.map(inWords).join('\n'))
    return reports.length > 0 && reports.every((report) => report.whole) ? 0 : 1
  } finally {
    await installation.close()
  }
}
