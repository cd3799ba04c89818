import type { Actor } from "../decision/actor.ts"
import type { ReaderRow } from "./model.ts"

/** Readers act for themselves only; anybody else's is to them as if it were not there. */
export const isSelf = (actor: Actor, reader: Pick<ReaderRow, "readerId">): boolean =>
  actor.kind !== "reader" || actor.readerId === reader.readerId
