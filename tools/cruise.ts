import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

const rooms = ['packages', 'contract', 'server', 'web', 'demo', 'e2e', 'bench', 'tools', 'vitest.config.ts']

/** Reads every module under `tree` and holds it against the law in `tree`'s `.dependency-cruiser.cjs`. */
export async function cruiseTree(tree: string): Promise<ICruiseResult> {
  const options = await extractOptions(join(tree, '.dependency-cruiser.cjs'))
  const present = rooms.filter((room) => existsSync(join(tree, room)))
  const { output } = await cruise(present, { ...options, baseDir: tree })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text where its result was expected')
  return output
}
