import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruiseTree } from './cruise.ts'
import type { Edge } from './rooms.ts'
import { edgesBetweenRooms, roomOf, withoutImplied } from './rooms.ts'
import { root } from './root.ts'

const start = '<!-- map:start -->'
const end = '<!-- map:end -->'
const page = join(root, 'ARCHITECTURE.md')

/** `node tools/map.ts` redraws the map in ARCHITECTURE.md; `--check` only says whether it would change (exit code 1). */
async function main(): Promise<void> {
  const { modules } = await cruiseTree(root)
  const rooms = new Set(modules.flatMap((module) => roomOf(module.source) ?? []))
  const map = draw([...rooms].toSorted(), withoutImplied(edgesBetweenRooms(modules)))

  if (!existsSync(page)) return fail(`ARCHITECTURE.md is missing; the map would be\n${map}`)
  const before = readFileSync(page, 'utf8')
  const [head, rest] = before.split(start)
  const tail = rest?.split(end)[1]
  if (head === undefined || tail === undefined) return fail(`ARCHITECTURE.md has no ${start} … ${end}`)
  const after = `${head}${start}\n${map}\n${end}${tail}`

  if (before === after) console.log(`map: ${rooms.size} rooms, up to date`)
  else if (process.argv.includes('--check')) fail('map: ARCHITECTURE.md is out of date; run `npm run map`')
  else {
    writeFileSync(page, after)
    console.log(`map: ${rooms.size} rooms drawn into ARCHITECTURE.md`)
  }
}

function draw(rooms: string[], edges: Edge[]): string {
  const groups = Map.groupBy(rooms, (room) => (room.includes('/') ? (room.split('/')[0] ?? room) : ''))
  const boxes = [...groups].flatMap(([group, members]) => {
    const lines = members.map((room) => `${id(room)}["${room.slice(group ? group.length + 1 : 0)}"]`)
    return group
      ? [`  subgraph ${group}`, ...lines.map((line) => `    ${line}`), '  end']
      : lines.map((line) => `  ${line}`)
  })
  const arrows = edges.map((edge) => `  ${id(edge.from)} --> ${id(edge.to)}`)
  return ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```'].join('\n')
}

/** `end` and the like are words of mermaid, so every id carries a prefix. */
function id(room: string): string {
  return `room_${room.replaceAll(/[^a-z0-9]/gi, '_')}`
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

await main()
