import { type Answer, type Desk, type Library, openLibrary } from "@openshelf/core"
import { layerMemory } from "@openshelf/core/memory"
import { describe, expect, it } from "vitest"
import { type DemoData, readDemoData } from "./data.ts"
import { type DemoCommand, demoCirculation } from "./demoCirculation.ts"
import { demoRules } from "./rules.ts"
import { termsBy } from "./terms.ts"

const tenant = "demo"
const opened = Date.parse("2026-07-31T12:00:00+08:00")

/** The demo library as a library in memory, with the ids that its titles got. */
const filledLibrary = async (data: DemoData): Promise<{ library: Library; titleIds: ReadonlyMap<string, string> }> => {
  const library = await openLibrary({ storage: layerMemory })
  const { policy, calendar } = data
  must(await library.openTenant({ tenant, name: "Demo", policy, calendar, at: opened }))
  const desk = deskAt(library, "central")
  const titleIds = new Map<string, string>()
  for (const { id, title, responsibility, language, format } of data.titles) {
    const description = { title, responsibility, language, format }
    const { receipt } = must(await desk.addTitle({ description, at: opened, key: id }))
    titleIds.set(id, receipt.titleId)
  }
  for (const { barcode, titleId, branch, itemType, collection, price } of data.items) {
    const title = titleIds.get(titleId) ?? ""
    const copy = {
      title,
      barcode,
      type: itemType,
      homeBranch: branch,
      collection,
      price: Math.round(Number(price) * 100)
    }
    must(await desk.addItem({ ...copy, at: opened, key: barcode }))
  }
  for (const { card, name, category, homeBranch, bornOn, expiresOn } of data.readers) {
    const reader = { card, name, category, homeBranch, bornOn, expiresAt: Date.parse(`${expiresOn}T00:00:00+08:00`) }
    must(await desk.registerReader({ ...reader, at: opened, key: card }))
  }
  return { library, titleIds }
}

const deskAt = (library: Library, branch: string): Desk =>
  library.at({ tenant, branch, actor: { kind: "job", name: "demo" }, channel: "job" })

const must = <A extends { readonly ok: boolean }>(answer: A): Extract<A, { readonly ok: true }> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer as Extract<A, { readonly ok: true }>
}

/** Carries out one command of the plan; what was refused, by tag. */
const refusalsOf = async (
  command: DemoCommand,
  { library, titleIds }: Awaited<ReturnType<typeof filledLibrary>>,
  key: string
): Promise<ReadonlyArray<string>> => {
  const desk = deskAt(library, command.branch)
  const refused = (answer: Answer<unknown>): ReadonlyArray<string> => {
    if (answer.ok) return []
    return "refusals" in answer
      ? answer.refusals.map(({ _tag }) => `${command.kind}: ${_tag}`)
      : [JSON.stringify(answer)]
  }
  const { at } = command
  switch (command.kind) {
    case "checkOut":
      return refused(await desk.checkOut({ item: command.item, card: command.card, at, key }))
    case "returnItem":
      return refused(await desk.returnItem({ item: command.item, at, key }))
    case "renew":
      return refused(await desk.renew({ item: command.item, at, key }))
    case "reserve":
      return refused(await desk.reserve({ title: titleIds.get(command.title) ?? "", card: command.card, at, key }))
    case "pay": {
      const { reader } = await library.read(tenant, { reader: { card: command.card as never } })
      const amount = reader?.account.balance ?? 0
      return amount > 0 ? refused(await desk.pay({ card: command.card, amount, method: "cash", at, key })) : []
    }
  }
}

describe("the demo circulation on a real desk", () => {
  it("meets no refusal, and ends with loans, charges and reservations", async () => {
    const data = readDemoData()
    const { policy, calendar } = demoRules(data)
    const filled = await filledLibrary(data)
    const plan = demoCirculation({
      seed: 7,
      from: "2026-08-01",
      to: "2026-11-15",
      ...data,
      calendar,
      terms: termsBy(policy)
    })
    const refusals: Array<string> = []
    let n = 0
    for (const command of plan) refusals.push(...(await refusalsOf(command, filled, `plan-${n++}`)))
    expect(refusals).toEqual([])
    for (const table of ["loan", "charge", "reservation"] as const) {
      expect((await filled.library.scan(tenant, table, null, 10)).rows.length).toBe(10)
    }
    await filled.library.close()
  })
})
