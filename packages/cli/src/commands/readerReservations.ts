import type { Card, ReservationFacts } from "@openshelf/core"
import type { Command } from "commander"
import { Failed } from "./failed.ts"
import { instantCell, listed } from "./listed.ts"
import { command, onDatabase, type Shared, type Terminal } from "./shared.ts"

/** `openshelf list reservations`: what a reader waits for, and what lies ready. */
export const readerReservationsCommand = (terminal: Terminal): Command =>
  command("reservations", "the live reservations of a reader")
    .argument("<card>", "a card of the reader")
    .action((card: string, given: Shared) =>
      onDatabase(
        terminal,
        given,
        async (library) => {
          const { reader, reservationsOfReader } = await library.read(given.tenant, {
            reader: { card: card as Card },
            reservationsOfReader: { card: card as Card }
          })
          if (reader === null) throw new Failed(`${card}: no reader has this card`)
          return reservationsOfReader
        },
        (reservations) => listed("the reader has no reservations", head, reservations, cells)
      )
    )

const head = ["title", "state", "kind", "pick up at", "until", "reservation"]

const cells = ({ reservation, title }: ReservationFacts): ReadonlyArray<string> => {
  const { state, kind, pickupBranch, shelfUntil, suspended, reservationId } = reservation
  return [
    title.title,
    state === "waiting" && suspended === 1 ? "suspended" : (words[state] ?? state),
    kind,
    pickupBranch,
    instantCell(shelfUntil),
    reservationId
  ]
}

const words: Readonly<Record<string, string>> = { setAside: "on the shelf", inTransit: "on its way" }
