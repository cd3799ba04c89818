import { sqliteStorage } from "@openshelf/adapter-sqlite"
import { type Actor, Barcode, Card, checkOut, Documents, Ids, Instant, type Station, staffRoles } from "@openshelf/core"
import { Effect, Layer } from "effect"

const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.desk) }
const station: Station = { tenant: "town", branch: "main", actor: anna, channel: "desk" }

/** Lends an item; tells what stood in the way when it was refused, and leaves faults to the caller. */
export const lend = (item: string, card: string, key: string, at: number) =>
  checkOut(station, { item: Barcode.make(item), card: Card.make(card), at: Instant.make(at) }, { key }).pipe(
    Effect.map(({ receipt }) => `due ${new Date(receipt.dueAt).toISOString()}`),
    Effect.catchTag("Refused", ({ refusals }) =>
      Effect.succeed(`refused: ${refusals.map(({ _tag }) => _tag).join(", ")}`)
    )
  )

/** Everything that a command needs: a storage, the compiled documents of each tenant, and new ids. */
export const layer = (file: string) =>
  Layer.provideMerge(Layer.merge(Documents.layer, Ids.layer), sqliteStorage({ file }))
