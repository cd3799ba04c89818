import { Result } from "effect"
import type { DecisionContext } from "../../decision/context.ts"
import { inForceAt } from "../../decision/documentHistory.ts"
import type { Place } from "../../decision/draft.ts"
import type { Invalid } from "../../decision/invalid.ts"
import { lift } from "../../decision/override.ts"
import { liftedBy } from "../../decision/overrides.ts"
import { notPermitted } from "../../decision/permission.ts"
import type { Refusal } from "../../decision/refusal.ts"
import { explainSetting, type SettingExplanation } from "../../policy/explain.ts"
import { type CompiledPolicy, compilePolicy, type PolicyContext, type PolicyDocument } from "../../policy/index.ts"
import type { Library } from "../openLibrary.ts"
import type { Receipts } from "../receipts.ts"
import { publishedDocuments } from "../redating/publishedDocuments.ts"
import { type ExplainedCommand, type ExplainedName, explainables, type Foreseen } from "./explainable.ts"
import { type AskedCase, recordedPolicy } from "./recordedPolicy.ts"

export interface ExplainRequest {
  readonly tenant: string
  readonly place: Place
  readonly command: ExplainedCommand
  /** Decide under this policy, which need not be published; without it, under the one in force at the instant. */
  readonly draft?: PolicyDocument
}

/** A refusal, and what would lift it. */
export interface ExplainedRefusal {
  readonly refusal: Refusal
  /** The permission that lifts it; `null`: none does. */
  readonly liftedBy: string | null
  /** Whether who asks has it. */
  readonly mayLift: boolean
}

/** A setting that was asked for, and the case that it was asked for. */
export interface ExplainedSetting extends SettingExplanation {
  readonly case: PolicyContext
}

/** What a decision would be and why: nothing is written. Plain data, for a page or a log to make words of. */
export interface DecisionExplanation {
  /** 0: the draft; `null`: no policy is in force. */
  readonly policyVersion: number | null
  readonly allowed: boolean
  /** What the command would give back; `null`: it would be refused. Its ids are none that will be. */
  readonly receipt: Receipts[ExplainedName] | null
  readonly refusals: ReadonlyArray<ExplainedRefusal>
  /** Every setting that was asked for: which rows could have set it, which won, and why the others lost. */
  readonly settings: ReadonlyArray<ExplainedSetting>
}

type Explained =
  | { readonly ok: true; readonly explanation: DecisionExplanation }
  | { readonly ok: false; readonly invalid: ReadonlyArray<Invalid> }

/**
 * Decides a command without carrying it out, under the policy in force or under a draft, and says all that the decision
 * looked at. Rejects as a read of the library does.
 */
export const explainDecision = async (
  library: Library,
  { tenant, place, command, draft }: ExplainRequest
): Promise<Explained> => {
  const { decode, lookup, decide, further, about } = explainables[command.name]
  const decoded = decode(command.input)
  if (Result.isFailure(decoded)) return { ok: false, invalid: decoded.failure }
  const given = decoded.success
  const documents = await publishedDocuments(library, tenant, { at: given.at, draft: null })
  const policy =
    draft === undefined
      ? (inForceAt(documents.policies, given.at)?.rules ?? null)
      : compilePolicy(draft, { version: 0 })
  const recorded = policy === null ? null : recordedPolicy(policy)
  const context: DecisionContext = {
    tenant,
    place,
    policy: recorded?.policy ?? null,
    calendar: inForceAt(documents.calendars, given.at)?.rules ?? null,
    ids: ["one", "two", "three", "four", "five"],
    history: documents
  }
  const forbidden = notPermitted(command.name, place.actor, place.channel)
  const look = async (queueMax?: number): Promise<Foreseen> => {
    const found = (await library.read(tenant, lookup(given, policy, queueMax))) as never
    const decision = decide(found, given, queueMax === undefined ? context : { ...context, queueMax })
    const more = Result.isSuccess(decision)
      ? further?.(found, decision.success.receipt as never, queueMax, given as never)
      : null
    return more == null ? decision : look(more)
  }
  const decided: Foreseen = forbidden === null ? await look() : Result.fail<ReadonlyArray<Refusal>>([forbidden])
  return {
    ok: true,
    explanation: {
      policyVersion: policy?.version ?? null,
      allowed: Result.isSuccess(decided),
      receipt: Result.isSuccess(decided) ? decided.success.receipt : null,
      refusals: Result.isSuccess(decided) ? [] : decided.failure.map((refusal) => explained(refusal, place)),
      settings: policy === null ? [] : settingsOf(policy, about(recorded?.cases() ?? []))
    }
  }
}

/** A setting that several cases asked for, is explained for the first of them. */
const settingsOf = (policy: CompiledPolicy, cases: ReadonlyArray<AskedCase>): ReadonlyArray<ExplainedSetting> => {
  const settings = new Map<string, ExplainedSetting>()
  for (const { context, asked } of cases) {
    for (const name of asked) {
      if (!settings.has(name)) settings.set(name, { ...explainSetting(policy, name, context), case: context })
    }
  }
  return [...settings.values()].filter(({ candidates }) => candidates.length > 0)
}

const explained = (refusal: Refusal, place: Place): ExplainedRefusal => ({
  refusal,
  liftedBy: liftedBy(refusal._tag),
  mayLift: lift([refusal], { reason: "asked" }, place).left.length === 0
})
