import { describe, expect, it } from "vitest"
import { joined } from "../../src/facts/joined.ts"
import { leaseStatements } from "../../src/lease/leaseStatements.ts"
import { migrations } from "../../src/migrations/migrations.ts"
import { schemaState } from "../../src/migrations/schemaState.ts"
import { postgresTraits } from "../../src/postgresTraits.ts"
import { sqliteTraits } from "../../src/sqliteTraits.ts"
import type { Statement } from "../../src/statement.ts"
import { builderFor, statementsFor } from "../../src/statements.ts"
import type { Traits } from "../../src/traits.ts"
import { migrationBreaches, specialIndexed } from "./migrationBreaches.ts"
import { statementBreaches } from "./statementBreaches.ts"

/** The one statement that is about all tenants: it lists them. */
const aboutAllTenants: ReadonlySet<string> = new Set(["all_tenants"])

for (const [engine, traits] of [
  ["SQLite", sqliteTraits],
  ["PostgreSQL", postgresTraits]
] as const) {
  describe(`rules of storage, ${engine}`, () => {
    const steps = stepsOf(traits)
    const statements = [...statementsOf(traits).values()]
    const special = specialIndexed(steps)

    it("every step of every migration holds to them", () => {
      expect(steps.length).toBeGreaterThan(20)
      expect(steps.flatMap((sql) => migrationBreaches(sql).map((breach) => `${breach}: ${sql}`))).toEqual([])
    })

    it("every statement holds to them", () => {
      expect(statements.length).toBeGreaterThan(80)
      const breaches = statements
        .filter(({ name }) => !aboutAllTenants.has(name))
        .flatMap((statement) => statementBreaches(statement, special).map((breach) => `${statement.name}: ${breach}`))
      expect(breaches).toEqual([])
    })
  })
}

describe("rules of storage, facts joined into one statement", () => {
  it("holds to them", () => {
    const { slots, preface } = statementsFor(builderFor(postgresTraits, "shelf"))
    const questions = Object.entries({ ...preface, ...slots }).map(([name, query]) => ({ name, query }))
    const special = specialIndexed(stepsOf(postgresTraits))
    // Reading a statement takes time by the square of its length, and no command asks more at once.
    for (let first = 0; first < questions.length; first += 30) {
      const some = joined("some", questions.slice(first, first + 30))
      expect(statementBreaches(some.statement, special)).toEqual([])
    }
  })
})

function stepsOf(traits: Traits): ReadonlyArray<string> {
  const builder = builderFor(traits)
  return [schemaState(builder).create, ...migrations.flatMap(({ steps }) => steps(builder))].map(({ sql }) => sql)
}

/** Whatever is compiled, wherever it stands. */
function statementsOf(traits: Traits): ReadonlyMap<string, Statement> {
  const builder = builderFor(traits)
  const { create: _, ...state } = schemaState(builder)
  const found = new Map<string, Statement>()
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return
    if ("sql" in value && "parameters" in value) {
      const { name } = value as Statement
      expect(found.has(name), `two statements are called ${name}`).toBe(false)
      found.set(name, value as Statement)
    } else for (const each of Object.values(value)) look(each)
  }
  look([statementsFor(builder), state, leaseStatements(builder)])
  return found
}
