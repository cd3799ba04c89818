import { type FormEvent, type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { TypedField } from "../parts/TypedField.tsx"
import { useSession } from "../session/session.ts"
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

/** Books an item for a reader. `children`: why the last wish was not granted. */
export const BookForm = (props: { onBook: (wish: Wish) => void; children: ReactNode }): ReactNode => {
  const { onBook, children } = props
  const { texts } = useLanguage()
  const { me, place, say } = useSession()
  const [card, setCard] = useState("")
  const [days, setDays] = useState(noDays)
  const [pickupBranch, setPickupBranch] = useState(me.branch)
  const [isSent, setSent] = useState(false)
  const wrong = wrongDays(days, texts.bookings)
  const wrongCard = card.trim() === "" ? texts.bookings.cardMissing : null
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
      <TypedField label={texts.bookings.card} typed={card} wrong={isSent ? wrongCard : null} onType={setCard} />
      <DayFields days={days} wrong={isSent ? wrong : null} onType={setDays} />
      <ChoiceField
        label={texts.bookings.pickupBranch}
        chosen={pickupBranch}
        choices={place.branches.map(({ branch }) => ({ value: branch, text: say.branch(branch) }))}
        onChoose={setPickupBranch}
      />
      {children}
      <button type="submit" className="main-action">
        {texts.bookings.book}
      </button>
    </form>
  )
}
