import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IModule } from 'dependency-cruiser'
import { cruiseTree } from './cruise.ts'
import type { Edge } from './rooms.ts'
import { edgesBetweenRooms, roomOf, withoutImplied } from './rooms.ts'
import { root } from './root.ts'

const start = '<!-- map:start -->'
const end = '<!-- map:end -->'
const page = join(root, 'ARCHITECTURE.md')

type Redrawn = { rooms: number; before: string; after: string } | { missing: string }

/** The page with the map of these modules in it, beside what it says now. */
function redraw(modules: readonly IModule[]): Redrawn {
  const rooms = new Set(modules.flatMap((module) => roomOf(module.source) ?? []))
  const map = draw([...rooms].toSorted(), withoutImplied(edgesBetweenRooms(modules)))
  if (!existsSync(page)) return { missing: `map: ARCHITECTURE.md is missing; the map would be\n${map}` }
  const before = readFileSync(page, 'utf8')
  const [head, rest] = before.split(start)
  const tail = rest?.split(end)[1]
  if (head === undefined || tail === undefined) return { missing: `map: ARCHITECTURE.md has no ${start} … ${end}` }
  return { rooms: rooms.size, before, after: `${head}${start}\n${map}\n${end}${tail}` }
}

/** What is wrong with the map in ARCHITECTURE.md, if anything is. */
export function faultOfMap(modules: readonly IModule[]): string | null {
  const drawn = redraw(modules)
  if ('missing' in drawn) return drawn.missing
  return drawn.before === drawn.after ? null : 'map: ARCHITECTURE.md is out of date; run `npm run map`'
}

/** `node tools/map.ts` redraws the map in ARCHITECTURE.md. */
async function main(): Promise<void> {
  const drawn = redraw((await cruiseTree(root)).modules)
  if ('missing' in drawn) {
    console.error(drawn.missing)
    process.exitCode = 1
    return
  }
  if (drawn.before !== drawn.after) writeFileSync(page, drawn.after)
  console.log(`map: ${drawn.rooms} rooms drawn into ARCHITECTURE.md`)
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

if (import.meta.main) await main()
