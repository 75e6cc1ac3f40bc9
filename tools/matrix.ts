import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints, permissionsOf, roles } from '@foyer/contract'
import { root } from './root.ts'

/** Writes docs/authorisation-matrix.md from the contract, to be read in review; `--check` fails when it would change. */
const file = join(root, 'docs', 'authorisation-matrix.md')

function mayCall(access: string, role: (typeof roles)[number]): boolean {
  return (
    access === 'public' ||
    access === 'locked' ||
    access === 'signed-in' ||
    permissionsOf[role].some((one) => one === access)
  )
}

function table(): string {
  const head = `| endpoint | access | ${roles.join(' | ')} |\n| --- | --- |${' --- |'.repeat(roles.length)}`
  const rows = [...endpoints.values()].map((spec) => {
    const answers = roles.map((role) => (mayCall(spec.access, role) ? 'yes' : 'no'))
    return `| \`${spec.method} ${spec.path}\` | ${spec.access} | ${answers.join(' | ')} |`
  })
  return `# Who may call what\n\nDrawn from the contract by \`npm run matrix\`; a test walks every endpoint as every role and holds the server against this page.\n\n${head}\n${rows.join('\n')}\n`
}

const text = table()
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('docs/authorisation-matrix.md does not say what the contract says: npm run matrix\n')
    process.exitCode = 1
  }
} else writeFileSync(file, text)
