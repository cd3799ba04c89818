import type { Barcode, CopyStanding, Library, TitleId } from "@openshelf/core"
import type { QueuePlace } from "@openshelf/core/queues"
import type { Command } from "commander"
import { Failed } from "./failed.ts"
import { allPages, instantCell, listed } from "./listed.ts"
import { command, onDatabase, type Shared, type Terminal } from "./shared.ts"

const ofTitle = (name: string, description: string): Command =>
  command(name, description).argument("<title>", "the title's id, or the barcode of one of its copies")

/** The title that is meant. */
const titleNamed = async (library: Library, tenant: string, name: string): Promise<TitleId> => {
  const { title, item } = await library.read(tenant, {
    title: { titleId: name as TitleId },
    item: { barcode: name as Barcode }
  })
  const titleId = title?.title.titleId ?? item?.title.titleId
  if (titleId === undefined) throw new Failed(`${name}: no title has this id, no copy this barcode`)
  return titleId
}

/** `openshelf list queue`: who waits is not named; how long it will be is learned from this library's own loans. */
export const queueCommand = (terminal: Terminal): Command =>
  ofTitle("queue", "the reservations of a title in order, each with how many days it will probably wait").action(
    (name: string, given: Shared) =>
      onDatabase(
        terminal,
        given,
        async (library, { at }) => {
          const { learnWaits, titleQueue } = await import("@openshelf/core/queues")
          const { tenant } = given
          const title = await titleNamed(library, tenant, name)
          await learnWaits(library, { tenant, at })
          return allPages<QueuePlace>(
            async (page) => (await titleQueue(library, { tenant, title, at, ...page })) ?? { rows: [], next: null }
          )
        },
        (places) => listed("nobody waits", queueHead, places, placed)
      )
  )

const queueHead = ["place", "since", "pick up at", "state", "days, half", "eight in ten", "reservation"]

const placed = ({ reservation, position, wait }: QueuePlace): ReadonlyArray<string> => {
  const { reservationId, placedAt, pickupBranch, state, suspended } = reservation
  const days = (quantile: number | null): string => (quantile === null ? "?" : `${quantile}`)
  return [
    position === null ? "-" : `${position}`,
    instantCell(placedAt),
    pickupBranch,
    suspended === 1 ? "suspended" : (stateWords[state] ?? state),
    wait === null ? "-" : days(wait.median),
    wait === null ? "-" : wait.within.chance === 0 ? "no copy expected" : `${days(wait.low)} to ${days(wait.high)}`,
    reservationId
  ]
}

const stateWords: Readonly<Record<string, string>> = { setAside: "on the shelf", inTransit: "on its way" }

/** `openshelf list copies`: where each copy is, and until when it is away. */
export const copiesCommand = (terminal: Terminal): Command =>
  ofTitle("copies", "the copies of a title, and until when they are lent or kept").action(
    (name: string, given: Shared) =>
      onDatabase(
        terminal,
        given,
        async (library) => {
          const titleId = await titleNamed(library, given.tenant, name)
          return allPages<CopyStanding>(
            async (page) => (await library.read(given.tenant, { copiesStanding: { titleId, ...page } })).copiesStanding
          )
        },
        (copies) => listed("there is no copy", ["barcode", "at", "status", "until"], copies, standing)
      )
  )

const standing = ({ item, loan, keptFor }: CopyStanding): ReadonlyArray<string> => [
  item.barcode,
  item.presentBranch,
  item.status,
  instantCell(loan?.dueAt ?? keptFor?.shelfUntil ?? null)
]
