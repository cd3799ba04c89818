import type { ChargeRow } from "../../accounts/model.ts"
import { heldLookup } from "../../appeals/held.ts"
import { bookingsLookup } from "../../bookings/bookingsLookup.ts"
import type { ItemRow } from "../../catalogue/model.ts"
import type { Candidate, FactSlots, Found, JoinedReservation, OwnedBooking } from "../../decision/facts.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import type { ReaderBlockRow } from "../../readers/blocks/model.ts"
import type { Library } from "../openLibrary.ts"

type Asked = "blocksOfQueue" | "heldOfQueue" | "joinedOfQueue" | "bookingsOfTitle" | "title"
type AllOfQueue = { readonly [S in Asked]: FactSlots[S]["by"] }

/** What is known of a title's queue and copies besides their rows. */
export interface Standing {
  readonly blocks: ReadonlyMap<string, ReadonlyArray<ReaderBlockRow>>
  readonly held: ReadonlyMap<string, ReadonlyArray<ChargeRow>>
  /** The group of each reservation that is joined with others, and which those are. */
  readonly groups: ReadonlyMap<string, string>
  readonly joined: ReadonlyMap<string, ReadonlyArray<JoinedReservation>>
  /** Live bookings of the copies. */
  readonly bookings: ReadonlyMap<string, ReadonlyArray<OwnedBooking>>
  /** The title's description, as it is stored. */
  readonly description: string
}

/** What is known of those who wait for these copies; copies for the same candidates are asked for once. */
export const standingOf = async (
  library: Library,
  tenant: string,
  candidates: ReadonlyArray<Candidate>,
  free: ReadonlyArray<ItemRow>,
  policy: CompiledPolicy
): Promise<Standing> => {
  const named = new Set(candidates.map(({ reservation }) => reservation.itemId))
  const kinds = new Map<string, ItemRow>()
  for (const item of free)
    kinds.set(named.has(item.itemId) ? item.itemId : JSON.stringify([item.volume, item.type]), item)
  const blocks = new Map<string, ReaderBlockRow>()
  const held = new Map<string, ChargeRow>()
  const joined = new Map<string, JoinedReservation>()
  const bookings = new Map<string, OwnedBooking>()
  let description = "{}"
  for (const { barcode, titleId } of kinds.values()) {
    const by = { barcode, limit: candidates.length }
    const found: Partial<Found<AllOfQueue>> = await library.read(tenant, {
      blocksOfQueue: by,
      joinedOfQueue: by,
      title: { titleId },
      ...heldLookup(policy, "heldOfQueue", by),
      ...bookingsLookup(policy, "bookingsOfTitle", { titleId })
    })
    description = found.title?.title.description ?? description
    for (const one of found.bookingsOfTitle ?? []) bookings.set(one.booking.bookingId, one)
    for (const block of found.blocksOfQueue ?? []) blocks.set(block.blockId, block)
    for (const charge of found.heldOfQueue ?? []) held.set(charge.chargeId, charge)
    for (const one of found.joinedOfQueue ?? []) joined.set(one.reservation.reservationId, one)
  }
  return {
    description,
    bookings: grouped(bookings.values(), ({ booking }) => booking.itemId),
    blocks: grouped(blocks.values(), ({ readerId }) => readerId),
    held: grouped(held.values(), ({ accountId }) => accountId),
    groups: new Map([...joined.values()].map((one) => [one.reservation.reservationId, one.groupId])),
    joined: grouped(joined.values(), ({ groupId }) => groupId)
  }
}

const grouped = <Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): ReadonlyMap<string, ReadonlyArray<Row>> => {
  const groups = new Map<string, Array<Row>>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}
