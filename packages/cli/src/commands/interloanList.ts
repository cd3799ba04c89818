import type { OpenInterloan } from "@openshelf/core/interlending"
import type { Command } from "commander"
import { allPages, instantCell, listed } from "./listed.ts"
import { command, onDatabase, type Shared, type Terminal } from "./shared.ts"

/** `openshelf list interloans`: what is between this system and others. */
export const interloansCommand = (terminal: Terminal): Command =>
  command(
    "interloans",
    "what is borrowed from other systems and lent to them, and not over, asked for first first"
  ).action((given: Shared) =>
    onDatabase(
      terminal,
      given,
      async (library, { at }) => {
        const { openInterloans } = await import("@openshelf/core/interlending")
        const { tenant } = given
        const of = (side: "borrower" | "lender") =>
          allPages<OpenInterloan>((page) => openInterloans(library, { tenant, side, at, ...page }))
        return [...(await of("borrower")), ...(await of("lender"))]
      },
      (loans) =>
        listed(
          "nothing is borrowed from other systems or lent to them",
          ["", "system", "state", "due", "barcode", "next", "title", "id"],
          loans,
          betweenSystems
        )
    )
  )

const betweenSystems = ({ interloan, copy, next }: OpenInterloan): ReadonlyArray<string> => [
  interloan.side === "borrower" ? "from" : "to",
  interloan.partner,
  interloan.state,
  instantCell(interloan.dueAt),
  copy?.barcode ?? interloan.barcode,
  next.join(", "),
  interloan.title,
  interloan.interloanId
]
