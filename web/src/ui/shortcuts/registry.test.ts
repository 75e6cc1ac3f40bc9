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
