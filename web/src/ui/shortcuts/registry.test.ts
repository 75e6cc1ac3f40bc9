import { expect, test, vi } from 'vitest'
import { spellKeys } from './keys.ts'
import { createShortcutRegistry } from './registry.ts'

test('a sequence waits for its second stroke', () => {
  const registry = createShortcutRegistry()
  const run = vi.fn()
  registry.add({ keys: 'g t', label: 'Today', scope: 'app' }, run)
  expect(registry.press('g')).toBe('waiting')
  expect(run).not.toHaveBeenCalled()
  expect(registry.press('t')).toBe('ran')
  expect(run).toHaveBeenCalledOnce()
})

test('a stroke that does not continue the sequence counts on its own', () => {
  const registry = createShortcutRegistry()
  const call = vi.fn()
  registry.add({ keys: 'g t', label: 'Today', scope: 'app' }, vi.fn())
  registry.add({ keys: 'c', label: 'Call', scope: 'page' }, call)
  registry.press('g')
  expect(registry.press('c')).toBe('ran')
  expect(call).toHaveBeenCalledOnce()
})

test('a forgotten sequence does not run', () => {
  const registry = createShortcutRegistry()
  registry.add({ keys: 'g t', label: 'Today', scope: 'app' }, vi.fn())
  registry.press('g')
  registry.forget()
  expect(registry.press('t')).toBe('unknown')
})

test('the innermost scope wins, and gives way when it leaves', () => {
  const registry = createShortcutRegistry()
  const [page, pane] = [vi.fn(), vi.fn()]
  const leave = registry.add({ keys: 'c', label: 'In the pane', scope: 'pane' }, pane)
  registry.add({ keys: 'c', label: 'On the page', scope: 'page' }, page)
  registry.press('c')
  expect([pane.mock.calls.length, page.mock.calls.length]).toEqual([1, 0])
  leave()
  registry.press('c')
  expect([pane.mock.calls.length, page.mock.calls.length]).toEqual([1, 1])
})

test('an open dialog silences what lies below it', () => {
  const registry = createShortcutRegistry()
  registry.add({ keys: 'c', label: 'Call', scope: 'page' }, vi.fn())
  const close = registry.enterModal()
  expect(registry.press('c')).toBe('unknown')
  expect(registry.list()).toEqual([])
  close()
  expect(registry.press('c')).toBe('ran')
})

test('keys are spelled one way', () => {
  expect(spellKeys('Ctrl+K')).toBe('Ctrl+k')
  expect(spellKeys('G T')).toBe('g t')
  expect(spellKeys('+')).toBe('+')
  expect(spellKeys('F2')).toBe('F2')
})

test('what is typed ahead counts on the page that is on its way, not on the one that is left', () => {
  const registry = createShortcutRegistry()
  const [here, there] = [vi.fn(), vi.fn()]
  const leaveHere = registry.add({ keys: 'b', label: 'Book for the one shown', scope: 'page' }, here)
  const arrived = registry.leave()
  expect(registry.press('b')).toBe('waiting')
  leaveHere()
  registry.add({ keys: 'b', label: 'Book for the one chosen', scope: 'page' }, there)
  arrived()
  arrived()
  expect([here.mock.calls.length, there.mock.calls.length]).toEqual([0, 1])
  registry.press('b')
  expect(there).toHaveBeenCalledTimes(2)
})

test('a key typed ahead waits for what is still being read, and is forgotten after a while', async () => {
  const registry = createShortcutRegistry()
  const [edit, book] = [vi.fn(), vi.fn()]
  const arrived = registry.leave()
  registry.press('e')
  arrived()
  registry.add({ keys: 'e', label: 'Change', scope: 'page' }, edit)
  await Promise.resolve()
  expect(edit).toHaveBeenCalledOnce()

  const there = registry.leave()
  registry.press('b')
  there()
  registry.forget()
  registry.add({ keys: 'b', label: 'Book', scope: 'page' }, book)
  await Promise.resolve()
  expect(book).not.toHaveBeenCalled()
})

test('a key typed ahead may lead to yet another page, where the next one counts', () => {
  const registry = createShortcutRegistry()
  const find = vi.fn()
  let arrivedAgain = () => {}
  registry.add({ keys: 'b', label: 'Book', scope: 'page' }, () => {
    arrivedAgain = registry.leave()
  })
  registry.add({ keys: 'f', label: 'Find', scope: 'page' }, find)
  const arrived = registry.leave()
  registry.press('b')
  registry.press('f')
  arrived()
  expect(find).not.toHaveBeenCalled()
  arrivedAgain()
  expect(find).toHaveBeenCalledOnce()
})

test('whole words typed ahead are no commands', () => {
  const registry = createShortcutRegistry()
  const run = vi.fn()
  registry.add({ keys: 'b', label: 'Book', scope: 'page' }, run)
  const arrived = registry.leave()
  for (const letter of 'abbb') registry.press(letter)
  arrived()
  expect(run).not.toHaveBeenCalled()
})

test('what works anywhere works also on the way to another page', () => {
  const registry = createShortcutRegistry()
  const find = vi.fn()
  registry.add({ keys: 'Ctrl+K', label: 'Find', scope: 'app' }, find)
  registry.leave()
  expect(registry.press('Ctrl+k')).toBe('ran')
})
