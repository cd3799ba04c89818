import { type CompiledQuery, type RawBuilder, sql } from "kysely"

/** A statement compiled once, to be prepared and run many times. */
export interface Statement {
  /** Unique among the statements of a storage: what it is prepared under. */
  readonly name: string
  readonly sql: string
  /** What its placeholders stand for, in their order; a name may come more than once. `tenant` is the tenant's id. */
  readonly parameters: ReadonlyArray<string>
}

/** A statement with values for its placeholders. */
export interface Bound {
  readonly statement: Statement
  readonly values: ReadonlyArray<unknown>
}

class Parameter {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A place in a statement for a value that comes at run time; of a type that fits anywhere unless told. */
export const parameter = <Value = never>(name: string): RawBuilder<Value> => sql<Value>`${new Parameter(name)}`

/** The tenant's id, which every reference to a table of a tenant has to be bound by. */
export const tenant: RawBuilder<string> = parameter<string>("tenant")

/** Compiles what Kysely built. Every value in it has to be a `parameter`. */
export const statement = (name: string, built: { readonly compile: () => CompiledQuery<unknown> }): Statement => {
  const compiled = built.compile()
  const parameters = compiled.parameters.map((value) => {
    if (value instanceof Parameter) return value.name
    throw new Error(`statement ${name} has the value ${String(value)} built in`)
  })
  return { name, sql: compiled.sql, parameters }
}

/** A value that no database keeps as it is. */
class Unbindable extends Error {
  override readonly name = "Unbindable"
}

/** Puts values in the order in which a statement wants them. Throws `Unbindable`. */
export const bind = (
  { parameters }: Statement,
  tenantId: string,
  values: Readonly<Record<string, unknown>>
): ReadonlyArray<unknown> => {
  const bound = new Array<unknown>(parameters.length)
  for (let at = 0; at < parameters.length; at++) {
    const name = parameters[at] as string
    const value = name === "tenant" ? tenantId : values[name]
    if (!isBindable(value)) throw new Unbindable(`${name} cannot be stored as it is`)
    bound[at] = value
  }
  return bound
}

/** Whole numbers, bytes, and text without NUL or half a character, which engines would refuse or change. */
const isBindable = (value: unknown): boolean => {
  if (typeof value === "string") return isWellFormed(value) && !value.includes("\0")
  if (typeof value === "number") return Number.isSafeInteger(value)
  return value === null || value instanceof Uint8Array
}

/** Every engine has it that this runs on; the library that it is checked against has not. */
const isWellFormed = (text: string): boolean =>
  (text as unknown as { readonly isWellFormed: () => boolean }).isWellFormed()
