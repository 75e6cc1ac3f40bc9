import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ICruiseResult, IViolation } from 'dependency-cruiser'
import { cruiseTree } from './cruise.ts'
import { withProbedCopy } from './law-copy.ts'
import type { Probe } from './law-probes.ts'
import { graphProbes, lintProbes } from './law-probes.ts'
import { faultOfMap } from './map.ts'
import { root } from './root.ts'

const law: { forbidden: { name: string; comment: string }[] } = createRequire(import.meta.url)(
  join(root, '.dependency-cruiser.cjs'),
)
/** The reason of every rule, by its name. */
const reasons = new Map(law.forbidden.map((rule) => [rule.name, rule.comment]))

/**
 * Runs the import law, proves in the same run that every rule of it still bites, and holds the map in ARCHITECTURE.md against the
 * same graph. Exit code 1 when any of it fails.
 */
async function main(): Promise<void> {
  const probes = [...graphProbes, ...lintProbes]
  const { result, lintFindings } = await withProbedCopy(probes, async (copy) => ({
    lintFindings: lintRulesFired(copy),
    result: await cruiseTree(copy),
  }))

  const planted = new Set(probes.map((probe) => probe.path))
  const fired = new Set(result.summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`))
  const broken = result.summary.violations.filter((violation) => !planted.has(violation.from))
  const complaints = [
    ...nothingRead(result, planted),
    ...broken.map(describe),
    ...unprobedRules(),
    ...asleep(graphProbes, (rule, path) => fired.has(`${rule} ${path}`)),
    ...asleep(lintProbes, (rule, path) => lintFindings.has(`${rule} ${path}`)),
  ]
  const map = faultOfMap(result.modules.filter((module) => !planted.has(module.source)))
  if (map !== null) complaints.push(map)

  for (const complaint of complaints) console.error(complaint)
  const own = ownModules(result, planted).length
  const bitten = probes.filter((probe) => probe.breaks.length > 0).length
  if (complaints.length > 0) {
    console.error(
      `law: ${broken.length} violations in ${own} modules, ${complaints.length - broken.length} faults of the law itself`,
    )
    process.exitCode = 1
    return
  }
  console.log(
    `law: no violations in ${own} modules; ${reasons.size} rules, ${bitten} bad lines planted, all caught; the map says the same`,
  )
}

function ownModules(result: ICruiseResult, planted: Set<string>): string[] {
  return result.modules
    .map((module) => module.source)
    .filter((source) => /\.[cm]?tsx?$/.test(source) && !source.includes('node_modules/') && !planted.has(source))
}

/** A cruiser that cannot parse TypeScript reads nothing and finds "no violations". */
function nothingRead(result: ICruiseResult, planted: Set<string>): string[] {
  const read = new Set(result.modules.map((module) => module.source))
  const unread = graphProbes.filter((probe) => !read.has(probe.path)).map((probe) => `law: ${probe.path} was not read`)
  return ownModules(result, planted).length === 0 ? ['law: no TypeScript module was read', ...unread] : unread
}

function describe(violation: IViolation): string {
  const way = violation.cycle?.map((step) => step.name) ?? [violation.to]
  return `${violation.rule.name}: ${[violation.from, ...way].join(' → ')}\n    ${reasons.get(violation.rule.name) ?? ''}`
}

function asleep(probes: Probe[], bites: (rule: string, path: string) => boolean): string[] {
  return probes.flatMap((probe) =>
    probe.breaks
      .filter((rule) => !bites(rule, probe.path))
      .map((rule) => `law: ${rule} did not catch ${probe.path}: ${probe.text.trim()}`),
  )
}

function unprobedRules(): string[] {
  const probed = new Set(graphProbes.flatMap((probe) => probe.breaks))
  return [...reasons.keys()].filter((name) => !probed.has(name)).map((name) => `law: no probe for the rule ${name}`)
}

/** The rules of lint and of types that fired for the planted files, as `rule path`. */
function lintRulesFired(copy: string): Set<string> {
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const files = lintProbes.map((probe) => probe.path)
  const flags = ['--type-aware', '--type-check', '--format', 'json']
  const run = spawnSync(process.execPath, [oxlint, ...flags, ...files], { cwd: copy, encoding: 'utf8' })
  const report: { diagnostics: { code: string; filename: string }[] } = JSON.parse(run.stdout)
  return new Set(report.diagnostics.map((finding) => `${finding.code} ${finding.filename.replaceAll('\\', '/')}`))
}

await main()
