import { type ReactNode, useState } from "react"
import type { JoinKind, Reply, Reservation } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import { type Said, useAct } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"
import { copyWords, recallWords } from "./endedWords.ts"
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
  const give = <A,>(
    send: (key: string) => Promise<Reply<A>>,
    done: Said,
    notDone: Said,
    besides: (receipt: A, texts: Texts, say: Say) => ReadonlyArray<string> = () => []
  ): void => {
    const shown = async (receipt: A): Promise<Said> => {
      await refresh()
      return (texts, say) => {
        const others = besides(receipt, texts, say)
        return others.length === 0 ? done(texts, say) : texts.page.sentences([done(texts, say), ...others])
      }
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
                  ({ reservations: said }) => said.notCancelled(name),
                  (ended, texts, inWords) => [
                    ...(me.kind === "staff" ? copyWords(reservation, ended, texts, inWords) : []),
                    ...recallWords(ended, texts, inWords)
                  ]
                )
              }
              onSuspend={(until) =>
                give(
                  (key) => api.suspendReservation(id, until === null ? {} : { until }, key),
                  ({ queue }, inWords) => queue.suspendedNow(name, until === null ? null : inWords.day(until)),
                  ({ queue }) => queue.notSuspended(name),
                  recallWords
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
