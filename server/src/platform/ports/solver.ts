export interface Solution {
  /** Whether the solver proved that nothing is better. */
  readonly isOptimal: boolean
  readonly values: ReadonlyMap<string, number>
}

/** Solves programmes of whole numbers beside the event loop. */
export interface Solver {
  /**
   * @param programme in the LP format of CPLEX
   * @param limitMs after which the best found so far is answered
   * @returns null when nothing was found in time, or the solver failed: whoever asks has an answer of their own
   */
  solve(programme: string, limitMs: number): Promise<Solution | null>
  stop(): Promise<void>
}
