import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { hasCode } from "../policy/declared.ts"
import { Card, ReaderId } from "./model.ts"
import { RegisterReader } from "./registerReader.ts"

const { name, category, homeBranch, bornOn, language } = RegisterReader.fields

/** Somebody registers by themselves, at a kiosk or on the library's site. Staff confirm it before anything can be borrowed. */
export const ApplyForMembership = Schema.Struct({ name, category, homeBranch, bornOn, language, at: InstantInput })
export type ApplyForMembership = typeof ApplyForMembership.Type

export interface ApplicationReceipt {
  readonly readerId: ReaderId
  /** Stands for a card until there is one: what the applicant shows at the desk. */
  readonly application: Card
}

export const applyLookup = (): Lookup => ({})

/** Refuses a category or branch that policy or calendar do not know. */
export const decideApply = (
  _: object,
  command: ApplyForMembership,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<ApplicationReceipt>, Refusals> => {
  const { category, at } = command
  const homeBranch = command.homeBranch ?? place.branch
  const refusals: Array<Refusal> = []
  if (policy === null) refusals.push({ _tag: "PolicyNotInForce" })
  else if (!hasCode(policy.document.readerCategories, category))
    refusals.push({ _tag: "ReaderCategoryUnknown", category })
  if (calendar?.branch(homeBranch) === undefined) refusals.push({ _tag: "BranchUnknown", branch: homeBranch })
  if (refusals.length > 0) return refused(refusals)
  const readerId = ReaderId.make(ids[0] as string)
  const application = Card.make(readerId)
  const work = draft(place)
  work.emit({ _tag: "ReaderRegistered", readerId, at, category, branch: homeBranch })
  work.insert("reader", {
    readerId,
    version: 1,
    status: "pending",
    category,
    homeBranch,
    name: command.name,
    bornOn: command.bornOn ?? null,
    language: command.language ?? "en",
    expiresAt: null,
    registeredAt: at,
    lentDay: null,
    lentDayCount: 0,
    reservedDay: null,
    reservedDayCount: 0,
    historyConsentAt: null
  })
  work.insert("card", { card: application, readerId })
  return Result.succeed(work.decide({ readerId, application }))
}
