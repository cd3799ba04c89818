import { type FormEvent, type ReactNode, useState } from "react"
import type { PickupOffer, Reservation } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { BranchChoice, NotOffered } from "../reserve/BranchChoice.tsx"
import { usePickupOffer } from "../reserve/usePickupOffer.ts"

/** Another branch to pick it up at: of those at which the library's rules let this reader fetch this title. */
export const PickupForm = (props: { reservation: Reservation; onPickup: (branch: string) => void }): ReactNode => {
  const { reservation, onPickup } = props
  const { texts } = useLanguage()
  const { reply: offer } = usePickupOffer({ reservation: reservation.reservationId })
  if (offer === null) return <p className="none">{texts.page.loading}</p>
  if (offer.kind !== "done") return <FailureBox failure={offer} />
  const { everywhere, branches } = offer.value
  if (everywhere.length > 0) return <FailureBox failure={{ kind: "refused", refusals: everywhere }} />
  const others = branches.filter(({ branch }) => branch !== reservation.pickupBranch)
  const offered = others.filter(({ refusals }) => refusals.length === 0)
  return (
    <div className="why">
      {offered.length === 0 ? <p>{texts.queue.pickupNowhere}</p> : <BranchForm offered={offered} onPickup={onPickup} />}
      <NotOffered branches={others.filter(({ refusals }) => refusals.length > 0)} />
    </div>
  )
}

const BranchForm = (props: { offered: PickupOffer["branches"]; onPickup: (branch: string) => void }): ReactNode => {
  const { offered, onPickup } = props
  const { texts } = useLanguage()
  const field = useFirstFocus<HTMLSelectElement>()
  const [branch, setBranch] = useState(offered[0]?.branch ?? "")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onPickup(branch)
  }
  return (
    <form className="fields" onSubmit={submit}>
      <BranchChoice
        label={texts.queue.pickupWhere}
        offered={offered}
        chosen={branch}
        onChoose={setBranch}
        field={field}
      />
      <button type="submit">{texts.queue.pickupSave}</button>
    </form>
  )
}
