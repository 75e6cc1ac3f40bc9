import type { Db } from '../../platform/database/organization-db.ts'

type Compiled = Extract<Parameters<Db['executeQuery']>[0], { readonly parameters: readonly unknown[] }>

/** A place in a statement where a value will stand. */
export type Slots<N extends string> = Readonly<Record<N, string>>
export type Prepared<N extends string, R> = (db: Db, values: Readonly<Record<N, unknown>>) => Promise<readonly R[]>

const MARK = '\u0001slot:'

/**
 * A statement whose text is built once for each organization: a run only fills its values in. For the few reads that
 * somebody waits for at every keystroke, where building the text costs as much as running it.
 */
export function prepared<N extends string, R>(
  names: readonly N[],
  build: (db: Db, slots: Slots<N>) => { compile(): Compiled },
): Prepared<N, R> {
  const slots = Object.fromEntries(names.map((name) => [name, MARK + name])) as Slots<N>
  const known = new WeakMap<Db, { compiled: Compiled; fill: readonly (N | null)[] }>()

  function compiledFor(db: Db): { compiled: Compiled; fill: readonly (N | null)[] } {
    const compiled = build(db, slots).compile()
    const fill = compiled.parameters.map((value) => names.find((name) => value === slots[name]) ?? null)
    const made = { compiled, fill }
    known.set(db, made)
    return made
  }

  return async (db, values) => {
    const { compiled, fill } = known.get(db) ?? compiledFor(db)
    const parameters = fill.map((name, index) => (name === null ? compiled.parameters[index] : values[name]))
    const { rows } = await db.executeQuery({ ...compiled, parameters })
    return rows as readonly R[]
  }
}
