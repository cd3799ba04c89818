import { type ReactNode, useState } from "react"
import type { Instant, Reservation } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { TitleText } from "../parts/TitleText.tsx"
import { suspensionOf } from "../queue/waitText.ts"
import { useSession } from "../session/session.ts"
import { slotWhen } from "../slots/slotWhen.ts"
import { CancelForm } from "./CancelForm.tsx"
import { PickupForm } from "./PickupForm.tsx"
import { SuspendForm } from "./SuspendForm.tsx"
import { WaitDetail } from "./WaitDetail.tsx"

type Part = "cancel" | "suspend" | "pickup"

interface Acts {
  /** `null`: no reason is asked for. */
  readonly onCancel: (reason: string | null) => void
  /** `null`: until it is resumed. */
  readonly onSuspend: (until: Instant | null) => void
  readonly onResume: () => void
  readonly onPickup: (branch: string) => void
  readonly onPart: () => void
}

/** One reservation: what lies ready, or where it stands and how long it will probably be. */
export const ReservationLine = (
  props: { reservation: Reservation; all: ReadonlyArray<Reservation> } & Acts
): ReactNode => {
  const { reservation, all, onCancel, onSuspend, onResume, onPickup, onPart } = props
  const { title, state, pickupBranch, waitUntil, shelfUntil, slot, joined } = reservation
  const { texts } = useLanguage()
  const { say, me, may, place } = useSession()
  const [shown, setShown] = useState<Part | null>(null)
  const others = all.filter((one) => joined?.reservations.includes(one.reservationId))
  const isShelved = state === "setAside" && shelfUntil !== null
  const isKeptForSet = isShelved && joined?.as === "together"
  const isReady = isShelved && !isKeptForSet
  const here = others.filter((one) => one.state === "setAside").length + 1
  const suspension = suspensionOf(reservation, Date.now())
  const { queue, reservations } = texts
  const isClosed = !place.branches.some(({ branch }) => branch === pickupBranch)
  const mayGive = (permission: string): boolean => me.kind === "reader" || may(permission)
  const isWaiting = state === "waiting"
  // What travels to a branch that was closed for good is handed on when it comes: until then it may be fetched elsewhere.
  const isElsewhere = isWaiting || (state === "inTransit" && isClosed)
  const asksReason = me.kind === "staff" && Object.keys(place.cancellationReasons).length > 0
  const toggle = (part: Part): void => setShown(shown === part ? null : part)
  return (
    <li className={isReady ? "reservation ready" : "reservation"}>
      <div>
        <TitleText title={title} />
        <p className="detail">
          {joined !== null && others.length > 0 && (
            <span>{reservations.joined[joined.as](others.map((one) => one.title.title))}</span>
          )}
          {isKeptForSet ? (
            <strong>{reservations.ofSet(here, others.length + 1)}</strong>
          ) : isReady ? (
            <>
              <strong>{reservations.setAside(say.branch(pickupBranch), say.instant(shelfUntil))}</strong>
              {slot !== null && (
                <span>
                  {texts.slots.at(slot.name)} ({slotWhen(slot, texts.slots, say)})
                </span>
              )}
            </>
          ) : state === "inTransit" ? (
            <>
              <strong>{queue.onItsWay(say.branch(pickupBranch))}</strong>
              <WaitDetail reservation={reservation} />
            </>
          ) : (
            <>
              <WaitDetail reservation={reservation} />
              {suspension !== null && (
                <span className="owed">
                  {suspension.until === null ? queue.suspended : queue.suspendedUntil(say.day(suspension.until))}
                </span>
              )}
              <span>{reservations.pickupAt(say.branch(pickupBranch))}</span>
              {waitUntil !== null && <span>{reservations.waitsUntil(say.instant(waitUntil))}</span>}
            </>
          )}
          {isClosed && isElsewhere && <span className="owed">{queue.pickupClosed(say.branch(pickupBranch))}</span>}
        </p>
      </div>
      <div className="acts">
        <button
          type="button"
          aria-label={reservations.cancelOne(title.title)}
          aria-expanded={asksReason ? shown === "cancel" : undefined}
          onClick={() => (asksReason ? toggle("cancel") : onCancel(null))}
        >
          {reservations.cancel}
        </button>
        {isWaiting &&
          mayGive("reservations.suspend") &&
          (suspension === null ? (
            <button
              type="button"
              aria-label={queue.suspendOne(title.title)}
              aria-expanded={shown === "suspend"}
              onClick={() => toggle("suspend")}
            >
              {queue.suspend}
            </button>
          ) : (
            <button type="button" aria-label={queue.resumeOne(title.title)} onClick={onResume}>
              {queue.resume}
            </button>
          ))}
        {joined !== null && mayGive("reservations.place") && (
          <button type="button" aria-label={reservations.join.partOne(title.title)} onClick={onPart}>
            {reservations.join.part}
          </button>
        )}
        {isElsewhere && mayGive("reservations.place") && (
          <button
            type="button"
            aria-label={queue.pickupOne(title.title)}
            aria-expanded={shown === "pickup"}
            onClick={() => toggle("pickup")}
          >
            {queue.pickup}
          </button>
        )}
      </div>
      {shown !== null && (
        <div className="below">
          {shown === "cancel" ? (
            <CancelForm
              onCancel={(reason) => {
                setShown(null)
                onCancel(reason)
              }}
            />
          ) : shown === "suspend" ? (
            <SuspendForm
              onSuspend={(until) => {
                setShown(null)
                onSuspend(until)
              }}
            />
          ) : (
            <PickupForm
              reservation={reservation}
              onPickup={(branch) => {
                setShown(null)
                onPickup(branch)
              }}
            />
          )}
        </div>
      )}
    </li>
  )
}
