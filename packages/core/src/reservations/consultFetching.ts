import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { type Consultation, consult } from "../decision/consult.ts"
import { type PolicyCase, policyCase } from "../decision/policyCase.ts"
import type { CompiledPolicy } from "../policy/index.ts"

/** A reader, a copy, and the branch where the reader would fetch it. */
export interface Fetching extends Pick<PolicyCase, "reader" | "item" | "title" | "waiting"> {
  readonly pickupBranch: string
  readonly at: Instant
}

/** What the policy says of a reader who would fetch a copy at a branch, now or later: to take it home, and for the first time. */
export const consultFetching = (
  policy: CompiledPolicy,
  calendar: BranchCalendar | undefined,
  { pickupBranch, ...fetching }: Fetching
): Consultation =>
  consult(
    policy,
    policyCase({
      ...fetching,
      kind: "reservations",
      isRenewal: false,
      onSite: false,
      branch: pickupBranch,
      policy,
      calendar
    })
  )
