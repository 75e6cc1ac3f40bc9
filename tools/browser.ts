import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.ts'

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Debian's package for each library that the bundled Chromium wants and a bare system lacks. */
const debianPackages: Record<string, string> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
  'libgcc_s.so.1': 'libgcc-s1',
}

/**
 * The path of a Chromium that starts here: `FOYER_BROWSER` when set (a path, or `bundled`), else the system's, else the one from npm
 * with the libraries it lacks installed where that is possible. Throws one line that names what is missing.
 */
export async function findBrowser(): Promise<string> {
  const wish = process.env['FOYER_BROWSER']
  if (wish && wish !== 'bundled') {
    if (!existsSync(wish)) throw new Error(`FOYER_BROWSER names ${wish}, which does not exist`)
    return wish
  }
  const installed = wish ? undefined : systemPaths.find((path) => existsSync(path))
  if (installed) return installed
  const path = await unpackBundled()
  installLibraries(path)
  useBundledFonts(path)
  return path
}

/** The package unpacks into the temporary folder step by step; a rename makes a half-unpacked browser impossible to meet. */
async function unpackBundled(): Promise<string> {
  const entry = createRequire(join(root, 'e2e', 'package.json')).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(tmpdir(), `foyer-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(join(folder, 'chromium'))) return join(folder, 'chromium')

  const { default: bundled }: { default: { executablePath: () => Promise<string> } } = await import(
    pathToFileURL(entry).href
  )
  const unpacking = mkdtempSync(`${folder}-`)
  const temporary = process.env['TMPDIR']
  try {
    process.env['TMPDIR'] = unpacking
    await bundled.executablePath()
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
  }
  try {
    renameSync(unpacking, folder)
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true })
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
  return join(folder, 'chromium')
}

function installLibraries(path: string): void {
  const missing = missingLibraries(path)
  if (missing.length === 0) return
  const packages = [...new Set(missing.map((library) => debianPackages[library]))]
  const known = packages.every((name) => name !== undefined)
  if (known && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    spawnSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'] })
    const install = ['install', '-q', '-y', '--no-install-recommends', ...packages]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', install, { stdio: ['ignore', 'ignore', 'inherit'], env })
  }
  const left = missingLibraries(path)
  if (left.length === 0) return
  const advice = known ? `apt-get install ${packages.join(' ')}` : 'install Chromium'
  throw new Error(
    `No browser for the tests: the bundled Chromium lacks ${left.join(', ')} (${advice}, or set FOYER_BROWSER)`,
  )
}

function missingLibraries(path: string): string[] {
  const listing = spawnSync('ldd', [path], { encoding: 'utf8' }).stdout ?? ''
  return [...listing.matchAll(/^\s*(\S+) => not found$/gm)].flatMap((match) => match[1] ?? [])
}

/** Without any font configuration Chromium draws no text. The bundle carries a font, but a configuration for another place. */
function useBundledFonts(path: string): void {
  if (existsSync('/etc/fonts/fonts.conf')) return
  const fonts = join(dirname(path), 'fonts')
  const folders = [fonts, '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('')
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
  writeFileSync(
    join(fonts, 'fonts.conf'),
    `${head}<fontconfig>${folders}<cachedir>${fonts}/cache</cachedir></fontconfig>\n`,
  )
  process.env['FONTCONFIG_PATH'] ??= fonts
}

if (import.meta.main) {
  try {
    console.log(await findBrowser())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
