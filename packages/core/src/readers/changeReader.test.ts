import { describe, expect, it } from "vitest"
import { codesOf, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

describe("a reader", () => {
  it("is registered once a card, in a category and branch that there are, for as long as the policy says", async () => {
    const { desk, key } = await smallLibrary()
    const zoe = { card: "zoe", name: "Zoe", category: "adult", at: noon }
    expect(
      codesOf(await desk.registerReader({ ...zoe, card: "ada", category: "giant", homeBranch: "moon", key: key() }))
    ).toEqual(["CardTaken", "ReaderCategoryUnknown", "BranchUnknown"])
    const { expiresAt } = receiptOf(await desk.registerReader({ ...zoe, key: key() }))
    expect(new Date(expiresAt ?? 0).toISOString()).toBe("2027-03-01T16:00:00.000Z")
  })

  it.each(["2026-02-30", "1990-13-01", "03.04.1990", "0001-01-01"])("has no birthday on %s", async (bornOn) => {
    const { desk, key } = await smallLibrary()
    const answer = await desk.registerReader({
      card: "zoe",
      name: "Zoe",
      category: "adult",
      bornOn,
      at: noon,
      key: key()
    })
    expect("invalid" in answer && answer.invalid.map(({ path }) => path)).toEqual(["bornOn"])
  })

  it("gets a new card for a lost one, and cannot be left without any", async () => {
    const { desk, key } = await smallLibrary()
    const change = { card: "ada", at: noon }
    expect(codesOf(await desk.changeReader({ ...change, addCard: "ben", key: key() }))).toEqual(["CardTaken"])
    expect(codesOf(await desk.changeReader({ ...change, removeCard: "ada", key: key() }))).toEqual(["LastCard"])
    expect(codesOf(await desk.changeReader({ ...change, removeCard: "ben", key: key() }))).toEqual(["ReaderUnknown"])
    receiptOf(await desk.changeReader({ ...change, addCard: "ada-2", removeCard: "ada", key: key() }))
    expect(codesOf(await desk.changeReader({ ...change, name: "Ada L.", key: key() }))).toEqual(["ReaderUnknown"])
    expect(receiptOf(await desk.changeReader({ card: "ada-2", name: "Ada L.", at: noon, key: key() })).changed).toEqual(
      ["name"]
    )
  })

  it("leaves only names of changed fields in the events, not their contents", async () => {
    const { desk, library, key } = await smallLibrary()
    receiptOf(await desk.changeReader({ card: "ada", name: "Augusta Ada", at: noon, key: key() }))
    const { rows } = await library.scan(tenant, "event", null, 100)
    expect(rows.filter(({ body }) => body.includes("Augusta"))).toEqual([])
    expect(rows.some(({ tag, body }) => tag === "ReaderChanged" && body.includes('"changed":["name"]'))).toBe(true)
  })
})
