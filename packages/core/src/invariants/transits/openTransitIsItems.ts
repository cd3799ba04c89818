import type { MakeCheck } from "../check.ts"

/** A copy is on its way if and only if it names the one transit of it that is open. Keeps the items on their way. */
export const openTransitIsItems: MakeCheck = (report) => {
  const transitOf = new Map<string, string>()
  return {
    rows: {
      item: ({ itemId, status, transitId }) => {
        if ((status === "inTransit") !== (transitId !== null))
          report("transits", [itemId], `an item is ${status} and names ${transitId === null ? "no" : "a"} transit`)
        if (transitId !== null) transitOf.set(itemId, transitId)
      },
      transit: ({ transitId, itemId, state }) => {
        const named = transitOf.get(itemId)
        if (state === "open") {
          if (named !== transitId) report("transits", [transitId, itemId], "an open transit is not the one of its item")
          else transitOf.delete(itemId)
        } else if (named === transitId)
          report("transits", [transitId, itemId], `an item is on a transit that is ${state}`)
      }
    },
    end: () => {
      for (const [itemId, transitId] of transitOf)
        report("transits", [itemId, transitId], "an item is on a transit that is not open")
    }
  }
}
