import { type ReactNode, useEffect, useState } from "react"
import type { Reservation, WaitToldWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { waitText } from "../queue/waitText.ts"
import { useSession } from "../session/session.ts"

/** The place of a reservation that waits, without an answer how many wait before it, and when a copy will probably be ready. */
export const WaitDetail = ({ reservation }: { reservation: Reservation }): ReactNode => {
  const { texts } = useLanguage()
  const { api } = useSession()
  const [told, setTold] = useState<WaitToldWire | null>(null)
  useEffect(() => {
    let isGone = false
    void api.reservationWait(reservation.reservationId).then((reply) => {
      if (!isGone && reply.kind === "done") setTold(reply.value)
    })
    return () => {
      isGone = true
    }
  }, [api, reservation])
  const { queue, reservations } = texts
  const position = told?.position ?? null
  const wait = told?.wait ?? null
  return (
    <>
      {reservation.state === "waiting" && (
        <span>{position === null ? reservations.waiting(reservation.ahead) : queue.position(position)}</span>
      )}
      {wait !== null && <span>{queue.expected(waitText(wait, queue))}</span>}
    </>
  )
}
