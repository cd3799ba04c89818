import type { ReactNode } from "react"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useSession } from "../session/session.ts"
import { CostSteps } from "./CostSteps.tsx"
import type { Cost } from "./useCost.ts"

/** What it would cost, with every step; or in words why that cannot be told. */
export const CostPanel = ({ cost }: { cost: Cost }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const { inspect } = texts
  if (cost === null) return <p className="help">{inspect.nothingNew}</p>
  if (cost.kind !== "done") return <FailureBox failure={cost} />
  const { amount, compensation, suspendedUntil, returned } = cost.value
  const late = returned?.charge ?? null
  return (
    <section className={`notice ${amount > 0 ? "charge" : "parts"}`} aria-label={inspect.amount} aria-live="polite">
      <h3>{amount > 0 ? inspect.costs(say.money(amount)) : inspect.notCharged}</h3>
      {late !== null && <p>{inspect.late(say.money(late.amount))}</p>}
      {suspendedUntil !== null && <p>{inspect.suspended(say.instant(suspendedUntil))}</p>}
      {compensation !== null && (
        <details>
          <summary>{inspect.how}</summary>
          <CostSteps steps={compensation.steps} />
        </details>
      )}
    </section>
  )
}
