import type { ReactNode } from "react"
import type { Reservation } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"

/** What a reader waits for, and what lies ready; each can be cancelled. */
export const ReservationsPanel = (props: {
  heading: string
  reservations: ReadonlyArray<Reservation>
  refresh: () => Promise<void>
}): ReactNode => {
  const { heading, reservations, refresh } = props
  const { texts } = useLanguage()
  const { api } = useSession()
  const { act, outcome, home } = useAct()
  const cancel = ({ reservationId, title: { title } }: Reservation): Promise<void> =>
    act({
      send: (key) => api.cancelReservation(reservationId, key),
      done: async () => {
        await refresh()
        return (said) => said.reservations.cancelled(title)
      },
      notDone: (said) => said.reservations.notCancelled(title)
    })
  return (
    <section className="card" aria-labelledby="reservations">
      <h2 id="reservations" ref={home} tabIndex={-1}>
        {heading} <span className="count">{reservations.length}</span>
      </h2>
      {outcome}
      {reservations.length === 0 && <p className="none">{texts.reservations.none}</p>}
      <ul className="lines">
        {reservations.map((reservation) => (
          <ReservationLine
            key={reservation.reservationId}
            reservation={reservation}
            onCancel={() => void cancel(reservation)}
          />
        ))}
      </ul>
    </section>
  )
}

const ReservationLine = (props: { reservation: Reservation; onCancel: () => void }): ReactNode => {
  const { reservation, onCancel } = props
  const { title, state, pickupBranch, waitUntil, shelfUntil, ahead } = reservation
  const { texts } = useLanguage()
  const { say } = useSession()
  const isReady = state === "setAside" && shelfUntil !== null
  return (
    <li className={isReady ? "ready" : ""}>
      <div>
        <TitleText title={title} />
        <p className="detail">
          {isReady ? (
            <strong>{texts.reservations.setAside(say.branch(pickupBranch), say.instant(shelfUntil))}</strong>
          ) : (
            <>
              <span>{texts.reservations.waiting(ahead)}</span>
              <span>{texts.reservations.pickupAt(say.branch(pickupBranch))}</span>
              {waitUntil !== null && <span>{texts.reservations.waitsUntil(say.instant(waitUntil))}</span>}
            </>
          )}
        </p>
      </div>
      <button type="button" aria-label={texts.reservations.cancelOne(title.title)} onClick={onCancel}>
        {texts.reservations.cancel}
      </button>
    </li>
  )
}
