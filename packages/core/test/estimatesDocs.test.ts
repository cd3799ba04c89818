import { readFileSync } from "node:fs"
import { Result } from "effect"
import { expect, it } from "vitest"
import { estimateWait, ratesFor } from "../src/reservations/waiting/index.ts"

const page = readFileSync(new URL("../../../docs/estimates.md", import.meta.url), "utf8")
const [question, answer] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json = ""]) => JSON.parse(json))

it("the page's example gives what the page says", () => {
  const guess = ratesFor([], { itemType: "book", collection: "" })
  const { median, low, high, ...estimate } = Result.getOrThrow(estimateWait(question, guess))
  expect({ ...estimate, low, median, high }).toEqual(answer)
  expect(page).toContain(
    `within ${Math.round(median ?? 0)} days, eight in ten after ${Math.round(low ?? 0)} to ${Math.round(high ?? 0)}`
  )
})
