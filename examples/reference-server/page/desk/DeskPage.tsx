import { type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { Frame } from "../parts/Frame.tsx"
import { RulesPage } from "../rules/RulesPage.tsx"
import { useSession } from "../session/session.ts"
import { CheckOutView } from "./CheckOutView.tsx"
import { InHandView } from "./InHandView.tsx"
import { ReturnView } from "./ReturnView.tsx"

const modes = ["checkOut", "returns", "inHand", "rules"] as const

const views = { checkOut: CheckOutView, returns: ReturnView, inHand: InHandView, rules: RulesPage }

/** The desk of a branch: lending to a reader, taking back, looking what something is; for managers, the rules. */
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
          .filter((one) => one !== "rules" || may("policy.publish"))
          .map((one) => (
            <button key={one} type="button" aria-pressed={one === mode} onClick={() => setMode(one)}>
              {one === "rules" || one === "inHand" ? texts[one].mode : texts.desk[one]}
            </button>
          ))}
      </fieldset>
      <View />
    </Frame>
  )
}
