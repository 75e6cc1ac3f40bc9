/** What a fault may say in the log: where it happened and the database's code, never its text, which can quote data. */
export function faultLine(error: unknown): object {
  if (!(error instanceof Error)) return { name: 'unknown' }
  const code = 'code' in error ? error.code : undefined
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { name: error.name, code, at: frames.slice(0, 6).map((line) => line.trim()) }
}
