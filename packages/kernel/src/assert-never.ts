/** Marks the branch that no case reaches; the compiler names the case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`)
}
