import { useEffect, useState } from "react"
import type { Failure, PullWire, Rows, ShelfWire, TransitWire } from "../api/model.ts"
import { useSession } from "../session/session.ts"

/** The lists of the desk's branch. */
export interface BranchLists {
  readonly pulls: Rows<PullWire>
  readonly shelf: Rows<ShelfWire>
  readonly incoming: Rows<TransitWire>
  readonly outgoing: Rows<TransitWire>
}

/** The lists as they were looked at last, and a way to look again. */
export const useBranchLists = (): {
  readonly lists: BranchLists | null
  readonly failure: Failure | null
  readonly refresh: () => Promise<void>
} => {
  const { api, me } = useSession()
  const { branch } = me
  const [lists, setLists] = useState<BranchLists | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refresh = async (): Promise<void> => {
    const [pulls, shelf, incoming, outgoing] = await Promise.all([
      api.pullList(branch),
      api.pickupShelf(branch),
      api.transits(branch, "in"),
      api.transits(branch, "out")
    ])
    for (const reply of [pulls, shelf, incoming, outgoing]) if (reply.kind !== "done") return setFailure(reply)
    if (pulls.kind !== "done" || shelf.kind !== "done" || incoming.kind !== "done" || outgoing.kind !== "done") return
    setFailure(null)
    setLists({ pulls: pulls.value, shelf: shelf.value, incoming: incoming.value, outgoing: outgoing.value })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and after each command
  useEffect(() => void refresh(), [])
  return { lists, failure, refresh }
}
