import type { Condition } from "./condition.ts"

/** What an inspection found that was not on the item before, and what was: kept with the incident, to be charged later. */
export interface Found extends Condition {
  readonly before: Condition
}

const nothing: Found = { damages: [], parts: [], before: { damages: [], parts: [] } }

/** What an incident's row says of it. */
export const foundOf = ({ found }: { readonly found: string }): Found =>
  found === "" ? nothing : (JSON.parse(found) as Found)
