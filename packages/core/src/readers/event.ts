import type { Instant } from "../calendar/instant.ts"
import type { BlockId } from "./blocks/model.ts"
import type { ReaderId } from "./model.ts"

/** Readers are versioned rows: their events name the id and the changed fields, not the contents. */
export type ReaderEvent =
  | {
      readonly _tag: "ReaderRegistered"
      readonly readerId: ReaderId
      readonly at: Instant
      readonly category: string
      readonly branch: string
    }
  | {
      readonly _tag: "ReaderChanged"
      readonly readerId: ReaderId
      readonly at: Instant
      readonly changed: ReadonlyArray<string>
    }
  | {
      readonly _tag: "ReaderBlockPlaced"
      readonly readerId: ReaderId
      readonly blockId: BlockId
      readonly kind: string
      readonly actions: string
      readonly endsAt: Instant | null
      readonly at: Instant
    }
  | {
      readonly _tag: "ReaderBlockLifted"
      readonly readerId: ReaderId
      readonly blockId: BlockId
      readonly at: Instant
    }
