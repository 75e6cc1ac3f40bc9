import { fits } from '../write/characters.ts'

/** Whether a text that somebody sent can be sent back as it is: of this length, and without what a writer may cut by. */
export function isPlain(text: string, least: number, most: number): boolean {
  return text.length >= least && text.length <= most && fits(text, 'extended') && !/[*:^~]|^ | $/.test(text)
}
