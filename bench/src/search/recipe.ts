import type pg from 'pg'
import type { Question } from './questions.ts'

export interface Recipe {
  /** Record numbers of the first ten. */
  find(question: Question): Promise<readonly string[]>
}

/**
 * The usual recipe: trigrams of the name in a GIN index, similarity above 0.3, the likest first, and among these a
 * birth date that was given raises. Bare SQL on one connection, one prepared statement.
 */
export async function makeRecipe(client: pg.PoolClient): Promise<Recipe> {
  await client.query("set maintenance_work_mem = '512MB'")
  await client.query(
    `create unlogged table recipe as
     select id, mrn, lower(given || ' ' || family) as name, birth_date from patient where mrn >= '20000000'`,
  )
  await client.query('create index recipe_name on recipe using gin (name gin_trgm_ops)')
  await client.query('vacuum (analyze) recipe')
  await client.query('set pg_trgm.similarity_threshold = 0.3')
  return {
    find: async ({ name, birthDate }) => {
      const { rows } = await client.query<{ mrn: string }>({
        name: 'recipe',
        text: `select mrn from recipe where name % $1
               order by similarity(name, $1) + coalesce(similarity(birth_date, $2), 0) desc limit 10`,
        values: [name.toLowerCase(), birthDate],
      })
      return rows.map(({ mrn }) => mrn)
    },
  }
}
