import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { vectorEntries, withoutVectors } from "./vectorEntries.ts"

/** Lists of facts that are counted together, by topic; how many entries they are, so that none gets lost. */
const lists: Readonly<Record<string, { readonly entries: number; readonly topics: ReadonlyArray<string> }>> = {
  "policy, calendars, due dates, limits, blocks and renewals": {
    entries: 226,
    topics: [
      "calendar_closed",
      "calendar_add",
      "calendar_between",
      "due_date",
      "due-date-checkout",
      "closed-day-due-date",
      "expiring-patron-due-date",
      "rule_lookup",
      "rule_scope",
      "control_library",
      "rules-matching",
      "rules-validation",
      "policy-by-branch-group",
      "checkout_limit",
      "checkout_block",
      "checkout-allowed-status",
      "request-allowed",
      "item-count-limit",
      "patron-block",
      "patron-limit",
      "rental_charge",
      "high_holds",
      "renewal",
      "renewal_dates",
      "renewal-due-date",
      "renewal-eligibility",
      "renewal-override",
      "upcoming_due"
    ]
  },
  "reservations, queues, pickup and copies on their way": {
    entries: 138,
    topics: [
      "hold_allowed",
      "hold_match",
      "hold_queue",
      "holds_queue_builder",
      "hold-distance",
      "hold-policy",
      "hold-shelf-expiry",
      "hold-targeting",
      "queue-fulfilment-position",
      "queue-removal",
      "queue-reorder",
      "request-allowed",
      "desk-decision",
      "checkin-routing",
      "return_outcome",
      "transit",
      "recall-due-date",
      "availability",
      "loan-transition",
      "concurrent-checkout"
    ]
  },
  "accounts, being late, and losses": {
    entries: 112,
    topics: [
      "account",
      "fee-action",
      "fee-refund",
      "money-rounding",
      "fine_amount",
      "fine_accrual",
      "fine_on_return",
      "overdue-minutes",
      "grace-period",
      "overdue-fine",
      "overdue-fine-tiers",
      "overdue-fine-periods",
      "reminder-fees",
      "suspension",
      "lost_return",
      "lost-return",
      "age-to-lost",
      "lost-billing",
      "lost-refund-window",
      "balance-after-return",
      "return_outcome"
    ]
  }
}

const folder = new URL("./", import.meta.url)
const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".test.ts") && name !== "differently.test.ts")
  .map((name) => readFileSync(new URL(name, folder), "utf8"))

/** How many test files try a topic: named in a call, or as the key of its check. */
const triedIn = (topic: string): number => {
  const named = new RegExp(`describeVectors\\(\\[[^\\]]*"${topic}"|^const checks\\b[^}]*[ "]${topic}"?[:,]`, "m")
  return sources.filter((source) => named.test(source)).length
}

const reasons = new Map(
  readdirSync(new URL("differently/", folder)).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(new URL(`differently/${file}`, folder), "utf8")) as Record<string, string>)
  )
)

describe.each(Object.entries(lists))("facts about %s", (_, { entries, topics }) => {
  it.each(topics)("are all tried: %s", (topic) => expect(triedIn(topic)).toBeGreaterThan(0))

  it.skipIf(withoutVectors !== null)(
    `are answered differently in one of twenty at most, each with a reason${withoutVectors ? `, ${withoutVectors}` : ""}`,
    () => {
      const counted = vectorEntries.filter(({ topic }) => topics.includes(topic))
      expect(counted).toHaveLength(entries)
      const differing = counted.flatMap(({ id }) => reasons.get(id) ?? [])
      expect(differing.length).toBeLessThanOrEqual(entries / 20)
    }
  )
})

describe("a reason why a fact is answered differently", () => {
  it("says something", () => {
    for (const why of reasons.values()) expect(why.length).toBeGreaterThan(20)
  })

  it.skipIf(withoutVectors !== null)("is of a fact that a list counts", () => {
    const counted = new Set(Object.values(lists).flatMap(({ topics }) => topics))
    const topics = new Map(vectorEntries.map(({ id, topic }) => [id, topic]))
    for (const id of reasons.keys()) expect(counted).toContain(topics.get(id))
  })
})
