import { readFileSync } from "node:fs"
import { expect } from "vitest"
import { Instant } from "../../src/calendar/instant.ts"
import { consult } from "../../src/decision/consult.ts"
import type { Refusal } from "../../src/decision/refusal.ts"
import type { PolicyDocument } from "../../src/index.ts"
import { compilePolicy, statusActions, unknownContext } from "../../src/index.ts"
import { limitsReached } from "../../src/loans/limits.ts"
import { Minor } from "../../src/money/minor.ts"
import { clearStanding, readerMay, type Standing } from "../../src/readers/blocks/readerMay.ts"
import { accountRow, minutesLater, morning, readerRow } from "../../src/testing/rows.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const differently = JSON.parse(readFileSync(new URL("./differently/limits.json", import.meta.url), "utf8"))

const policyOf = (document: object) =>
  compilePolicy(
    {
      currency: "USD",
      rounding: "halfUp",
      precedence: { by: "firstRow" },
      readerCategories: { C: {} },
      itemTypes: { T: {} },
      rows: [],
      ...document
    } as PolicyDocument,
    { version: 1 }
  )

interface Group {
  readonly itemType?: string
  readonly collection?: string
  readonly branch?: string
  readonly onSite?: 0 | 1
  readonly count: number
}
const groups = (list: ReadonlyArray<Group>) =>
  list.map((group) => ({
    readerId: "p" as never,
    itemType: "T",
    collection: "k",
    branch: "A",
    onSite: 0 as const,
    ...group
  }))

/** In the words of the facts. Where no rule admits any number, none is admitted. */
const reasonOf = (refusal: Refusal): object =>
  refusal._tag === "LoanLimitReached"
    ? {
        allowed: false,
        reason: refusal.limit === "onSite" ? "TOO_MANY_ONSITE_CHECKOUTS" : "TOO_MANY_CHECKOUTS",
        count: refusal.count,
        max: refusal.countMax
      }
    : { allowed: false, reason: "NO_RULE_DEFINED", max: 0 }

const answersLimit = ({ expect: wanted }: VectorEntry, refusals: ReadonlyArray<Refusal>): void => {
  if (wanted.allowed) expect(refusals).toEqual([])
  else expect(refusals.map(reasonOf)).toContainEqual(expect.objectContaining(wanted))
}

const oneRule = (entry: VectorEntry): void => {
  const { rule, current, onSiteCountsAsNormal, requestOnSite } = entry.given
  const max = (value: unknown): unknown => (value === null || value === "" ? "unlimited" : value)
  const set =
    rule === null
      ? {}
      : { "loanCountMax.normal": max(rule.maxCheckouts), "loanCountMax.onSite": max(rule.maxOnSiteCheckouts) }
  const policy = policyOf({
    limits: { normal: onSiteCountsAsNormal ? {} : { onSite: false }, onSite: { onSite: true } },
    rows: [{ id: "rule", when: {}, set }]
  })
  const context = { ...unknownContext, itemType: "T", branch: "A", onSite: requestOnSite }
  const out = groups([{ count: current.normal }, { onSite: 1, count: current.onSite }])
  answersLimit(entry, limitsReached(policy.resolve(context), out, context).refusals)
}

/** A rule counts loans of its own library and type; one for any type, those of types without a rule of their own. */
const manyRules = (entry: VectorEntry): void => {
  const { given } = entry
  const types = given.rules.map(({ itemType }: { itemType: string }) => itemType).filter((type: string) => type !== "*")
  const libraries = given.rules.map(({ library }: { library: string }) => library).filter((one: string) => one !== "*")
  const parents: Record<string, string> = given.itemTypeParents ?? {}
  const policy = policyOf({
    itemTypes: {
      ...Object.fromEntries([...types, ...Object.values(parents)].map((type) => [type, {}])),
      ...Object.fromEntries(Object.entries(parents).map(([type, parent]) => [type, { parent }]))
    },
    limits: Object.fromEntries(
      given.rules.map(({ library, itemType }: Record<string, string>, n: number) => [
        `r${n}`,
        {
          itemType: itemType === "*" ? { not: types } : itemType,
          ...(library === "*" ? {} : { branch: library })
        }
      ])
    ),
    rows: given.rules.map(({ library, category, max }: Record<string, unknown>, n: number) => ({
      id: `r${n}`,
      when: {
        ...(category === "*" ? {} : { readerCategory: category }),
        branch: library === "*" ? { not: libraries } : library
      },
      set: { [`loanCountMax.r${n}`]: max }
    }))
  })
  const branch = given.circControl === "sessionLibrary" ? given.sessionLibrary : given.item.homeLibrary
  const context = {
    ...unknownContext,
    readerCategory: given.patronCategory,
    itemType: given.item.itemType,
    branch,
    onSite: false
  }
  const loans = given.loans?.map(({ itemType, loanLibrary }: Record<string, string>) => ({
    itemType,
    branch: loanLibrary,
    count: 1
  }))
  const byType = Object.entries(given.loansByItemType ?? {}).map(([itemType, count]) => ({
    itemType,
    branch: given.item.homeLibrary,
    count
  }))
  answersLimit(entry, limitsReached(policy.resolve(context), groups(loans ?? byType), context).refusals)
}

describeVectors(["checkout_limit"], differently, (entry) =>
  "rules" in entry.given ? manyRules(entry) : oneRule(entry)
)

const scopes: Readonly<Record<string, object>> = {
  // What Evergreen calls a shelving location is a collection here.
  "shelving-location": { collection: "k" },
  "material-type": { itemType: "T" },
  "material-type+loan-type": { itemType: "T", collection: "k" }
}
const scopeErrors: Readonly<Record<string, string>> = {
  "material-type": "limit-reached-for-material-type",
  "material-type+loan-type": "limit-reached-for-material-and-loan-type"
}

describeVectors(["item-count-limit"], differently, ({ given, expect: wanted }) => {
  const policy = policyOf({
    limits: { [given.scope]: scopes[given.scope] },
    rows: [{ id: "rule", when: {}, set: { [`loanCountMax.${given.scope}`]: given.limit } }]
  })
  const context = { ...unknownContext, itemType: "T", collection: "k", branch: "A", onSite: false }
  const { refusals } = limitsReached(policy.resolve(context), groups([{ count: given.openLoansInScope }]), context)
  expect(refusals.length === 0).toBe(wanted.allowed)
  const errors = refusals.map((refusal) => ("limit" in refusal ? scopeErrors[refusal.limit] : refusal._tag))
  if (wanted.error !== undefined) expect(errors).toContain(wanted.error)
})

interface Asked {
  readonly set: object
  readonly standing?: Partial<Standing>
  readonly balance?: number
  readonly expired?: boolean
  readonly home?: boolean
}
const actions = {
  borrow: "borrow",
  renew: "renew",
  request: "reserve",
  checkout: "borrow",
  renewal: "renew",
  hold: "reserve"
} as const

const against = (
  action: keyof typeof actions,
  { set, standing = {}, balance = 0, expired = false, home = false }: Asked
): ReadonlyArray<Refusal> => {
  const policy = policyOf({ rows: [{ id: "rule", when: {}, set: { debtMax: "unlimited", ...set } }] })
  const asked = consult(policy, { ...unknownContext, readerHome: home ? "same" : "other" })
  const facts = {
    reader: readerRow("p", { expiresAt: expired ? minutesLater(-1) : null }),
    account: accountRow("p", { balance: Minor.make(balance) })
  }
  const place = { actor: { kind: "job", name: "facts" }, branch: "A", channel: "desk" } as const
  return readerMay(actions[action], facts, { ...clearStanding, ...standing }, { at: morning, asked, place })
}

const hourMs = 3_600_000
const overdue = (count: number, hours: number, recalledAt: Instant | null = null) => ({
  overdue: Array.from({ length: count }, (_, n) => ({
    loanId: `l${n}`,
    dueAt: Instant.make(morning - hours * hourMs),
    recalledAt,
    waitingCount: 0
  }))
})
const minorOf = (amount: string): number => Math.round(Number(amount) * 100)

/** One overdue for so long stands for a lost item. */
const conditions: Readonly<Record<string, (given: VectorEntry["given"]) => Asked>> = {
  "items-out": ({ limit, value }) => ({ set: { loansOutMax: limit }, standing: { loansOut: value } }),
  "lost-items": ({ limit, value }) => ({
    set: { lostItemsMax: limit, lostAfterDays: 1 },
    standing: overdue(value, 48)
  }),
  "overdue-items": ({ limit, value, hoursPastDue = 24, withinGrace }) => ({
    set: { overdueLoansMax: limit, ...(withinGrace ? { overdueGrace: { hours: hoursPastDue + 1 } } : {}) },
    standing: overdue(value, hoursPastDue)
  }),
  "overdue-recalls": ({ limit, value }) => ({
    set: { recalledOverdueMax: limit },
    standing: overdue(value, 24, morning)
  }),
  "recall-overdue-days": ({ limit, value }) => ({
    set: { recalledOverdueDaysMax: limit },
    standing: overdue(1, 24 * value, morning)
  }),
  "balance-owed": ({ limit, value }) => ({ set: { debtMax: limit }, balance: minorOf(value) })
}

describeVectors(["patron-limit"], differently, ({ given, expect: wanted }) => {
  const asked = conditions[given.condition]?.(given)
  if (asked === undefined) throw new Error(`no condition ${given.condition}`)
  const blocks = Object.fromEntries(
    (["borrow", "renew", "request"] as const).map((action) => [action, against(action, asked).length > 0])
  )
  expect(blocks).toEqual(wanted.blocks)
})

interface Penalty {
  readonly name: string
  readonly ignoredWithinProximity?: number | null
}

describeVectors(["patron-block"], differently, ({ given, expect: wanted }) => {
  const { action, blocks = [], settings = {}, patronExpired = false, itemAtReadersHomeBranch = false } = given
  const byHand = blocks.filter(({ name }: Penalty) => name !== "too-much-owed")
  const refusals = against(action, {
    set: {
      debtMax: "1.00",
      debtBlocks: settings.renewDespiteFines ? ["borrow", "reserve"] : ["borrow", "renew", "reserve"],
      expiryBlocks: settings.renewWhenExpired ? ["borrow", "reserve"] : ["borrow", "renew", "reserve"]
    },
    balance: byHand.length === blocks.length ? 0 : 200,
    expired: patronExpired,
    home: itemAtReadersHomeBranch,
    standing: {
      blocks: byHand.map(({ name, ignoredWithinProximity = null }: Penalty) => ({
        blockId: name,
        readerId: "p",
        kind: name,
        actions: "borrow renew reserve",
        endsAt: null,
        note: "",
        ignoredAtHome: ignoredWithinProximity === null ? 0 : 1,
        placedAt: morning
      })) as never
    }
  })
  if (wanted.allowed !== undefined) expect(refusals.length === 0).toBe(wanted.allowed)
  const kinds = refusals.map((refusal) => ("kind" in refusal ? refusal.kind : refusal._tag))
  if (wanted.errors !== undefined) expect(kinds).toEqual(expect.arrayContaining(wanted.errors))
  if (wanted.patronExpiredErrorRaised !== undefined)
    expect(kinds.includes("ReaderExpired")).toBe(wanted.patronExpiredErrorRaised)
})

/** Statuses in the words of the facts. */
const statuses: Readonly<Record<string, keyof typeof statusActions>> = {
  available: "available",
  "checked-out": "onLoan",
  "on-order": "onOrder",
  "in-process": "inProcess",
  "in-process-non-requestable": "inProcessNotReservable",
  "awaiting-delivery": "awaitingDelivery",
  restricted: "restricted",
  unknown: "unknown",
  "declared-lost": "declaredLost",
  "aged-to-lost": "agedToLost",
  "lost-and-paid": "lostAndPaid",
  "claimed-returned": "claimedReturned",
  withdrawn: "withdrawn"
}
const allowedOf = (name: string) => {
  const status = statuses[name]
  if (status === undefined) throw new Error(`no status ${name}`)
  return statusActions[status]
}

describeVectors(["request-allowed"], differently, ({ given, expect: { allowed } }) => {
  const { reserve } = allowedOf(given.itemStatus)
  expect(given.kind === "page" ? reserve === "fetched" : reserve === "awaited").toBe(allowed)
})

describeVectors(["checkout-allowed-status"], differently, ({ given, expect: { allowed } }) => {
  const { checkOut, renew } = allowedOf(given.itemStatus)
  expect(given.action === "checkout" ? checkOut : renew).toBe(allowed)
})
