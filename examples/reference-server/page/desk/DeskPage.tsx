import { type ReactNode, useState } from "react"
import { AccountView } from "../account/AccountView.tsx"
import { BookingsView } from "../bookings/BookingsView.tsx"
import { CashView } from "../cash/CashView.tsx"
import { InspectView } from "../damage/InspectView.tsx"
import { DemandView } from "../demand/DemandView.tsx"
import { InterlendingView } from "../interlending/InterlendingView.tsx"
import { useLanguage } from "../language/language.ts"
import type { Texts } from "../language/texts.ts"
import { ListsView } from "../lists/ListsView.tsx"
import { Frame } from "../parts/Frame.tsx"
import { TitlesView } from "../queue/TitlesView.tsx"
import { RulesPage } from "../rules/RulesPage.tsx"
import { useSession } from "../session/session.ts"
import { SlotsView } from "../slots/SlotsView.tsx"
import { CheckOutView } from "./CheckOutView.tsx"
import { InHandView } from "./InHandView.tsx"
import { ReturnView } from "./ReturnView.tsx"

const modes = [
  "checkOut",
  "returns",
  "queue",
  "lists",
  "slots",
  "bookings",
  "demand",
  "interlending",
  "inspect",
  "account",
  "cash",
  "inHand",
  "rules"
] as const

const views = {
  checkOut: CheckOutView,
  returns: ReturnView,
  queue: TitlesView,
  lists: ListsView,
  slots: SlotsView,
  bookings: BookingsView,
  demand: DemandView,
  interlending: InterlendingView,
  inspect: InspectView,
  account: AccountView,
  cash: CashView,
  inHand: InHandView,
  rules: RulesPage
}

/** The right that a view asks of who gets to see it. */
const needed = {
  rules: "policy.publish",
  interlending: "interlending.borrow",
  inspect: "damage.inspect",
  account: "accounts.pay",
  cash: "accounts.cashDesk"
} as const

const nameOf = (mode: (typeof modes)[number], texts: Texts): string => {
  if (mode === "checkOut" || mode === "returns") return texts.desk[mode]
  return mode === "account" ? texts.account.title : texts[mode].mode
}

/** The desk of a branch: lending to a reader, taking back, who waits for a title, what is to be fetched and what travels, lockers, bookings, what is in demand, other systems, also what is damaged, money, looking what something is; for managers, the rules. */
export const DeskPage = (): ReactNode => {
  const { texts } = useLanguage()
  const { me, say, may, signOut } = useSession()
  const [mode, setMode] = useState<(typeof modes)[number]>("checkOut")
  const View = views[mode]
  const who = me.kind === "staff" ? me.id : me.reader.name
  return (
    <Frame
      title={mode === "rules" ? texts.rules.title : texts.desk.title}
      place={say.branch(me.branch)}
      who={who}
      onSignOut={signOut}
    >
      <fieldset className="choice modes">
        <legend className="unseen">{texts.desk.mode}</legend>
        {modes
          .filter((one) => !(one in needed) || may(needed[one as keyof typeof needed]))
          .map((one) => (
            <button key={one} type="button" aria-pressed={one === mode} onClick={() => setMode(one)}>
              {nameOf(one, texts)}
            </button>
          ))}
      </fieldset>
      <View />
    </Frame>
  )
}
