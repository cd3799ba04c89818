import type { Desk } from "@openshelf/core"
import { carriedOut } from "./carriedOut.ts"
import type { DemoData } from "./data.ts"

const dayMs = 86_400_000
const hourMs = 3_600_000

/** What lies ahead in the demo library: lockers, times at which reserved copies are brought out, and a film that is booked. */
export const layAhead = async (
  deskAt: (branch: string) => Desk,
  { items, readers }: Pick<DemoData, "items" | "readers">,
  at: number
): Promise<void> => {
  const desk = deskAt("central")
  for (const nth of [1, 2, 3])
    carriedOut(
      await desk.addPickupSlot({ kind: "locker", name: `Locker ${nth}`, capacity: 1, at, key: `locker ${nth}` })
    )
  const tomorrow = dayOf(at) + dayMs
  for (const [nth, hour] of [10, 15].entries()) {
    const from = tomorrow + hour * hourMs
    const time = { kind: "curbside", name: `Side door ${hour}:00`, from, until: from + hourMs, capacity: 4 } as const
    carriedOut(await desk.addPickupSlot({ ...time, at, key: `side door ${nth}` }))
  }
  const film = items.find(({ itemType, branch }) => itemType === "dvd" && branch === "central")
  const reader = readers.find(
    ({ category, expiresOn }) => category === "adult" && Date.parse(expiresOn) > at + 60 * dayMs
  )
  if (film === undefined || reader === undefined) return
  const days = { from: tomorrow + 20 * dayMs, until: tomorrow + 22 * dayMs }
  // Whoever owes too much may not book: then nothing is booked.
  await desk.book({ item: film.barcode, card: reader.card, ...days, at, key: "film evening" })
}

/** The beginning of its day in China, where the demo library is. */
const dayOf = (at: number): number => Math.floor((at + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs
