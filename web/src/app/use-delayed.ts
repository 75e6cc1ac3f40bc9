import { useEffect, useState } from 'react'

/** The value once it has kept still for so long. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}

/** True when something has gone on for so long: progress that flashes by only disturbs. */
export function useLasting(isOn: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasts(isOn), isOn ? milliseconds : 0)
    return () => clearTimeout(timer)
  }, [isOn, milliseconds])
  return isOn && lasts
}
