import { openPlace } from './src/http/place.ts'
import { makeLoads } from './src/http/loads.ts'
import { runRound } from './src/http/round.ts'
import { memoryOf, processorSeconds } from './src/http/proc.ts'
const flags = ['', '--max-semi-space-size=8', '--max-semi-space-size=8 --max-old-space-size=128', '--max-semi-space-size=4 --max-old-space-size=96']
for (const flag of flags) {
  process.env['NODE_OPTIONS'] = flag
  process.env['MALLOC_ARENA_MAX'] = flag ? '2' : ''
  const place = await openPlace({ keep: false, inspect: false, note: () => {} })
  const foyer = place.sides[0]!
  console.log(flag || 'default', 'start', memoryOf(foyer.pid))
  for (const load of await makeLoads(place.database, place.set)) {
    const c = processorSeconds(foyer.pid)!
    const r = await runRound(foyer.url, 6, load.next('foyer', 30000), foyer.headers)
    console.log('  ', load.name, Math.round(r.perSecond), 'cpu', Math.round((processorSeconds(foyer.pid)! - c) * 1e6 / r.times.length), JSON.stringify(memoryOf(foyer.pid)))
  }
  await place.close()
}
