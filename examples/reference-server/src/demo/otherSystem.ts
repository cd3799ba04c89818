import type { Desk } from "@openshelf/core"
import { carriedOut } from "./carriedOut.ts"

/** What the demo library and another system ask of each other: the other one's account here, and requests both ways. */
export const askEachOther = async (desk: Desk, at: number): Promise<void> => {
  const partner = "hillcounty"
  carriedOut(
    await desk.registerReader({ card: partner, name: "Hill County Library", category: "adult", at, key: partner })
  )
  const wanted = { interloan: "hillcounty-1", partner, kind: "requested", title: "红楼梦" } as const
  carriedOut(await desk.takeMessage({ ...wanted, at, key: "hill county asks" }))
  for (const [nth, title] of ["Songs of the hills", "Maps of Hill County"].entries())
    carriedOut(await desk.requestInterloan({ partner, title, at, key: `asked of hill county ${nth}` }))
}
