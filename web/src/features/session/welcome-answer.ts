import type { Reply, session } from '@foyer/contract'

export type WelcomeAnswer = Reply<typeof session.readWelcome>

export interface Credentials {
  readonly email: string
  readonly password: string
}
