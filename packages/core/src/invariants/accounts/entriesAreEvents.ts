import type { EventRow } from "../../decision/event.ts"
import type { MakeCheck } from "../check.ts"
import { eventFacts } from "../events/eventFacts.ts"
import { textHash } from "../textHash.ts"

/**
 * I18: an account's entries are those that its events added, unchanged. Keeps a number and a sum for each account with
 * entries, so it names the account, not the entry; a replay names that.
 */
export const entriesAreEvents: MakeCheck = (report) => {
  const digests = new Map<string, Digest>()
  return {
    rows: {
      entry: ({ entryId, accountId, kind, amount, at }) => {
        digests.set(accountId, added(digests.get(accountId), [entryId, kind, amount, at]))
      }
    },
    history: ({ table, id, events }) => {
      if (table !== "account") return
      const stored = digests.get(id) ?? none
      digests.delete(id)
      let told = none
      for (const event of events) told = entriesOf(event).reduce(added, told)
      if (stored.entries !== told.entries) {
        report("I18", [id], `an account has ${stored.entries} entries, but its events added ${told.entries}`)
      } else if (stored.sum !== told.sum) {
        report("I18", [id], "an account has entries that differ from those its events added")
      }
    }
  }
}

interface Digest {
  readonly entries: number
  /** Sum of the entries' hashes, so that their order does not matter. */
  readonly sum: number
}
const none: Digest = { entries: 0, sum: 0 }

const added = ({ entries, sum }: Digest = none, entry: ReadonlyArray<unknown>): Digest => ({
  entries: entries + 1,
  sum: (sum + textHash(JSON.stringify(entry))) >>> 0
})

const entriesOf = (event: EventRow): ReadonlyArray<ReadonlyArray<unknown>> => {
  const facts = (eventFacts(event) ?? {}) as Readonly<Record<string, unknown>>
  const { chargeId, entryId, payoutId, amount, at } = facts
  switch (event.tag) {
    case "ChargeRaised":
    case "ChargeMovedHere":
      return [[chargeId, "charge", amount, at]]
    case "PaymentReceived":
      return [[entryId, "payment", -Number(amount), at]]
    case "ChargeAdjusted":
      return [[entryId, facts.as, amount, at]]
    case "ChargeRefunded":
      return [[entryId, "refund", -Number(amount), at]]
    case "CreditGranted":
      return [[entryId, "credit", -Number(amount), at]]
    case "CreditApplied":
      return []
    case "CreditPaidOut":
      return [[entryId, "payout", amount, at]]
    case "EntryVoided":
      return [[entryId, "void", amount, at]]
    case "DebtHandedOver":
    case "ChargeMovedAway":
      return [[entryId, "transfer", -Number(amount), at]]
    case "DepositGivenBack":
      return [
        [entryId, "credit", -Number(amount), at],
        [payoutId, "payout", amount, at]
      ]
    default:
      return [[entryId, facts.writtenOff === 1 ? "writeOff" : "waiver", -Number(amount), at]]
  }
}
