import { join } from 'node:path'

/** The root of the repository, wherever a tool was started from. */
export const root = join(import.meta.dirname, '..')
