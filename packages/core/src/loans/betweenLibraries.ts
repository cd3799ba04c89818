import { type Cost, feeOf } from "../accounts/raiseFee.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import type { Lending } from "./sharing.ts"

/** What one library owes another for a loan. */
export interface OwedBetween {
  readonly payer: string
  readonly payee: string
  /** Minor units. */
  readonly amount: Minor
}

interface Between {
  /** What the reader pays. */
  readonly costs: ReadonlyArray<Cost<"betweenLibraries">>
  /** What a library pays another; `null`: nothing. */
  readonly owed: OwedBetween | null
}

const nothing: Between = { costs: [], owed: null }

/**
 * What a loan costs that more than one library has to do with (`betweenLibrariesFee`), and who pays it
 * (`betweenLibrariesPaidBy`; the reader, where that is not said). A library pays the one that the item belongs to; the item's
 * library itself pays the reader's, or the desk's where the reader is its own.
 */
export const betweenLibraries = (
  { readerHome, itemHome, desk }: Lending,
  asked: Consultation,
  policy: CompiledPolicy
): Between => {
  if (!sets(policy, "betweenLibrariesFee")) return nothing
  const [readers, items, desks] = [readerHome, itemHome, desk].map(policy.libraryOf) as [string, string, string]
  if (readers === items && desks === items) return nothing
  const amount = asked.optional("betweenLibrariesFee", "unlimited")
  const by = asked.optional("betweenLibrariesPaidBy", "reader")
  if (amount === "unlimited" || amount === 0 || by === "nobody") return nothing
  if (by === "reader") return { costs: feeOf("betweenLibraries", amount, policy, asked), owed: null }
  const payer = { readersLibrary: readers, desksLibrary: desks, itemsLibrary: items }[by]
  const payee = by !== "itemsLibrary" ? items : readers === items ? desks : readers
  return payer === payee ? nothing : { costs: [], owed: { payer, payee, amount } }
}
