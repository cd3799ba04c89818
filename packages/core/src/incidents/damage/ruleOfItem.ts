import type { BranchCalendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import { type Consultation, consult } from "../../decision/consult.ts"
import type { ItemFacts } from "../../decision/facts.ts"
import { policyCase } from "../../decision/policyCase.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import { type CompiledPolicy, unknownContext } from "../../policy/index.ts"
import type { ReaderRow } from "../../readers/model.ts"

/** What the policy says that damage of an item costs, and which row said so. */
export interface RuleOfItem {
  /** The compensation's name; `null`: no row sets one. */
  readonly name: string | null
  readonly rule: CompensationRule | null
  readonly asked: Consultation
}

/** The compensation that holds for an item here: for a reader if one is to answer for it, else whoever it would be. */
export const ruleOfItem = (
  policy: CompiledPolicy,
  { item, title, queue }: ItemFacts,
  of: {
    readonly reader: ReaderRow | null
    readonly at: Instant
    readonly branch: string
    readonly calendar: BranchCalendar | undefined
  }
): RuleOfItem => {
  const { at, branch, calendar } = of
  const context =
    of.reader === null
      ? {
          ...unknownContext,
          itemType: item.type,
          branch,
          collection: item.collection,
          location: item.location,
          format: title.format,
          language: title.language
        }
      : policyCase({
          kind: "losses",
          reader: of.reader,
          item,
          title,
          waiting: queue.waitingCount,
          isRenewal: false,
          onSite: false,
          at,
          branch,
          policy,
          calendar
        })
  const asked = consult(policy, context)
  const name = asked.optional("compensation", null)
  const rules = policy.document.compensations ?? {}
  return { name, rule: name !== null && Object.hasOwn(rules, name) ? (rules[name] ?? null) : null, asked }
}
