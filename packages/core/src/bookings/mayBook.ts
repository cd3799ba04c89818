import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Place } from "../decision/draft.ts"
import type { BookedItem, ReaderFacts } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { readerMay, type Standing } from "../readers/blocks/readerMay.ts"
import { againstFetching } from "../reservations/entitled.ts"

interface Booker extends ReaderFacts {
  readonly standing: Standing
  /** The reader's bookings, without the one that is changed. */
  readonly bookings: ReadonlyArray<BookedItem>
}

interface Booked {
  readonly item: ItemRow
  readonly pickupBranch: string
  /** What is against its days. */
  readonly days: ReadonlyArray<Refusal>
}

interface By {
  readonly at: Instant
  readonly asked: Consultation
  readonly policy: CompiledPolicy
  readonly place: Place
}

/** What is against a reader having an item for some days: every refusal at once. */
export const mayBook = (
  { reader, account, standing, bookings }: Booker,
  { item, pickupBranch, days }: Booked,
  { at, asked, policy, place }: By
): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = [
    ...readerMay("reserve", { reader, account }, standing, { at, asked, place }),
    ...(asked.optional("bookable", false) ? [] : [{ _tag: "ItemNotBookable" as const, itemType: item.type }]),
    ...days
  ]
  const fetching = againstFetching(item, { readerHome: reader.homeBranch, pickupBranch }, asked, policy)
  if (fetching !== null) refusals.push(fetching)
  const countMax = asked.optional("bookingCountMax", "unlimited")
  // Those whose days passed count no more, though no night has ended them yet.
  const count = bookings.filter(({ booking }) => booking.untilAt >= at).length
  if (countMax !== "unlimited" && count >= countMax) refusals.push({ _tag: "BookingLimitReached", count, countMax })
  return [...refusals, ...asked.missing]
}
