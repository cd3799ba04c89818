import { Instant } from "@openshelf/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readDemoData } from "./data.ts"
import { type DemoCirculationOptions, type DemoCommand, demoCirculation } from "./demoCirculation.ts"
import { demoRules } from "./rules.ts"
import { termsBy } from "./terms.ts"
import { dayOf } from "./visits.ts"

const data = readDemoData()
const { calendar, policy } = demoRules(data)
const terms = termsBy(policy)
const whole: DemoCirculationOptions = { seed: 1, from: "2026-08-01", to: "2026-11-15", ...data, calendar, terms }
const commands = [...demoCirculation(whole)]
const itemOf = new Map(data.items.map((item) => [item.barcode, item]))

const count = (kind: DemoCommand["kind"], of: ReadonlyArray<DemoCommand> = commands): number =>
  of.filter((command) => command.kind === kind).length

/** Plays the plan as a strict librarian would. What must not happen, as sentences. */
const offences = (plan: ReadonlyArray<DemoCommand>): ReadonlyArray<string> => {
  const out = new Map<string, string>()
  const queues = new Map<string, Array<string>>()
  const kept = new Map<string, string>()
  return plan.flatMap((command) => {
    const item = "item" in command ? itemOf.get(command.item) : undefined
    const found: Array<string> = []
    if (item !== undefined && item.branch !== command.branch) found.push(`${command.kind} away from home`)
    if (command.kind === "checkOut") {
      if (out.has(command.item)) found.push("lends what is out")
      if ((kept.get(command.item) ?? command.card) !== command.card) found.push("lends what is kept for another")
      kept.delete(command.item)
      out.set(command.item, command.card)
    }
    if (command.kind === "renew" && out.get(command.item) !== command.card) found.push("renews what is not theirs")
    if (command.kind === "renew" && (queues.get(item?.titleId ?? "") ?? []).length > 0) found.push("renews the awaited")
    if (command.kind === "returnItem") {
      if (!out.delete(command.item)) found.push("returns what is in")
      const next = queues.get(item?.titleId ?? "")?.shift()
      if (next !== undefined) kept.set(command.item, next)
    }
    if (command.kind === "reserve") {
      const copies = data.items.filter(({ titleId }) => titleId === command.title)
      if (copies.some(({ barcode }) => !out.has(barcode) && !kept.has(barcode))) found.push("reserves what is in")
      queues.set(command.title, [...(queues.get(command.title) ?? []), command.card])
    }
    return found
  })
}

describe("the demo circulation", () => {
  it("is the same for the same options, and another for another seed", () => {
    expect([...demoCirculation(whole)]).toEqual(commands)
    expect([...demoCirculation({ ...whole, seed: 2 })]).not.toEqual(commands)
  })

  it("goes forward in time", () => {
    for (const [index, { at }] of commands.entries()) expect(at).toBeGreaterThan(commands[index - 1]?.at ?? 0)
  })

  it("falls into the opening hours of its branch", () => {
    const outside = commands.filter(({ at, branch }) => calendar.branch(branch)?.isOpenAt(Instant.make(at)) !== true)
    expect(outside).toEqual([])
  })

  it("never asks for what the plan itself made impossible, whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        expect(offences([...demoCirculation({ ...whole, seed, to: "2026-10-10" })])).toEqual([])
      }),
      { numRuns: 8 }
    )
    expect(offences(commands)).toEqual([])
  })

  it("lends nothing that stays in the house, and nothing to expired readers", () => {
    const expiresOn = new Map(data.readers.map((reader) => [reader.card, dayOf(reader.expiresOn)]))
    const wrong = commands.filter((command) => {
      if (command.kind !== "checkOut") return false
      const item = itemOf.get(command.item)
      const today = calendar.branch(command.branch)?.localDay(Instant.make(command.at)) ?? 0
      return item === undefined || terms(item) === null || (expiresOn.get(command.card) ?? 0) <= today
    })
    expect(wrong).toEqual([])
  })

  it("leaves nothing empty: loans, renewals, payments, late and open loans, people waiting", () => {
    const lastOut = new Map<string, number>()
    for (const command of commands) {
      if (command.kind === "checkOut" || command.kind === "renew") lastOut.set(command.item, command.at)
      if (command.kind === "returnItem") lastOut.delete(command.item)
    }
    const monthBefore = (commands.at(-1)?.at ?? 0) - 30 * 86_400_000
    expect(count("checkOut")).toBeGreaterThan(500)
    expect(count("returnItem")).toBeGreaterThan(400)
    expect(count("renew")).toBeGreaterThan(20)
    expect(count("reserve")).toBeGreaterThan(10)
    expect(count("pay")).toBeGreaterThan(20)
    expect(lastOut.size).toBeGreaterThan(30)
    expect([...lastOut.values()].filter((at) => at < monthBefore).length).toBeGreaterThan(3)
  })

  it("prefers some titles by far: a tenth of those lent make up a quarter of the loans", () => {
    const loans = new Map<string, number>()
    for (const command of commands) {
      const titleId = command.kind === "checkOut" ? itemOf.get(command.item)?.titleId : undefined
      if (titleId !== undefined) loans.set(titleId, (loans.get(titleId) ?? 0) + 1)
    }
    const counts = [...loans.values()].sort((a, b) => b - a)
    const top = counts.slice(0, Math.ceil(counts.length / 10)).reduce((sum, n) => sum + n, 0)
    expect(top / count("checkOut")).toBeGreaterThan(0.25)
  })

  it("is empty when it ends before it begins", () => {
    expect([...demoCirculation({ ...whole, to: "2026-07-31" })]).toEqual([])
  })
})
