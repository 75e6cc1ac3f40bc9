/** `from` imports `to`; both are rooms as `roomOf` names them. */
export type Edge = { from: string; to: string }

const testCode = /\.(test|spec|bench)\.[cm]?tsx?$|(^|\/)testing(\.ts$|\/)/

/** The room a source file lies in, or undefined for what the map does not draw (tests, tools, installed packages). */
export function roomOf(source: string): string | undefined {
  if (testCode.test(source) || source.includes('node_modules/')) return undefined
  const inside = source.match(/^(packages\/[^/]+|(?:server|web)\/src\/features\/[^/]+)\//)
  if (inside?.[1]) return inside[1].replace('/src/', '/')
  const layer = source.match(/^(server|web)\/src\/(platform|adapters|ui)\//)
  if (layer) return `${layer[1]}/${layer[2]}`
  const rest = source.match(/^(contract|server|web|demo|e2e|bench)\//)?.[1]
  return rest === 'server' || rest === 'web' ? `${rest}/app` : rest
}

/** What is read of a module as dependency-cruiser describes it. */
export type Importer = { source: string; dependencies: { resolved: string }[] }

export function edgesBetweenRooms(modules: readonly Importer[]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const module of modules) {
    const from = roomOf(module.source)
    for (const dependency of module.dependencies) {
      const to = roomOf(dependency.resolved)
      if (from && to && from !== to) edges.set(`${from} ${to}`, { from, to })
    }
  }
  return [...edges.keys()].toSorted().flatMap((key) => edges.get(key) ?? [])
}

/** The same reachability with fewer arrows: one that the others already imply is left out. */
export function withoutImplied(edges: Edge[]): Edge[] {
  return edges.reduce<Edge[]>((kept, edge) => {
    const others = kept.filter((other) => other !== edge)
    return reaches(others, edge.from, edge.to) ? others : kept
  }, edges)
}

function reaches(edges: Edge[], from: string, to: string): boolean {
  const seen = new Set([from])
  for (const room of seen) {
    for (const edge of edges) if (edge.from === room) seen.add(edge.to)
  }
  return seen.has(to)
}
