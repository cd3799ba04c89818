import { useEffect, useRef, useState } from "react"
import type { PickupAsked } from "../api/api.ts"
import type { PickupOffer, Reply } from "../api/model.ts"
import { useSession } from "../session/session.ts"

/** So long nothing is asked while somebody types. */
const typingMs = 250

export interface Offered {
  /** `null`: the first answer is on its way. */
  readonly reply: Reply<PickupOffer> | null
  /** Whether it answers what is asked now; the last one stays until another comes. */
  readonly isCurrent: boolean
}

/** At which branches it may be fetched, asked again as what is asked changes. */
export const usePickupOffer = (asked: PickupAsked): Offered => {
  const { api } = useSession()
  const [answered, setAnswered] = useState<{ readonly question: string; readonly reply: Reply<PickupOffer> } | null>(
    null
  )
  const isFirst = useRef(true)
  const question = JSON.stringify(asked)
  useEffect(() => {
    let isGone = false
    const delay = isFirst.current ? 0 : typingMs
    isFirst.current = false
    const timer = setTimeout(() => {
      void api.pickupBranches(JSON.parse(question) as PickupAsked).then((reply) => {
        if (!isGone) setAnswered({ question, reply })
      })
    }, delay)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [api, question])
  return { reply: answered?.reply ?? null, isCurrent: answered?.question === question }
}
