import type { Db } from './organization-db.ts'

export type Compiled = Extract<Parameters<Db['executeQuery']>[0], { readonly parameters: readonly unknown[] }>

const MARK = '\u0001slot:'

/**
 * A statement whose text is built once for each organization; a run only fills its values in. For what is on the way of
 * every request and for what somebody waits for at every keystroke, where building the text costs as much as running it.
 */
export function statement<N extends string>(
  names: readonly N[],
  build: (db: Db, slots: Readonly<Record<N, string>>) => { compile(): Compiled },
): (db: Db, values: Readonly<Record<N, unknown>>) => Compiled {
  // Names are the keys of the record by construction.
  const slots = Object.fromEntries(names.map((name) => [name, MARK + name])) as Record<N, string>
  const known = new WeakMap<Db, { compiled: Compiled; fill: readonly (N | null)[] }>()

  function compiledFor(db: Db): { compiled: Compiled; fill: readonly (N | null)[] } {
    const compiled = build(db, slots).compile()
    const fill = compiled.parameters.map((value) => names.find((name) => value === slots[name]) ?? null)
    const made = { compiled, fill }
    known.set(db, made)
    return made
  }

  return (db, values) => {
    const { compiled, fill } = known.get(db) ?? compiledFor(db)
    return { ...compiled, parameters: fill.map((name, at) => (name === null ? compiled.parameters[at] : values[name])) }
  }
}

/**
 * A prepared statement that others can stand before, in its own WITH, so that all is one round trip and a transaction by
 * itself. `first` is where its outermost part begins; `db` is for what stands within.
 */
export interface Joinable extends Compiled {
  readonly origin: {
    readonly names: readonly string[]
    readonly build: BuildJoinable
    readonly values: Readonly<Record<string, unknown>>
  }
}

export type BuildJoinable = (
  db: Db,
  slots: Readonly<Record<string, string>>,
  first: Pick<Db, 'with' | 'insertInto'>,
) => { compile(): Compiled }

export function joinable(
  names: readonly string[],
  build: BuildJoinable,
): (db: Db, values: Readonly<Record<string, unknown>>) => Joinable {
  const fill = statement(names, (db, slots) => build(db, slots, db))
  return (db, values) => ({ ...fill(db, values), origin: { names, build, values } })
}

export function isJoinable(one: object): one is Joinable {
  return 'origin' in one
}

export type Prepared<N extends string, R> = (db: Db, values: Readonly<Record<N, unknown>>) => Promise<readonly R[]>

/** The same for a read that is run by itself. `R` is a row of the answer. */
export function prepared<N extends string, R>(
  names: readonly N[],
  build: (db: Db, slots: Readonly<Record<N, string>>) => { compile(): Compiled },
): Prepared<N, R> {
  const fill = statement(names, build)
  return async (db, values) => (await db.executeQuery(fill(db, values))).rows as readonly R[]
}
