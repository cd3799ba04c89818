import type { PickupSlotRow, TravellingCopy } from "@openshelf/core"
import type { Demand, PickupNotice, PullLine, ShelvedWithSlot, WouldFill } from "@openshelf/core/branch-lists"
import { Command } from "commander"
import { Failed } from "./failed.ts"
import { interloansCommand } from "./interloanList.ts"
import { allPages, instantCell, listed } from "./listed.ts"
import { pickupBranchesCommand } from "./pickupBranches.ts"
import { readerReservationsCommand } from "./readerReservations.ts"
import { requireBranch } from "./requireBranch.ts"
import { command, instantOption, onDatabase, type Shared, type Terminal } from "./shared.ts"
import { copiesCommand, queueCommand } from "./titleLists.ts"

interface OfBranch extends Shared {
  readonly branch: string
}

/** `openshelf list …`: the lists that a branch works through, what is in demand, the queue of a title, and where it may be fetched. */
export const listCommand = (terminal: Terminal): Command =>
  new Command("list")
    .description(
      "print what a branch has to fetch, what waits and travels, who waits for a title, what is between systems"
    )
    .addCommand(pullCommand(terminal))
    .addCommand(shelfCommand(terminal))
    .addCommand(noticesCommand(terminal))
    .addCommand(transitsCommand(terminal))
    .addCommand(slotsCommand(terminal))
    .addCommand(demandCommand(terminal))
    .addCommand(queueCommand(terminal))
    .addCommand(copiesCommand(terminal))
    .addCommand(readerReservationsCommand(terminal))
    .addCommand(pickupBranchesCommand(terminal))
    .addCommand(interloansCommand(terminal))

const ofBranch = (name: string, description: string): Command =>
  command(name, description).requiredOption("--branch <code>", "the branch")

const pullCommand = (terminal: Terminal): Command =>
  ofBranch("pull", "what to fetch from the shelves for reservations, in shelf order").action((given: OfBranch) =>
    onDatabase(
      terminal,
      given,
      async (library, { at }) => {
        const { pullList } = await import("@openshelf/core/branch-lists")
        await requireBranch(library, given)
        return (await pullList(library, { ...given, at }))?.lines ?? noRules()
      },
      (lines) => listed("nothing to fetch", pullHead, lines, pulled)
    )
  )

const pullHead = ["location", "call number", "volume", "barcode", "pick up at", "reservation", "title"]

const pulled = (line: PullLine): ReadonlyArray<string> => {
  const { location, callNumber, volume, barcode, pickupBranch, reservationId, title } = line
  return [location, callNumber, volume, barcode, pickupBranch, reservationId, title.title]
}

const shelfCommand = (terminal: Terminal): Command =>
  ofBranch("shelf", "what stands on the pickup shelf, whose time is over first first").action((given: OfBranch) =>
    onDatabase(
      terminal,
      given,
      async (library) => {
        const { withSlots } = await import("@openshelf/core/branch-lists")
        await requireBranch(library, given)
        const { tenant, branch } = given
        return allPages<ShelvedWithSlot>(async (page) => {
          const { pickupShelf } = await library.read(tenant, { pickupShelf: { branch, ...page } })
          return { ...pickupShelf, rows: await withSlots(library, tenant, pickupShelf.rows) }
        })
      },
      (copies) =>
        listed("nothing waits on the shelf", ["until", "slot", "of a set", "barcode", "title"], copies, shelved)
    )
  )

const shelved = ({ reservation, slot, ofSet, item, title }: ShelvedWithSlot): ReadonlyArray<string> => [
  instantCell(reservation.shelfUntil),
  slot?.name ?? "",
  ofSet === null ? "" : `${ofSet.here} of ${ofSet.of}`,
  item.barcode,
  title.title
]

const noticesCommand = (terminal: Terminal): Command =>
  ofBranch("notices", "whom to tell of the pickup shelf: of what is ready, and of what is nearly over")
    .requiredOption("--since <instant>", "only what became due after, as the last run's instant", instantOption)
    .action((given: OfBranch & { readonly since: number }) =>
      onDatabase(
        terminal,
        given,
        async (library, { at }) => {
          const { pickupNotices } = await import("@openshelf/core/branch-lists")
          await requireBranch(library, given)
          const { tenant, branch, since } = given
          return (await pickupNotices(library, { tenant, branch, since, at })) ?? noRules()
        },
        (notices) => listed("nobody to tell", ["reader", "what", "copies", "until"], notices, noticed)
      )
    )

const noticed = ({ readerId, kind, copies, until }: PickupNotice): ReadonlyArray<string> => [
  readerId,
  kind === "ready" ? "ready" : "nearly over",
  `${copies}`,
  instantCell(until)
]

const transitsCommand = (terminal: Terminal): Command =>
  ofBranch("transits", "what is on its way to the branch and from it, or is to be sent").action((given: OfBranch) =>
    onDatabase(
      terminal,
      given,
      async (library) => {
        await requireBranch(library, given)
        const { tenant, branch } = given
        const coming = await allPages<TravellingCopy>(
          async (page) => (await library.read(tenant, { transitsTo: { branch, ...page } })).transitsTo
        )
        const going = await allPages<TravellingCopy>(
          async (page) => (await library.read(tenant, { transitsFrom: { branch, ...page } })).transitsFrom
        )
        return [...coming, ...going]
      },
      (copies) => listed("nothing is on its way", ["from", "to", "why", "sent", "barcode", "title"], copies, travelling)
    )
  )

const travelling = ({ transit, item, title }: TravellingCopy): ReadonlyArray<string> => [
  transit.fromBranch,
  transit.toBranch,
  transit.reason,
  transit.sentAt === null ? "not yet" : instantCell(transit.sentAt),
  item.barcode,
  title.title
]

const slotsCommand = (terminal: Terminal): Command =>
  ofBranch("slots", "lockers and times to fetch what is reserved that may still be taken").action((given: OfBranch) =>
    onDatabase(
      terminal,
      given,
      async (library, { at }) => {
        await requireBranch(library, given)
        const { tenant, branch } = given
        return allPages<PickupSlotRow>(
          async (page) => (await library.read(tenant, { slotsOfBranch: { branch, at, ...page } })).slotsOfBranch
        )
      },
      (slots) => listed("there are no pickup slots", ["taken", "of", "from", "until", "kind", "name"], slots, ofSlot)
    )
  )

const ofSlot = ({ taken, capacity, fromAt, untilAt, kind, name }: PickupSlotRow): ReadonlyArray<string> => [
  `${taken}`,
  `${capacity}`,
  instantCell(fromAt),
  instantCell(untilAt),
  kind,
  name
]

const demandCommand = (terminal: Terminal): Command =>
  command("demand", "titles that are waited for, most for each copy first, and what nothing fills").action(
    (given: Shared) =>
      onDatabase(
        terminal,
        given,
        async (library, { at }) => {
          const { demand } = await import("@openshelf/core/branch-lists")
          return (await demand(library, { tenant: given.tenant, at })) ?? noRules()
        },
        (titles) => listed("nobody waits", ["waiting", "copies", "for each", "unfillable", "title"], titles, demanded)
      )
  )

const demanded = ({ waiting, copies, perCopy, unfillable, title }: Demand): ReadonlyArray<string> => {
  const ways = new Map<string, number>()
  for (const { wouldFill } of unfillable) ways.set(wouldFill, (ways.get(wouldFill) ?? 0) + 1)
  const unfilled = [...ways].map(([way, count]) => `${count} ${wayWords[way as keyof typeof wayWords]}`).join(", ")
  return [`${waiting}`, `${copies}`, perCopy === null ? "" : perCopy.toFixed(1), unfilled, title.title]
}

const wayWords: Readonly<Record<WouldFill, string>> = {
  buy: "to buy",
  recall: "to recall",
  pickUpElsewhere: "to be picked up elsewhere",
  changeRules: "by other rules or days",
  lendFromElsewhere: "from elsewhere"
}

const noRules = (): never => {
  throw new Failed("no policy and calendar hold at that instant; is --tenant right?")
}
