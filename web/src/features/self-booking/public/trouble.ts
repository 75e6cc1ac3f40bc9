/** The words for a question that the server did not answer. */
export function troubleOf(problem: string): 'offline' | 'slow' | 'notHereLead' | 'failed' {
  if (problem === 'offline') return 'offline'
  if (problem === 'too-many-requests') return 'slow'
  return problem === 'not-found' ? 'notHereLead' : 'failed'
}
