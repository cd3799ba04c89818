import type { Receipts } from "@openshelf/core"
import { useEffect, useState } from "react"
import type { InspectBody } from "../api/api.ts"
import type { Reply, Written } from "../api/model.ts"
import { useSession } from "../session/session.ts"
import { type Asked, askedBy } from "./seen.ts"

/** What an inspection would come to; `null`: nothing was entered, or the answer is on its way. */
export type Cost = Reply<Written<Receipts["inspect"]>> | null

const pauseMs = 200

/** Asks the server again at every change, and leaves out answers that a later change has overtaken. */
export const useCost = (barcode: string, body: InspectBody, onAsked: (asked: ReadonlyArray<Asked>) => void): Cost => {
  const { api } = useSession()
  const [cost, setCost] = useState<Cost>(null)
  const asked = JSON.stringify(body)
  // `asked` is all of the body; `onAsked` only adds to what is entered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    if (body.damages.length + body.parts.length === 0) return setCost(null)
    let isCurrent = true
    const timer = setTimeout(async () => {
      const reply = await api.inspect(barcode, body, null)
      if (!isCurrent) return
      setCost(reply)
      if (reply.kind !== "done") onAsked(askedBy(reply))
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [api, barcode, asked])
  return cost
}
