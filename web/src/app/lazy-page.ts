import { lazyRouteComponent } from '@tanstack/react-router'
import { ProblemError } from './client.ts'

/**
 * A page that is loaded when it is wanted, or before (see `useEarlyPages`). Without a connection it says so; the
 * router's own way, to load the whole document again, would leave the browser's error page on the screen.
 */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    try {
      return await load()
    } catch (error) {
      if (!navigator.onLine) throw new ProblemError(0, 'offline')
      throw error
    }
  }, name)
}
