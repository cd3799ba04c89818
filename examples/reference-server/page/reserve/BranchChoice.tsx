import type { ReactNode, RefObject } from "react"
import type { PickupOffer } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { reasonOf } from "../parts/reasons.ts"
import { useSession } from "../session/session.ts"

type Branches = PickupOffer["branches"]

/** A branch to fetch it at, of those that are offered. */
export const BranchChoice = (props: {
  label: string
  offered: Branches
  chosen: string
  onChoose: (branch: string) => void
  field?: RefObject<HTMLSelectElement | null>
}): ReactNode => {
  const { label, offered, chosen, onChoose, field } = props
  const { say } = useSession()
  return (
    <ChoiceField
      label={label}
      chosen={chosen}
      choices={offered.map(({ branch }) => ({ value: branch, text: say.branch(branch) }))}
      onChoose={onChoose}
      {...(field === undefined ? {} : { field })}
    />
  )
}

/** Why it may not be fetched at the other branches: folded away. */
export const NotOffered = ({ branches }: { branches: Branches }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  if (branches.length === 0) return null
  return (
    <details className="not-offered">
      <summary>{texts.reserve.elsewhere(branches.length)}</summary>
      <ul>
        {branches.map(({ branch, refusals }) => (
          <li key={branch}>
            {texts.reserve.notThere(
              say.branch(branch),
              refusals.map((refusal) => reasonOf(refusal, texts, say)).join(" ")
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
