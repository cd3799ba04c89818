import type { Expression, Kysely, RawBuilder } from "kysely"
import type { Database } from "./schema/database.ts"

/** What differs between engines. A statement or migration never asks which engine it is for; it takes it from here. */
export interface Traits {
  /** Builds statements; is connected to nothing. */
  readonly builder: () => Kysely<Database>
  readonly types: {
    /** Ordered by code point, so that pages come in the same order everywhere. */
    readonly text: RawBuilder<unknown>
    /** Whole numbers up to 2^53, instants and money among them. */
    readonly integer: RawBuilder<unknown>
    readonly bytes: RawBuilder<unknown>
  }
  /** End of a table's definition: rows stored in the order of their key, for short rows. */
  readonly keyed: RawBuilder<unknown> | null
  /** The same for rows that are long. */
  readonly heaped: RawBuilder<unknown> | null
  /** Makes an update that finds no row fail, where the driver's count of changed rows comes too late. */
  readonly mustTouch: (update: string) => string
  /** Whether the text holds every word of a JSON array, literally. */
  readonly holdsEvery: (text: Expression<string>, words: Expression<string>) => RawBuilder<boolean>
  /** Names of the tables that are there, as `name`. */
  readonly tableNames: (schema: string | null) => RawBuilder<unknown>
  /** Whether tables of other programs may stand beside ours. */
  readonly shared: boolean
}
