import { parseArgs } from 'node:util'
import { type FhirResource, toDrafts } from '@foyer/fhir'
import { importDrafts } from '../features/import/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Organization } from '../platform/organizations.ts'
import { type CommandIo, UsageError } from './command.ts'
import { findFiles, readFhirFile } from './import-files.ts'
import { openProgress, type Progress } from './import-progress.ts'
import { type ImportReport, openReport, reportInWords } from './import-report.ts'
import { chooseOrganization, openInstallation } from './installation.ts'

export interface ImportContext {
  readonly organization: Pick<Organization, 'id' | 'slug' | 'db'>
  readonly clock: Clock
  readonly progress: Progress
}

/** Imports the files source by source; one that cannot be read is reported and the others go on. */
export async function importFhir(
  { organization, clock, progress }: ImportContext,
  wanted: { readonly paths: readonly string[]; readonly source?: string | undefined },
): Promise<ImportReport> {
  const report = openReport(organization.slug)
  const { files, faults } = findFiles(wanted.paths, wanted.source)
  for (const fault of faults) report.unreadable(fault)
  const runId = clock.id()
  let seen = 0
  for (const [source, ofSource] of Map.groupBy(files, (file) => file.source)) {
    const entries: FhirResource[] = []
    for (const file of ofSource) {
      progress.show('Reading files', ++seen, files.length)
      const read = readFhirFile(file)
      if (read.ok) {
        report.read()
        for (const entry of read.value) entries.push(entry)
      } else report.unreadable(read.error)
    }
    report.source(source)
    const drafts = toDrafts(entries, { source })
    report.leftOut(drafts)
    const onProgress = (done: number): void => progress.show(`Writing ${source}`, done, drafts.drafts.length)
    report.settled(await importDrafts({ organization, clock, source, runId, onProgress }, drafts.drafts))
  }
  progress.end()
  return report.report()
}

/** Exit code 1 when a file could not be read at all; records that were rejected are reported, and the run was good. */
export async function importFhirCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { organization: { type: 'string' }, source: { type: 'string' } },
  })
  if (positionals.length === 0) throw new UsageError('say which files or folders to import')
  const installation = await openInstallation({ onEvent: () => {}, poolSize: 2 })
  const progress = openProgress(io, process.stderr.isTTY && !io.json ? process.stderr : null)
  try {
    const organization = chooseOrganization(installation.organizations, values.organization)
    const context = { organization, clock: installation.clock, progress }
    const report = await importFhir(context, { paths: positionals, source: values.source })
    io.out(io.json ? JSON.stringify(report) : reportInWords(report))
    return report.files.unreadable === 0 ? 0 : 1
  } finally {
    progress.end()
    await installation.close()
  }
}
