/** A file to plant, and the rules that must fire for it. A probe without rules is the bait that another one imports. */
export type Probe = { path: string; text: string; breaks: string[] }

const server = 'server/src/features'
const web = 'web/src/features'

/** Files that the bad imports below reach for. They break nothing themselves. */
const baits: Probe[] = [
  bait('packages/kernel/src/law-probe-inner.ts'),
  bait('packages/kernel/src/law-probe.test.ts'),
  bait('contract/src/law-probe-bait.ts'),
  bait('server/src/law-probe-bait.ts'),
  bait('server/src/adapters/law-probe-bait/port.ts'),
  bait('server/src/platform/testing/law-probe-bait.ts'),
  ...['law-probe-one', 'patients', 'law-probe-patients'].flatMap((feature) => [
    bait(`${server}/${feature}/law-probe-inner.ts`),
    bait(`${web}/${feature}/law-probe-inner.ts`),
  ]),
  bait(`${server}/law-probe-one/index.ts`),
  bait(`${server}/law-probe-one/routes.ts`),
  bait(`${web}/law-probe-one/index.ts`),
  bait('web/src/law-probe-bait.ts'),
  bait('demo/src/law-probe-bait.ts'),
  bait('e2e/law-probe-bait.ts'),
  bait('bench/src/law-probe-bait.ts'),
  bait('tools/law-probe-bait.ts'),
]

const badImports: Probe[] = [
  probe('packages/kernel/src/law-probe-circle-a.ts', './law-probe-circle-b.ts', 'no-cycles'),
  probe('packages/kernel/src/law-probe-circle-b.ts', './law-probe-circle-a.ts'),
  probe('contract/src/law-probe-nowhere.ts', './law-probe-there-is-no-such-file.ts', 'no-unresolvable'),
  probe('packages/kernel/src/law-probe-unlisted.ts', '@foyer/readiness', 'packages-use-only-listed'),
  probe('packages/law-probe-new/src/index.ts', '@foyer/kernel', 'packages-use-only-listed'),
  probe('packages/scheduling/src/law-probe-room.ts', '@foyer/contract', 'packages-know-no-room'),
  probe(
    'packages/scheduling/src/law-probe-path.ts',
    '../../kernel/src/law-probe-inner.ts',
    'packages-only-through-index',
    'packages-by-name',
  ),
  probe('packages/scheduling/src/law-probe-by-path.ts', '../../kernel/src/index.ts', 'packages-by-name'),
  probe('contract/src/law-probe-by-path.ts', '../../packages/kernel/src/index.ts', 'packages-by-name'),
  probe('web/src/law-probe-by-path.ts', '../../contract/src/law-probe-bait.ts', 'packages-by-name'),
  probe(
    'server/src/law-probe-deep.ts',
    '../../packages/kernel/src/law-probe-inner.ts',
    'packages-only-through-index',
    'packages-by-name',
  ),
  probe('packages/kernel/src/law-probe-node.ts', 'node:fs', 'packages-no-node'),
  probe('contract/src/law-probe-server.ts', '../../server/src/law-probe-bait.ts', 'contract-packages-and-zod'),
  probe('contract/src/law-probe-npm.ts', 'fastify', 'contract-packages-and-zod'),
  probe('contract/src/law-probe-node.ts', 'node:fs', 'contract-packages-and-zod'),
  probe('web/src/law-probe-server.ts', '../../server/src/law-probe-bait.ts', 'web-never-server'),
  probe('web/src/law-probe-seen.tsx', '../../server/src/law-probe-bait.ts', 'web-never-server'),
  probe('server/src/law-probe-web.ts', '../../web/src/law-probe-bait.ts', 'server-never-web'),
  probe('server/src/platform/law-probe-feature.ts', '../features/law-probe-one/index.ts', 'platform-knows-no-feature'),
  probe('server/src/adapters/law-probe-feature.ts', '../features/law-probe-one/index.ts', 'platform-knows-no-feature'),
  probe(
    'server/src/payer-sandbox/law-probe-feature.ts',
    '../features/law-probe-one/index.ts',
    'sandbox-knows-no-feature',
  ),
  probe('server/src/law-probe-sandbox.ts', './payer-sandbox/index.ts', 'sandbox-only-from-commands'),
  probe(
    `${server}/law-probe-two/adapter.ts`,
    '../../adapters/law-probe-bait/port.ts',
    'features-get-adapters-as-ports',
  ),
  probe(
    `${server}/scheduling/law-probe-inner-of-listed.ts`,
    '../patients/law-probe-inner.ts',
    'features-only-through-index',
  ),
  probe(`${server}/patients/law-probe-unlisted.ts`, '../law-probe-one/index.ts', 'features-use-only-listed'),
  probe(`${server}/law-probe-two/unlisted.ts`, '../law-probe-one/index.ts', 'features-use-only-listed'),
  probe(
    `${server}/calls/law-probe-longer-name.ts`,
    '../law-probe-patients/law-probe-inner.ts',
    'features-use-only-listed',
  ),
  probe('server/src/law-probe-routes.ts', './features/law-probe-one/routes.ts', 'routes-only-from-app'),
  probe(`${server}/law-probe-one/sql.ts`, 'kysely', 'sql-only-in-store'),
  probe('server/src/law-probe-pg.ts', 'pg', 'sql-only-in-store'),
  probe(
    `${web}/scheduling/law-probe-inner-of-listed.ts`,
    '../patients/law-probe-inner.ts',
    'web-features-only-through-index',
  ),
  probe(`${web}/patients/law-probe-unlisted.tsx`, '../law-probe-one/index.ts', 'web-features-use-only-listed'),
  probe(`${web}/law-probe-two/unlisted.tsx`, '../law-probe-one/index.ts', 'web-features-use-only-listed'),
  probe('web/src/ui/law-probe-feature.tsx', '../features/law-probe-one/index.ts', 'ui-knows-no-feature'),
  probe('web/src/ui/law-probe-contract.ts', '@foyer/contract', 'ui-knows-no-feature'),
  probe('packages/kernel/src/law-probe-test.ts', './law-probe.test.ts', 'nothing-imports-tests'),
  probe('server/src/law-probe-testing.ts', './platform/testing/law-probe-bait.ts', 'testing-only-in-tests'),
  probe('server/src/law-probe-demo.ts', '../../demo/src/law-probe-bait.ts', 'nothing-imports-demo'),
  probe('server/src/law-probe-e2e.ts', '../../e2e/law-probe-bait.ts', 'nothing-imports-e2e-bench-tools'),
  probe('server/src/law-probe-bench.ts', '../../bench/src/law-probe-bait.ts', 'nothing-imports-e2e-bench-tools'),
  probe('server/src/law-probe-tools.ts', '../../tools/law-probe-bait.ts', 'nothing-imports-e2e-bench-tools'),
  probe('tools/law-probe-e2e.ts', '../e2e/law-probe-bait.ts', 'nothing-imports-e2e-bench-tools'),
  {
    path: 'contract/src/law-probe-type.ts',
    text: "export type { bait } from '../../server/src/law-probe-bait.ts'\n",
    breaks: ['contract-packages-and-zod'],
  },
  {
    path: `${web}/law-probe-two/lazy.ts`,
    text: "export const page = () => import('../law-probe-one/index.ts')\n",
    breaks: ['web-features-use-only-listed'],
  },
]

/** What the graph cannot see: the lint bans, and that every room is held against types, pure ones without Node and the browser. */
export const lintProbes: Probe[] = [
  ...['packages/kernel/src', 'contract/src'].flatMap((folder) => [
    lint(`${folder}/law-probe-now.ts`, 'export const now = Date.now()', 'eslint(no-restricted-globals)'),
    lint(`${folder}/law-probe-date.ts`, 'export const today = new Date()', 'eslint(no-restricted-globals)'),
    lint(`${folder}/law-probe-random.ts`, 'export const luck = Math.random()', 'eslint(no-restricted-properties)'),
    lint(
      `${folder}/law-probe-temporal.ts`,
      "import { Temporal } from 'temporal-polyfill'\nexport const now = Temporal.Now.instant()",
      'eslint(no-restricted-properties)',
    ),
  ]),
  lint('server/src/law-probe-any.ts', 'export function f(x: any) {\n  return x\n}', 'typescript(no-explicit-any)'),
  lint('web/src/law-probe-default.ts', 'export default 1', 'import(no-default-export)'),
  ...[
    'packages/kernel/src/law-probe-types.ts',
    'packages/kernel/src/law-probe-types.test.ts',
    'contract/src/law-probe-types.ts',
    'server/src/law-probe-types.ts',
    'web/src/law-probe-types.tsx',
    'demo/src/law-probe-types.ts',
    'e2e/law-probe-types.spec.ts',
    'bench/src/law-probe-types.ts',
    'tools/law-probe-types.ts',
  ].map((path) => lint(path, "export const count: number = 'one'", 'typescript(TS2322)')),
  ...['packages/kernel/src', 'contract/src'].flatMap((folder) => [
    lint(`${folder}/law-probe-process.ts`, 'export const id = process.pid', 'eslint(no-restricted-globals)'),
    lint(`${folder}/law-probe-document.ts`, 'export const title = document.title', 'typescript(TS2584)'),
  ]),
  lint('server/src/law-probe-unused.ts', 'function f() {}\nexport {}', 'typescript(TS6133)'),
]

export const graphProbes: Probe[] = [...baits, ...badImports]

function bait(path: string): Probe {
  return { path, text: 'export const bait = 1\n', breaks: [] }
}

function probe(path: string, imports: string, ...breaks: string[]): Probe {
  return { path, text: `export * from '${imports}'\n`, breaks }
}

function lint(path: string, text: string, rule: string): Probe {
  return { path, text: `${text}\n`, breaks: [rule] }
}
