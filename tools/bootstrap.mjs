/**
 * Brings node_modules in line with package-lock.json before `npm start` and `npm test`. Plain JavaScript without
 * dependencies: it runs on the machine's own Node (20 or newer) before anything is installed. Silent when there is nothing to do.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.foyer-lock-hash')

function main() {
  if (major(process.version) < 20) {
    return `Foyer needs Node 20 or newer to install itself; this is ${process.version}. See https://nodejs.org`
  }
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (installedHash() !== hash) {
    const problem = install()
    if (problem) return problem
    writeFileSync(stamp, `${hash}\n`)
  }
  return major(process.version) >= 24 ? undefined : checkBroughtNode()
}

function installedHash() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : undefined
}

function install() {
  process.stderr.write('Installing what Foyer needs (once, and again when it changes) …\n')
  const started = Date.now()
  // Older npm versions do not know the allow list of package.json: with this option no version runs a dependency's script.
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const npm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: !npm && process.platform === 'win32' }
  const run = npm ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, options)
  if (run.error) return `npm cannot be run (${run.error.message}): install Node with npm, then try again.`
  if (run.status !== 0) return `npm ci failed (exit ${run.status ?? run.signal}): see above.`
  process.stderr.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`)
  return undefined
}

/** npm brings Node 24 for the platforms that have a package of it; elsewhere the machine's own has to be one. */
function checkBroughtNode() {
  const brought = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  const run = spawnSync(brought, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
  if (run.status === 0 && major(run.stdout) >= 24) return undefined
  return `Foyer runs on Node 24, which npm has no package of for ${process.platform}-${process.arch}; this is ${process.version}. Install Node 24 or newer.`
}

function major(version) {
  return Number(/\d+/.exec(version)?.[0] ?? 0)
}

const problem = main()
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
