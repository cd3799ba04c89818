import { type FormEvent, type ReactNode, useState } from "react"
import type { ReserveProxy, ReserveWish } from "../api/api.ts"
import type { AnyRefusal, PickupOffer, TitleLine } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useSession } from "../session/session.ts"
import { BranchChoice, NotOffered } from "./BranchChoice.tsx"
import { usePickupOffer } from "./usePickupOffer.ts"
import { WishFields } from "./WishFields.tsx"
import { copiesAreWrong, noWish, wishOf } from "./wish.ts"

/** All that can be wished of a title that is reserved, and the branches at which it may be fetched then. */
export const ReserveForm = (props: {
  title: TitleLine
  card: string
  branch: string
  by: ReserveProxy
  onReserve: (wish: ReserveWish & { readonly pickupBranch: string }) => void
}): ReactNode => {
  const { title, card, by, onReserve } = props
  const { texts } = useLanguage()
  const { place, may } = useSession()
  const [typed, setTyped] = useState(noWish)
  const [branch, setBranch] = useState(props.branch)
  const wish = wishOf(typed, place.branches.find((one) => one.branch === branch)?.zone ?? "UTC")
  const { reply: offer, isCurrent } = usePickupOffer({ title: title.titleId, card, ...by, ...wish })
  if (offer === null) return <p className="none">{texts.page.loading}</p>
  if (offer.kind !== "done") return <FailureBox failure={offer} />
  const { offered, others } = partedFor(offer.value, may)
  const pickupBranch = (offered.find((one) => one.branch === branch) ?? offered[0])?.branch ?? null
  const against = isCurrent ? offer.value.everywhere.filter((refusal) => !isCost(refusal)) : []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (pickupBranch !== null && !copiesAreWrong(typed)) onReserve({ ...wish, pickupBranch })
  }
  return (
    <form className="fields" onSubmit={submit} noValidate>
      {pickupBranch === null ? (
        <p className="reason">{texts.reserve.nowhere}</p>
      ) : (
        <FirstBranch offered={offered} chosen={pickupBranch} onChoose={setBranch} />
      )}
      <WishFields titleId={title.titleId} typed={typed} onType={setTyped} />
      <NotOffered branches={others} />
      {against.length > 0 && (
        <FailureBox heading={texts.reserve.wouldNot} failure={{ kind: "refused", refusals: against }} />
      )}
      {pickupBranch !== null && (
        <button type="submit" className="main-action">
          {texts.reserve.submit}
        </button>
      )}
    </form>
  )
}

/** Where whoever opened the form goes on. */
const FirstBranch = (props: {
  offered: PickupOffer["branches"]
  chosen: string
  onChoose: (branch: string) => void
}): ReactNode => {
  const { texts } = useLanguage()
  const field = useFirstFocus<HTMLSelectElement>()
  return <BranchChoice label={texts.reserve.pickupBranch} field={field} {...props} />
}

/** Offered are those, too, where one may go on all the same, or is asked to agree to a cost. */
const partedFor = (
  { branches }: PickupOffer,
  may: (permission: string) => boolean
): { readonly offered: PickupOffer["branches"]; readonly others: PickupOffer["branches"] } => {
  const isOffered = ({ refusals }: PickupOffer["branches"][number]): boolean =>
    refusals.every((refusal) => isCost(refusal) || (refusal.liftedBy !== null && may(refusal.liftedBy)))
  return { offered: branches.filter(isOffered), others: branches.filter((one) => !isOffered(one)) }
}

const isCost = ({ code }: AnyRefusal): boolean => code === "CostNotAccepted"
