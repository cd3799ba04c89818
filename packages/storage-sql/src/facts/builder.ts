import type { FactSlots, SlotName } from "@openshelf/core"
import type { Kysely } from "kysely"
import type { Database } from "../schema/database.ts"
import type { Traits } from "../traits.ts"
import type { Query } from "./query.ts"

/** What statements are built with: a schema, and what is particular to an engine. */
export interface Builder {
  readonly db: Kysely<Database>
  readonly traits: Traits
}

/** The compiled question of a slot. */
export type Slot<S extends SlotName> = Query<FactSlots[S]["by"], FactSlots[S]["gives"]>
export type Slots = { readonly [S in SlotName]: Slot<S> }
