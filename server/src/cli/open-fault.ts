/** Why a file could not be opened, in one line for who named it. */
export function openFault(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no file ${path}`
  if (code === 'EISDIR') return `${path} is a folder; which file in it?`
  return code === 'EACCES' || code === 'EPERM' ? `${path} may not be read by this user` : `${path} cannot be opened`
}
