import { Result } from "effect"
import type { Decision } from "../../decision/decision.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { DocumentsMoved, KeyUsed, type RunOutcome, type RunRequest } from "../port.ts"
import { applyDecision } from "./applyDecision.ts"
import { Breach } from "./breach.ts"
import { answer } from "./facts/answer.ts"
import type { TenantStore } from "./tenantStore.ts"

/** What a command's first trip brings: the end already, or facts and what was decided on them. */
export type Prepared<L extends Lookup, Receipt> =
  | { readonly done: RunOutcome<Receipt> }
  | { readonly found: Found<L>; readonly decision: Decision<Receipt> }

/** Facts and decision. Writes nothing. Throws `KeyUsed` and `DocumentsMoved`. */
export const prepare = <L extends Lookup, Receipt>(
  store: TenantStore,
  request: RunRequest<L, Receipt>
): Prepared<L, Receipt> => {
  const known = request.dryRun === true ? null : answerOfKey<Receipt>(store, request)
  if (known !== null) return { done: known }
  requireDocuments(store, request)
  const found = answer(store, request.lookup)
  const decided: Result.Result<Decision<Receipt>, Refusals> = request.decide(found)
  if (Result.isFailure(decided)) return { done: Result.fail(decided.failure) }
  if (request.dryRun !== true) return { found, decision: decided.success }
  return { done: Result.succeed({ receipt: plain(decided.success.receipt), repeated: false }) }
}

/** Commits what was decided: all of it, or it throws and nothing is written. */
export const commit = <L extends Lookup, Receipt>(
  store: TenantStore,
  request: RunRequest<L, Receipt>,
  decision: Decision<Receipt>
): RunOutcome<Receipt> => {
  const known = answerOfKey<Receipt>(store, request)
  if (known !== null) return known
  requireDocuments(store, request)
  const receipt = plain(decision.receipt)
  const { keyHash, contentHash, name, at } = request
  store.atomically(() => {
    applyDecision(store, decision)
    store.insert("command", { keyHash, contentHash, name, at, receipt: JSON.stringify(receipt) })
  })
  return Result.succeed({ receipt, repeated: false })
}

const answerOfKey = <Receipt>(
  store: TenantStore,
  { keyHash, contentHash }: Pick<RunRequest, "keyHash" | "contentHash">
): RunOutcome<Receipt> | null => {
  const known = store.tables.command.get(keyHash)
  if (known === undefined) return null
  if (known.contentHash !== contentHash) throw new KeyUsed()
  return Result.succeed({ receipt: JSON.parse(known.receipt) as Receipt, repeated: true })
}

const requireDocuments = (store: TenantStore, request: Pick<RunRequest, "documentsVersion">): void => {
  const { documentsVersion } = store.tenant
  if (request.documentsVersion !== documentsVersion) throw new DocumentsMoved({ documentsVersion })
}

/** The receipt as a repeat will give it. One that JSON would change is refused, or the repeat would differ. */
const plain = <Receipt>(receipt: Receipt): Receipt => {
  const text = JSON.stringify(receipt)
  if (text === undefined || !isPlain(receipt)) throw new Breach("decision", "the receipt is no plain JSON")
  return JSON.parse(text) as Receipt
}

const isPlain = (value: unknown): boolean => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true
  if (typeof value === "number") return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isPlain)
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every(isPlain)
}
