import type { Figure } from '../topic.ts'

export function plain(name: string, value: number, unit: string): Figure {
  return figure(name, value, unit, null, true)
}

export function figure(name: string, value: number, unit: string, target: string | null, isOk: boolean): Figure {
  return { name, value: Number(value.toPrecision(3)), unit, target, isOk }
}
