import type { Page } from 'playwright-core'

export interface Place {
  readonly name: string
  /** Ids in braces are filled in when the story runs. */
  readonly address: string
  /** What is opened on it with the keyboard or a press. */
  readonly open?: (page: Page) => Promise<void>
  readonly isReady: (page: Page) => Promise<unknown>
}

export const dialog = (page: Page) => page.getByRole('dialog').waitFor()

export const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor()
