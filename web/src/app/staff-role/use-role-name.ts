import { useCatalog } from '../catalog.ts'
import { words } from './words.ts'

type Known = keyof typeof words.en

function isKnown(role: string): role is Known {
  return role in words.en
}

/** The name of whoever acts, by their role; one that is not known here as it came. */
export function useRoleName(): (role: string) => string {
  const { say } = useCatalog('roles', words)
  return (role) => (isKnown(role) ? say(role) : role)
}
