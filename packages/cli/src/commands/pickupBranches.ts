import type { PickupBranches } from "@openshelf/core/reservations"
import type { Command } from "commander"
import { Failed } from "./failed.ts"
import { invalidText, refusalText } from "./refusalText.ts"
import { command, onDatabase, type Shared, type Terminal } from "./shared.ts"
import { table } from "./table.ts"
import { visible } from "./visible.ts"

interface Given extends Shared {
  readonly title?: string
  readonly card?: string
  readonly item?: string
  readonly volume?: string
  readonly itemType?: string
  readonly kind?: string
  readonly copies?: string
  readonly proxy?: string
  readonly reservation?: string
}

/** `openshelf list pickup`: where a reader could fetch a title, or a reservation that is there, and why not elsewhere. */
export const pickupBranchesCommand = (terminal: Terminal): Command =>
  command("pickup", "where a reader may fetch a title, and what forbids it at the other branches")
    .option("--title <id>", "the title, for a reservation that is not placed yet")
    .option("--card <card>", "the reader's card, with --title")
    .option("--item <barcode>", "this copy alone, with --title")
    .option("--volume <name>", "copies of this volume, with --title")
    .option("--item-type <code>", "copies of this type, with --title")
    .option("--kind <kind>", "page (a copy is fetched from the shelf), wait or recall, with --title")
    .option("--copies <number>", "so many copies, with --title")
    .option("--proxy <card>", "the card of the proxy who asks for the reader, with --title")
    .option("--reservation <id>", "a reservation that is there")
    .action((given: Given) =>
      onDatabase(
        terminal,
        given,
        async (library, { at }) => {
          const actor = { kind: "job", name: "openshelf" } as const
          const desk = library.at({ tenant: given.tenant, branch: "", actor, channel: "job" })
          const answer = await desk.pickupBranches({ ...askedOf(given), at } as never)
          if (answer.ok) return answer.receipt
          throw new Failed(
            "refusals" in answer ? answer.refusals.map(refusalText).join("; ") : invalidText(answer.invalid)
          )
        },
        (found) => ({ text: listed(found).join("\n"), code: 0 })
      )
    )

const askedOf = (given: Given): object => {
  const { title, card, item, volume, itemType, kind, copies, proxy: by, reservation } = given
  const placing = {
    title,
    card,
    item,
    volume,
    itemType,
    kind,
    copies: copies === undefined ? copies : Number(copies),
    by
  }
  const asked = Object.fromEntries(Object.entries(placing).filter(([, value]) => value !== undefined))
  const isPlaced = reservation !== undefined && Object.keys(asked).length === 0
  if (!isPlaced && (reservation !== undefined || title === undefined || card === undefined))
    throw new Failed("expected --title and --card, or --reservation alone")
  return isPlaced ? { reservation } : asked
}

const listed = ({ everywhere, branches }: PickupBranches): ReadonlyArray<string> => [
  ...everywhere.map((refusal) => `everywhere: ${refusalText(refusal)}`),
  ...table([
    ["branch", "forbidden by"],
    ...branches.map(({ branch, refusals }) => [branch, refusals.map(refusalText).join("; ")].map(visible))
  ])
]
