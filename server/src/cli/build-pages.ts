import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

function newest(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((latest, entry) => {
    if (!entry.isFile() || entry.parentPath.includes('node_modules') || entry.name.includes('.test.')) return latest
    return Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs)
  }, 0)
}

/** Builds the pages when there are none or when their sources are newer. Answers whether it built. */
export async function buildPages(projectFolder: string): Promise<boolean> {
  const web = join(projectFolder, 'web')
  const built = join(web, 'dist', 'index.html')
  const sources = [
    join(web, 'src'),
    join(web, 'public'),
    join(projectFolder, 'contract', 'src'),
    join(projectFolder, 'packages'),
  ]
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.filter((one) => existsSync(one)).map(newest)))
    return false
  await new Promise<void>((done, fail) => {
    const vite = spawn(
      process.execPath,
      [join(projectFolder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: web,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    vite.on('error', fail)
    vite.on('exit', (code) => (code === 0 ? done() : fail(new Error(`building the pages failed (${code})`))))
  })
  return true
}
