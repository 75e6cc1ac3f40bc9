import type { RuleCode } from '@foyer/scheduling'
import { useState } from 'react'
import { tellFault, tellIfOffline } from '../refusals.ts'
import type { Names } from '../use-names.ts'
import { useWords } from '../words.ts'
import type { Load } from './load.ts'
import type { Refused } from './refused.ts'
import { useDropBlock } from './use-drop-block.ts'
import { useDropGroup } from './use-drop-group.ts'
import { useDropVisit } from './use-drop-visit.ts'
import type { Wanted } from './wanted.ts'

export type Dropped = {
  readonly siteId: string
  readonly load: Load
  readonly wanted: Wanted
  readonly reason: string
  /** Rules that somebody with the right sets aside, with the reason as theirs. */
  readonly overriding?: readonly RuleCode[]
  /** Of closed time: visits stay where they are, and it closes what is free. */
  readonly aroundVisits?: boolean
}

/** Moves what was in the hand; says it when it is refused. Each can be taken back with one key. */
export function useDrop(names: Names) {
  const { say } = useWords()
  const visits = useDropVisit(names)
  const groups = useDropGroup(names)
  const blocks = useDropBlock(names)
  const [refused, setRefused] = useState<Refused | null>(null)
  const isPending = visits.isPending || groups.isPending || blocks.isPending

  const work = (dropped: Dropped): Promise<Refused | null> => {
    const { load, siteId, wanted, reason, overriding = [], aroundVisits = false } = dropped
    if (load.kind === 'visit') return visits.drop({ siteId, visit: load.visit, wanted, reason, overriding })
    if (load.kind === 'group') return groups.drop({ load, wanted, reason, overriding })
    return blocks.drop({ block: load.block, wanted, aroundVisits })
  }
  const drop = async (dropped: Dropped): Promise<boolean> => {
    if (isPending) return false
    const offline = tellIfOffline(say)
    setRefused(offline && { told: offline, next: [], mayOverride: [] })
    if (offline) return false
    try {
      const no = await work(dropped)
      setRefused(no)
      return no === null
    } catch (error) {
      setRefused({ told: tellFault(error, say), next: [], mayOverride: [] })
      return false
    }
  }
  return { drop, refused, clear: () => setRefused(null), isPending }
}

export type Drop = ReturnType<typeof useDrop>
