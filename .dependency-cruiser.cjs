// The import law. A new edge between rooms is a one-word diff in one of these three tables.
// tools/check-law.ts runs it, and proves that each rule below still bites.

const packageMayUse = {
  kernel: [],
  scheduling: ['kernel'],
  patients: ['kernel'],
  readiness: ['kernel'],
  fhir: ['kernel'],
  x12: ['kernel'],
  coverage: ['kernel', 'x12'],
}

const featureMayUse = {
  patients: [],
  practice: ['patients'],
  documents: ['patients'],
  import: ['patients'],
  'people-import': ['patients', 'import'],
  'people-export': ['patients', 'messages', 'documents'],
  messages: ['patients'],
  consents: ['patients', 'practice'],
  scheduling: ['patients', 'practice', 'messages'],
  relatives: ['patients', 'messages'],
  repair: ['scheduling', 'arrival', 'patients', 'practice', 'messages'],
  'self-booking': ['scheduling', 'patients', 'practice', 'messages'],
  arrival: ['scheduling', 'patients', 'practice', 'coverage'],
  payments: ['arrival', 'patients', 'practice'],
  calls: ['patients'],
  feeds: ['practice'],
  print: ['scheduling', 'practice'],
  measures: ['scheduling', 'practice'],
  coverage: ['patients', 'practice', 'scheduling', 'documents', 'messages'],
}

const webFeatureMayUse = {
  privacy: ['audit'],
  consents: ['relatives'],
  documents: [],
  relatives: [],
  'people-export': [],
  coverage: [],
  estimates: ['consents'],
  patients: [
    'privacy',
    'consents',
    'coverage',
    'documents',
    'estimates',
    'relatives',
    'people-import',
    'people-export',
  ],
  practice: ['patients', 'consents', 'payers'],
  messages: ['relatives'],
  scheduling: ['patients', 'print', 'privacy', 'coverage', 'estimates'],
  arrival: ['patients', 'privacy', 'consents', 'relatives', 'coverage', 'estimates'],
  repair: ['patients'],
  'self-booking': [],
  today: ['arrival', 'estimates', 'messages', 'patients', 'people-export', 'self-booking'],
  calls: ['patients', 'relatives'],
}

const rooms = '^(packages|contract|server|web|demo|e2e|bench|tools)/'
const testFiles = '\\.(test|spec|bench)\\.[cm]?tsx?$'
const testing = '(^|/)testing(\\.ts$|/)'
const tests = [testFiles, testing]

/** A name that no folder has: an empty alternation would match everything. */
function anyOf(names) {
  return names.length === 0 ? '(?!)' : `(${names.join('|')})`
}

/** One rule an island: it may reach itself and the islands listed for it. Islands that are not listed may reach nobody else. */
function islands({ name, comment, root, table, exceptFrom }) {
  const forbid = (from, itself, listed) => ({
    name,
    comment,
    severity: 'error',
    from,
    to: { path: `^${root}/[^/]+/`, pathNot: [itself, `^${root}/${anyOf(listed)}/`] },
  })
  return [
    ...Object.entries(table).map(([island, listed]) =>
      forbid({ path: `^${root}/${island}/`, pathNot: exceptFrom }, `^${root}/${island}/`, listed),
    ),
    forbid(
      { path: `^${root}/([^/]+)/`, pathNot: [`^${root}/${anyOf(Object.keys(table))}/`, ...exceptFrom] },
      `^${root}/$1/`,
      [],
    ),
  ]
}

/** From one island to another only through the other's front door. */
function frontDoor({ name, comment, root, door, exceptFrom }) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: `^${root}/([^/]+)/`, pathNot: exceptFrom },
    to: { path: `^${root}/[^/]+/`, pathNot: [`^${root}/$1/`, `^${root}/[^/]+/${door}$`] },
  }
}

const forbidden = [
  {
    name: 'no-cycles',
    comment: 'Files that import each other in a circle can only be understood, tested and moved together.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that leads nowhere escapes every other rule.',
    severity: 'error',
    from: { path: rooms },
    // Vite's address of a file that a package brings; it is no module.
    to: { couldNotResolve: true, pathNot: '\\.wasm\\?url$' },
  },

  ...islands({
    name: 'packages-use-only-listed',
    comment: 'A package imports only the packages that packageMayUse lists for it.',
    root: 'packages',
    table: packageMayUse,
    exceptFrom: [],
  }),
  {
    name: 'packages-know-no-room',
    comment: 'Packages are pure: they know nothing of the contract, the server, the web or what is built on them.',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: rooms, pathNot: '^packages/' },
  },
  frontDoor({
    name: 'packages-only-through-index',
    comment: 'A package is used through src/index.ts.',
    root: 'packages',
    door: 'src/index\\.ts',
    exceptFrom: [],
  }),
  {
    name: 'packages-only-through-index',
    comment: 'A package is used through src/index.ts.',
    severity: 'error',
    from: { pathNot: '^packages/' },
    to: { path: '^packages/', pathNot: '^packages/[^/]+/src/index\\.ts$' },
  },
  {
    name: 'packages-by-name',
    comment: "Between packages the import is '@foyer/<name>', never a path.",
    severity: 'error',
    from: { path: '^packages/([^/]+)/' },
    to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'], dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'packages-by-name',
    comment: "A package or the contract is imported as '@foyer/<name>', never by a path.",
    severity: 'error',
    from: { path: rooms, pathNot: ['^packages/', '^contract/'] },
    to: { path: '^(packages|contract)/', dependencyTypes: ['local'], dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'packages-by-name',
    comment: "The contract imports a package as '@foyer/<name>', never by a path.",
    severity: 'error',
    from: { path: '^contract/' },
    to: { path: '^packages/', dependencyTypes: ['local'], dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'packages-no-node',
    comment: 'Packages run everywhere: no module of Node.',
    severity: 'error',
    from: { path: '^packages/', pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },

  {
    name: 'contract-packages-and-zod',
    comment: 'The contract imports packages and zod, nothing else.',
    severity: 'error',
    from: { path: '^contract/', pathNot: tests },
    to: { pathNot: ['^contract/', '^packages/', '(^|/)node_modules/zod/'] },
  },

  {
    name: 'web-never-server',
    comment: 'The web sees the contract, packages and itself.',
    severity: 'error',
    from: { path: '^web/' },
    to: { path: rooms, pathNot: ['^web/', '^contract/', '^packages/'] },
  },
  {
    name: 'server-never-web',
    comment: 'The server knows the contract, not the pages.',
    severity: 'error',
    from: { path: '^server/' },
    to: { path: '^web/' },
  },
  {
    name: 'platform-knows-no-feature',
    comment: 'Platform and adapters serve every feature and know none.',
    severity: 'error',
    from: { path: '^server/src/(platform|adapters)/', pathNot: tests },
    to: { path: '^server/src/(features/|(app|main)\\.ts$)' },
  },
  {
    name: 'features-get-adapters-as-ports',
    comment: 'app.ts hands adapters in; a feature may name their types only.',
    severity: 'error',
    from: { path: '^server/src/features/', pathNot: tests },
    to: { path: '^server/src/adapters/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'sandbox-knows-no-feature',
    comment:
      'The payer sandbox is another side: it shares envelopes with the adapters and what is true on paper, no more.',
    severity: 'error',
    from: { path: '^server/src/payer-sandbox/', pathNot: tests },
    to: { path: '^server/src/', pathNot: '^server/src/(payer-sandbox|adapters/payers)/' },
  },
  {
    name: 'sandbox-only-from-commands',
    comment: 'What runs a practice knows no made-up payer; commands start one through its index.ts.',
    severity: 'error',
    from: { path: '^server/src/', pathNot: ['^server/src/payer-sandbox/', '^server/src/cli/', ...tests] },
    to: { path: '^server/src/payer-sandbox/' },
  },
  frontDoor({
    name: 'features-only-through-index',
    comment: "A feature uses another through the other's index.ts.",
    root: 'server/src/features',
    door: 'index\\.ts',
    exceptFrom: tests,
  }),
  ...islands({
    name: 'features-use-only-listed',
    comment: 'A feature uses another only if featureMayUse lists it.',
    root: 'server/src/features',
    table: featureMayUse,
    exceptFrom: tests,
  }),
  {
    name: 'routes-only-from-app',
    comment: 'Nobody but the app calls routes.',
    severity: 'error',
    from: { pathNot: ['^server/src/(app|main)\\.ts$', ...tests] },
    to: { path: '^server/src/features/[^/]+/routes\\.ts$' },
  },
  {
    name: 'sql-only-in-store',
    comment: 'kysely and pg belong to store.ts, the platform and the adapters.',
    severity: 'error',
    from: {
      path: '^(server|web|packages|contract)/',
      pathNot: ['(^|/)store\\.ts$', '^server/src/(platform|adapters)/', ...tests],
    },
    to: { path: '(^|/)node_modules/(@types/)?(kysely|pg|pg-boss)/' },
  },

  frontDoor({
    name: 'web-features-only-through-index',
    comment: "A web feature uses another through the other's index.ts.",
    root: 'web/src/features',
    door: 'index\\.tsx?',
    exceptFrom: tests,
  }),
  ...islands({
    name: 'web-features-use-only-listed',
    comment: 'A web feature uses another only if webFeatureMayUse lists it.',
    root: 'web/src/features',
    table: webFeatureMayUse,
    exceptFrom: tests,
  }),
  {
    name: 'ui-knows-no-feature',
    comment: 'The design system knows no feature, no app and no contract.',
    severity: 'error',
    from: { path: '^web/src/ui/' },
    to: { path: '^(web/src/(features|app)/|contract/)' },
  },

  {
    name: 'nothing-imports-tests',
    comment: 'A test file is an end, not a library.',
    severity: 'error',
    from: {},
    to: { path: testFiles },
  },
  {
    name: 'testing-only-in-tests',
    comment: 'Builders and test servers stay out of what runs.',
    severity: 'error',
    from: { path: '^(packages|contract|server|web)/', pathNot: tests },
    to: { path: `^(packages|contract|server|web)/.*${testing.replace('(^|/)', '/')}` },
  },
  {
    name: 'nothing-imports-demo',
    comment: 'What exists to show or measure is used by nobody, but for the files that seed the demo practice.',
    severity: 'error',
    from: {
      pathNot: [
        '^(demo|e2e|bench)/',
        '^server/src/cli/seed-(demo|rows|practice-rows|consent-rows|directory-rows)\\.ts$',
        ...tests,
      ],
    },
    to: { path: '^demo/' },
  },
  {
    name: 'nothing-imports-e2e-bench-tools',
    comment: 'What exists to show, measure or build is used by nobody that ships.',
    severity: 'error',
    from: { pathNot: '^(demo|e2e|bench|tools)/' },
    to: { path: '^(e2e|bench|tools)/' },
  },
  {
    name: 'nothing-imports-e2e-bench-tools',
    comment: 'Tools stand under the stories, not on them.',
    severity: 'error',
    from: { path: '^tools/' },
    to: { path: '^(e2e|bench)/' },
  },
]

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own build output: a looser pattern would hide packages that ship a dist folder from the law.
    exclude: { path: '^(packages/[^/]+|contract|server|web|demo|e2e|bench)/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
}
