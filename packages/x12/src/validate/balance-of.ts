import type { CompiledGuide } from '../grammar/compile.ts'
import type { Balance } from './balance.ts'
import { balance277ca } from './balance-277ca.ts'
import { balance834 } from './balance-834.ts'
import { balance835 } from './balance-835.ts'
import { balance837 } from './balance-837.ts'
import { balance999 } from './balance-999.ts'
import type { Findings } from './findings.ts'

/** @returns null for sets in which nothing has to add up */
export function balanceOf({ set, id }: Pick<CompiledGuide, 'set' | 'id'>, findings: Findings): Balance | null {
  if (id === '005010X214') return balance277ca(findings)
  if (set === '834') return balance834(findings)
  if (set === '835') return balance835(findings)
  if (set === '999') return balance999(findings)
  return set === '837' ? balance837(findings) : null
}
