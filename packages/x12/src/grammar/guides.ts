import data270 from '../../data/270.json' with { type: 'json' }
import data271 from '../../data/271.json' with { type: 'json' }
import data276 from '../../data/276.json' with { type: 'json' }
import data277 from '../../data/277.json' with { type: 'json' }
import data277ca from '../../data/277ca.json' with { type: 'json' }
import data278 from '../../data/278.json' with { type: 'json' }
import data834 from '../../data/834.json' with { type: 'json' }
import data835 from '../../data/835.json' with { type: 'json' }
import data837i from '../../data/837i.json' with { type: 'json' }
import data837p from '../../data/837p.json' with { type: 'json' }
import data999 from '../../data/999.json' with { type: 'json' }
import { type CompiledGuide, compileGuide, findLoop } from './compile.ts'
import type { GuideData, LoopData } from './data.ts'

const all = [
  data270,
  data271,
  data276,
  data277,
  data277ca,
  data278,
  data834,
  data835,
  data837i,
  data837p,
  data999,
] as unknown as readonly GuideData[]

const compiled = new Map<GuideData, CompiledGuide>()

/** Versions of a guide that differ in nothing that is checked here. */
const sameAs: Readonly<Record<string, string>> = {
  '005010X220': '005010X220A1',
  '005010X221': '005010X221A1',
  '005010X222': '005010X222A1',
  '005010X222A2': '005010X222A1',
  '005010X223': '005010X223A2',
  '005010X223A1': '005010X223A2',
  '005010X223A3': '005010X223A2',
  '005010X231': '005010X231A1',
  '005010X279': '005010X279A1',
}

/**
 * The guide that a set follows.
 *
 * @param version ST03, or GS08: `005010X279A1`. Lower case names the same guide, which is told where it is checked.
 *
 * @returns null for versions and sets that are not described here
 */
export function guideOf(set: string, version: string): CompiledGuide | null {
  const named = version.toUpperCase()
  const id = sameAs[named] ?? named
  const data = all.find((guide) => guide.set === set && guide.guide === id)
  if (!data) return null
  const known = compiled.get(data)
  if (known) return known
  const guide = compileGuide(data, loopElsewhere)
  compiled.set(data, guide)
  return guide
}

/** Whether any guide of this set is described here. */
export function isKnownSet(set: string): boolean {
  return all.some((guide) => guide.set === set)
}

/** Guides that can be followed, by set. */
export function knownGuides(): readonly { readonly set: string; readonly guide: string; readonly name: string }[] {
  return all.map(({ set, guide, name }) => ({ set, guide, name }))
}

function loopElsewhere(path: string): LoopData {
  const [guide = '', id = ''] = path.split('/')
  for (const { guide: version, set, name, parts } of all) {
    const found = version === guide ? findLoop({ id: set, name, usage: 'R', max: 1, parts }, id) : null
    if (found) return found
  }
  throw new Error(`data/ has no loop ${path}`)
}
