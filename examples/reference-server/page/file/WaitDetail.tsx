import { type ReactNode, useEffect, useState } from "react"
import type { Reservation, WaitToldWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { waitText } from "../queue/waitText.ts"
import { useSession } from "../session/session.ts"

/** The place of a reservation and when it will probably be ready; without an answer, how many wait before it. */
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
  if (told === null || told.position === null) return <span>{reservations.waiting(reservation.ahead)}</span>
  return (
    <>
      <span>{queue.position(told.position)}</span>
      {told.wait !== null && <span>{queue.expected(waitText(told.wait, queue))}</span>}
    </>
  )
}
