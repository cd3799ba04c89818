import { type Decision, Storage } from "@openshelf/core"
import {
  accountRow,
  appealRow,
  bookingRow,
  cardRow,
  chargeRow,
  conditionRow,
  entryRow,
  incidentRow,
  interloanRow,
  itemRow,
  loanRow,
  pickupSlotRow,
  queueRow,
  readerRow,
  reservationRow,
  titleRow
} from "@openshelf/core/testing"
import { builderFor, postgresTraits, type Statement, statementsFor } from "@openshelf/storage-sql"
import { Effect, ManagedRuntime, Result } from "effect"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { type FreshDatabase, freshDatabase } from "../test/freshDatabase.ts"
import { postgresStorage } from "./index.ts"

const server = inject("postgresUrl")

/** Is about all tenants, and there are few. */
const ofAllTenants: ReadonlySet<string> = new Set(["all_tenants"])

describe.skipIf(server === null)("plans for tables that are large", () => {
  let database: FreshDatabase
  const plans = new Map<string, string>()
  beforeAll(async () => {
    database = await freshDatabase(server as string)
    await filled(database.url)
    await database.query("analyze")
    // Small tables are read whole, as nothing is cheaper; this asks what large ones would be.
    await database.query("set enable_seqscan = off")
    for (const way of ["bitmapscan", "hashjoin", "mergejoin"]) await database.query(`set enable_${way} = off`)
    await database.query("set plan_cache_mode = force_generic_plan")
    for (const { name, sql, parameters } of statementsIn(statementsFor(builderFor(postgresTraits)))) {
      await database.query(`prepare ${name} as ${sql}`)
      const nulls = parameters.length === 0 ? "" : `(${parameters.map(() => "null").join()})`
      const lines = await database.query(`explain execute ${name}${nulls}`)
      plans.set(name, lines.map((line) => line["QUERY PLAN"]).join("\n"))
    }
  })
  afterAll(() => database.drop())

  it("no statement reads a whole table", () => {
    expect(plans.size).toBeGreaterThan(80)
    const whole = [...plans].filter(([name, plan]) => !ofAllTenants.has(name) && plan.includes("Seq Scan"))
    expect(whole).toEqual([])
  })

  it("no statement looks for more by an index than the tenant", () => {
    const vague = [...plans].filter(
      ([name, plan]) => /Index Cond: \(\(?tenant_id = \$\d+(::text)?\)+$/m.test(plan) && !ofWholeTenant(name)
    )
    expect(vague).toEqual([])
  })

  it("every index is used by some statement, or keeps something unique", async () => {
    const used = [...plans.values()].join("\n")
    const indexes = await database.query(
      "select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace and not i.indisunique"
    )
    expect(indexes.length).toBeGreaterThan(5)
    expect(indexes.map(({ name }) => String(name)).filter((name) => !used.includes(name))).toEqual([])
  })
})

/** Statements that are about a tenant as a whole, or about its one row in `tenant`. */
const ofWholeTenant = (name: string): boolean =>
  [
    "documents",
    "documents_version",
    "tenant",
    "move_documents",
    "add_document",
    "put_token",
    "insert_command"
  ].includes(name)

/** A tenant with some hundred rows in each table, so that the server knows that a tenant's id narrows nothing down. */
const filled = async (url: string): Promise<void> => {
  const runtime = ManagedRuntime.make(postgresStorage({ url }))
  const storage = await runtime.runPromise(Effect.service(Storage))
  const numbers = Array.from({ length: 300 }, (_, number) => String(number))
  const each = <Row>(row: (number: string) => unknown): ReadonlyArray<Row> =>
    numbers.map((number) => row(number) as Row)
  const insert: Decision<null>["insert"] = {
    title: each((n) => titleRow(`t${n}`, { source: "loc", controlNumber: n })),
    titleRecord: each((n) => ({ titleId: `t${n}`, encoding: "utf8", content: new Uint8Array(9) })),
    titleQueue: each((n) => ({ ...queueRow(`t${n}`), waitingCount: 1 })),
    item: each((n) => itemRow(`i${n}`, `t${Number(n) % 100}`)),
    reader: each((n) => readerRow(`p${n}`)),
    card: each((n) => cardRow(`p${n}`)),
    account: each((n) => accountRow(`p${n}`)),
    loan: each((n) => loanRow(`l${n}`, `i${n}`)),
    loanReader: each((n) => ({ loanId: `l${n}`, readerId: `p${Number(n) % 50}` })),
    libraryEntry: each((n) => ({ loanId: `l${n}`, payer: "north", payee: "south", amount: 5, at: 1 })),
    unseenRenewal: each((n) => ({ loanId: `l${n}`, renewalCount: 1 })),
    readerNote: each((n) => ({ noteId: `n${n}`, readerId: `p${Number(n) % 50}`, text: "t", placedAt: 1 })),
    readerLink: each((n) => ({
      linkId: `k${n}`,
      readerId: `p${Number(n) % 50}`,
      otherId: `p${50 + Number(n)}`.replace(/^p3(\d\d)$/, "p2$1"),
      kind: Number(n) < 250 ? "proxy" : "guarantor",
      since: 1,
      endsAt: null
    })),
    lostCard: each((n) => ({ card: `lost${n}`, readerId: `p${Number(n) % 50}`, lostAt: 1 })),
    readerBlock: each((n) => ({
      blockId: `b${n}`,
      readerId: `p${Number(n) % 50}`,
      kind: "k",
      actions: "[]",
      endsAt: null,
      note: "",
      ignoredAtHome: 0,
      placedAt: 1
    })),
    reservation: each((n) =>
      Number(n) % 3 === 0
        ? reservationRow(`r${n}`, `t${Number(n) % 50}`, Number(n), {
            state: "setAside",
            setAsideItemId: `i${n}` as never,
            shelfUntil: 5 as never
          })
        : reservationRow(`r${n}`, `t${Number(n) % 50}`, Number(n), { waitUntil: Number(n) as never })
    ),
    transit: each((n) => ({
      transitId: `x${n}`,
      version: 1,
      state: Number(n) % 2 === 0 ? "open" : "arrived",
      itemId: `i${n}`,
      openItemId: Number(n) % 2 === 0 ? `i${n}` : null,
      reason: "home",
      fromBranch: `b${Number(n) % 20}`,
      toBranch: `b${Number(n) % 30}`,
      reservationId: null,
      thenStatus: "available",
      plannedAt: Number(n),
      sentAt: Number(n),
      endedAt: Number(n) % 2 === 0 ? null : 9,
      arrivedBranch: Number(n) % 2 === 0 ? null : "b1"
    })),
    reservationReader: each((n) => ({
      reservationId: `r${n}`,
      readerId: `p${Number(n) % 50}`,
      groupId: null,
      groupKind: null
    })),
    entry: each((n) => entryRow(`e${n}`, `p${Number(n) % 50}`)),
    charge: each((n) => chargeRow(`e${n}`, `p${Number(n) % 50}`, { outstanding: (Number(n) % 2) as never })),
    allotment: each((n) => ({ entryId: `e${n}`, chargeId: `e${(Number(n) * 7) % 300}`, nth: 1, amount: 1, at: 1 })),
    credit: each((n) => ({
      creditId: `e${n}`,
      accountId: `p${Number(n) % 50}`,
      amount: 1,
      remaining: Number(n) % 2,
      raisedAt: 1
    })),
    incident: each((n) =>
      incidentRow(`n${n}`, `i${n}`, {
        loanId: `l${n}` as never,
        billAt: Number(n) % 2 === 0 ? null : (5 as never),
        blocksBorrowing: Number(n) % 3 === 0 ? 1 : 0
      })
    ),
    incidentReader: each((n) => ({ incidentId: `n${n}`, readerId: `p${Number(n) % 50}`, evidence: "" })),
    appeal: each((n) => appealRow(`a${n}`, `e${n}`, `p${Number(n) % 50}`, { decideUntil: 5 as never })),
    appealStatement: each((n) => ({ appealId: `a${n}`, reason: "r", evidence: "" })),
    chargeIncident: each((n) => ({ chargeId: `e${n}`, incidentId: `n${n}` })),
    condition: each((n) => conditionRow(`k${n}`, `i${Number(n) % 50}`)),
    chargeLoan: each((n) => ({ loanId: `l${n}`, kind: "overdue", renewalCount: 0, chargeId: `e${n}` })),
    cashDesk: each((n) => ({
      cashDeskId: `d${n}`,
      version: 1,
      branch: "main",
      state: "open",
      session: 1,
      openedAt: 1,
      closedAt: null
    })),
    cashEntry: each((n) => ({
      cashEntryId: `e${n}`,
      cashDeskId: `d${Number(n) % 50}`,
      session: 1,
      kind: "payment",
      method: "cash",
      amount: 1,
      entryId: `e${n}`,
      at: 1,
      actor: "a",
      reason: ""
    })),
    booking: each((n) =>
      Number(n) % 2 === 0
        ? bookingRow(`b${n}`, `i${n}`)
        : bookingRow(`b${n}`, `i${n}`, { state: "cancelled", endedAt: 5 as never })
    ),
    pickupSlot: each((n) =>
      pickupSlotRow(`s${n}`, {
        taken: 1,
        branch: `b${Number(n) % 50}`,
        closedAt: Number(n) % 3 === 0 ? (5 as never) : null
      })
    ),
    slotTaken: each((n) => ({ reservationId: `r${n}`, slotId: `s${n}` })),
    interloan: each((n) => interloanRow(`x${n}`, { itemId: `i${n}` as never })),
    outbox: each((n) => ({ messageId: `x${n} shipped`, partner: "hill", interloanId: `x${n}`, body: "{}", at: 1 })),
    bookingReader: each((n) => ({ bookingId: `b${n}`, readerId: `p${Number(n) % 50}` })),
    event: each((n) => ({
      streamId: `l${n}`,
      seq: 1,
      tag: "x",
      at: 1,
      actor: "a",
      branch: "b",
      channel: "c",
      desk: "",
      body: "{}"
    }))
  }
  const count = numbers.map((n) => ({
    readerId: `p${n}` as never,
    itemType: "book",
    collection: "c",
    branch: "b",
    onSite: 0 as const,
    count: 1
  }))
  const decision = { insert, update: {}, guard: {}, count, charges: [], credits: [], cut: {}, receipt: null }
  const command = {
    tenant: "town",
    name: "fill",
    keyHash: "k",
    contentHash: "c",
    at: 1,
    documentsVersion: 0,
    lookup: {}
  }
  await Effect.runPromise(storage.openTenant({ tenant: "town", name: "Town", currency: "EUR", openedAt: 1 }))
  await Effect.runPromise(storage.run({ ...command, decide: () => Result.succeed(decision) }))
  await runtime.dispose()
}

const statementsIn = (value: unknown): ReadonlyArray<Statement> => {
  if (typeof value !== "object" || value === null) return []
  if ("sql" in value && "parameters" in value) return [value as Statement]
  return Object.values(value).flatMap(statementsIn)
}
