import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Probe } from './law-probes.ts'
import { root } from './root.ts'

const copied = [
  'package.json',
  '.dependency-cruiser.cjs',
  '.oxlintrc.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'vitest.config.ts',
  'packages',
  'contract',
  'server',
  'web',
  'demo',
  'e2e',
  'bench',
  'tools',
]
const leftOut = new Set(['node_modules', 'dist', '.foyer'])

/**
 * Runs `use` on a copy of the repository in the temporary folder, with the probes planted in it. The copy keeps the probes out of
 * the way of compilers and tests that read the real tree at the same moment, and nothing can be left behind in it.
 * Installed packages are linked; the workspace's own packages point into the copy.
 */
export async function withProbedCopy<T>(probes: Probe[], use: (copy: string) => Promise<T>): Promise<T> {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-law-')))
  const remove = () => rmSync(copy, { recursive: true, force: true })
  const stop = () => {
    remove()
    process.exit(130)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    copyTree(copy)
    linkPackages(copy)
    for (const probe of probes) plant(copy, probe)
    return await use(copy)
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    remove()
  }
}

function copyTree(copy: string): void {
  for (const entry of copied) {
    const from = join(root, entry)
    if (!existsSync(from)) continue
    cpSync(from, join(copy, entry), { recursive: true, filter: (path) => !leftOut.has(basename(path)) })
  }
}

function linkPackages(copy: string): void {
  const installed = join(root, 'node_modules')
  mkdirSync(join(copy, 'node_modules', '@foyer'), { recursive: true })
  for (const name of readdirSync(installed)) {
    if (name === '@foyer' || name.startsWith('.')) continue
    symlinkSync(join(installed, name), join(copy, 'node_modules', name), 'junction')
  }
  for (const name of readdirSync(join(installed, '@foyer'))) {
    const folder = existsSync(join(copy, 'packages', name)) ? join(copy, 'packages', name) : join(copy, name)
    symlinkSync(folder, join(copy, 'node_modules', '@foyer', name), 'junction')
  }
}

function plant(copy: string, probe: Probe): void {
  const path = join(copy, probe.path)
  if (existsSync(path)) throw new Error(`${probe.path} exists already: the probe needs another name`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, probe.text)
}
