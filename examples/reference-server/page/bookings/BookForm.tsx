import { type FormEvent, type ReactNode, useState } from "react"
import type { Failure } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { reasonOf } from "../parts/reasons.ts"
import { TypedField } from "../parts/TypedField.tsx"
import { useSession } from "../session/session.ts"
import { againstFields, type WishField } from "./againstFields.ts"
import { DayFields } from "./DayFields.tsx"
import { spanOf, type TypedDays, wrongDays } from "./days.ts"

/** Who wants the item, for which days, and where it is fetched. */
export interface Wish {
  readonly card: string
  readonly pickupBranch: string
  readonly from: string
  readonly until: string
}

const noDays: TypedDays = { first: "", last: "" }

/** Books an item for a reader. `failure`: why the last wish was not granted; `children`: the same, where no field is to blame. */
export const BookForm = (props: {
  failure: Failure | null
  onBook: (wish: Wish) => void
  children: ReactNode
}): ReactNode => {
  const { failure, onBook, children } = props
  const { texts } = useLanguage()
  const { me, place, say, may } = useSession()
  const [card, setCard] = useState("")
  const [days, setDays] = useState(noDays)
  const [pickupBranch, setPickupBranch] = useState(me.branch)
  const [isSent, setSent] = useState(false)
  const wrong = wrongDays(days, texts.bookings)
  const wrongCard = card.trim() === "" ? texts.bookings.cardMissing : null
  const against = againstFields(failure, may)
  const refused = (field: WishField): string | null => {
    const refusal = against?.get(field)
    return refusal === undefined ? null : reasonOf(refusal, texts, say)
  }
  const refusedDays = { first: refused("days"), last: null }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (wrong !== null || wrongCard !== null) return
    const zone = place.branches.find(({ branch }) => branch === pickupBranch)?.zone ?? "UTC"
    onBook({ card: card.trim(), pickupBranch, ...spanOf(days, zone) })
  }
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <h3>{texts.bookings.book}</h3>
      <TypedField
        label={texts.bookings.card}
        typed={card}
        wrong={(isSent ? wrongCard : null) ?? refused("card")}
        onType={setCard}
      />
      <DayFields days={days} wrong={(isSent ? wrong : null) ?? refusedDays} onType={setDays} />
      <ChoiceField
        label={texts.bookings.pickupBranch}
        chosen={pickupBranch}
        choices={place.branches.map(({ branch }) => ({ value: branch, text: say.branch(branch) }))}
        onChoose={setPickupBranch}
        wrong={refused("branch")}
      />
      {against === null && children}
      <button type="submit" className="main-action">
        {texts.bookings.book}
      </button>
    </form>
  )
}
