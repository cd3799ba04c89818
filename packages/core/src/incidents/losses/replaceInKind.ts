import { Schema } from "effect"
import type { BranchCalendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { LocalDay } from "../../calendar/localDay.ts"
import type { Draft } from "../../decision/draft.ts"
import type { Refusal } from "../../decision/refusal.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { IncidentId } from "../model.ts"

/** Which copy may be brought: the same edition, or a newer one where the library consents. */
export const Edition = Schema.Literals(["sameEdition", "newerByConsent"])
export type Edition = typeof Edition.Type

/** Why such a copy cannot be agreed on; `null`: it can. */
export const againstInKind = ({ replacement }: CompensationRule, edition: Edition): Refusal | null =>
  replacement?.allowed.includes(edition) === true
    ? null
    : {
        _tag: "CostUntold",
        because: "ReplacementNotAllowed",
        at: "replacement.allowed",
        details: { allowed: (replacement?.allowed ?? []).join(", ") }
      }

/** A copy is to be brought by the end of the last day that the rule gives; `null`: whenever. Gives that instant. */
export const agreeInKind = (
  work: Draft,
  incidentId: IncidentId,
  { edition, rule: { replacement } }: { readonly edition: Edition; readonly rule: CompensationRule },
  { at, branch, calendar }: { readonly at: Instant; readonly branch: string; readonly calendar: BranchCalendar }
): Instant | null => {
  const days = replacement?.deadlineDays
  const replaceBy =
    days === undefined ? null : ((calendar.instantAt((calendar.localDay(at) + days + 1) as LocalDay, 0) - 1) as Instant)
  const blocks = replacement?.blocksMeanwhile === true ? 1 : 0
  work.emit({ _tag: "ReplacementAgreed", incidentId, edition, replaceBy, blocks, at, branch })
  return replaceBy
}
