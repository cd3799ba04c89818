import { type ReactNode, useState } from "react"
import type { JoinKind, Reply, Reservation } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { type Said, useAct } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"
import { JoinForm } from "./JoinForm.tsx"
import { ReservationLine } from "./ReservationLine.tsx"

/** What a reader waits for, and what lies ready: suspended, resumed, fetched elsewhere, joined, parted, cancelled. */
export const ReservationsPanel = (props: {
  heading: string
  reservations: ReadonlyArray<Reservation>
  card: string
  refresh: () => Promise<void>
}): ReactNode => {
  const { heading, reservations, card, refresh } = props
  const { texts } = useLanguage()
  const { api, me, may, place } = useSession()
  const [isJoining, setJoining] = useState(false)
  const { act, outcome, home } = useAct()
  const give = (send: (key: string) => Promise<Reply<unknown>>, done: Said, notDone: Said): void => {
    const shown = async (): Promise<Said> => {
      await refresh()
      return done
    }
    void act({ send, done: shown, notDone })
  }
  const joinable = reservations.filter(({ state, joined }) => state === "waiting" && joined === null)
  const kinds = place.reservationsJoined
  const mayJoin = kinds.length > 0 && joinable.length >= 2 && (me.kind === "reader" || may("reservations.place"))
  const join = (chosen: ReadonlyArray<Reservation>, as: JoinKind): void => {
    setJoining(false)
    give(
      (key) => api.joinReservations({ card, reservations: chosen.map(({ reservationId }) => reservationId), as }, key),
      ({ reservations: said }) => said.join.joined(chosen.map(({ title }) => title.title)),
      ({ reservations: said }) => said.join.notJoined
    )
  }
  return (
    <section className="card" aria-labelledby="reservations">
      <h2 id="reservations" ref={home} tabIndex={-1}>
        {heading} <span className="count">{reservations.length}</span>
      </h2>
      {outcome}
      {reservations.length === 0 && <p className="none">{texts.reservations.none}</p>}
      <ul className="lines">
        {reservations.map((reservation) => {
          const { reservationId: id, title } = reservation
          const name = title.title
          return (
            <ReservationLine
              key={id}
              reservation={reservation}
              all={reservations}
              onCancel={(reason) =>
                give(
                  (key) => api.cancelReservation(id, reason === null ? {} : { reason }, key),
                  ({ reservations: said }) => said.cancelled(name),
                  ({ reservations: said }) => said.notCancelled(name)
                )
              }
              onSuspend={(until) =>
                give(
                  (key) => api.suspendReservation(id, until === null ? {} : { until }, key),
                  ({ queue }, inWords) => queue.suspendedNow(name, until === null ? null : inWords.day(until)),
                  ({ queue }) => queue.notSuspended(name)
                )
              }
              onResume={() =>
                give(
                  (key) => api.resumeReservation(id, key),
                  ({ queue }) => queue.resumed(name),
                  ({ queue }) => queue.notResumed(name)
                )
              }
              onPart={() =>
                give(
                  (key) => api.joinReservations({ card, reservations: [id], as: "apart" }, key),
                  ({ reservations: said }) => said.join.parted(name),
                  ({ reservations: said }) => said.join.notParted(name)
                )
              }
              onPickup={(pickupBranch) =>
                give(
                  (key) => api.changeReservation(id, { pickupBranch }, key),
                  ({ queue }, inWords) => queue.pickupChanged(name, inWords.branch(pickupBranch)),
                  ({ queue }) => queue.pickupNotChanged(name)
                )
              }
            />
          )
        })}
      </ul>
      {mayJoin && (
        <p className="again">
          <button type="button" aria-expanded={isJoining} onClick={() => setJoining(!isJoining)}>
            {texts.reservations.join.open}
          </button>
        </p>
      )}
      {mayJoin && isJoining && <JoinForm reservations={joinable} kinds={kinds} onJoin={join} />}
    </section>
  )
}
