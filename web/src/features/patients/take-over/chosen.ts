export interface Choice {
  readonly key: string
  readonly isNew: boolean
  /** What the record says there. */
  readonly recorded: string
}

export interface Pick {
  readonly isOn: boolean
  /** What the record said when somebody picked. */
  readonly over: string
}

/**
 * Which are to be taken over: what is new, unless somebody said otherwise. What they said holds as long as the record says
 * what they saw: nothing that a colleague writes meanwhile is overwritten unseen.
 */
export function chosenOf<C extends Choice>(offers: readonly C[], picks: ReadonlyMap<string, Pick>): readonly C[] {
  return offers.filter(({ key, isNew, recorded }) => {
    const pick = picks.get(key)
    return pick?.over === recorded ? pick.isOn : isNew
  })
}
