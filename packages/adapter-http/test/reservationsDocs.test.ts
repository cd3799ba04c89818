import { readFileSync, writeFileSync } from "node:fs"
import { expect, it } from "vitest"
import { openTown, published } from "./town.ts"

const file = new URL("../../../docs/reservations.md", import.meta.url)

it("the page's examples are what the server answers", async () => {
  const { ask, library, town, close } = await openTown()
  const { desk, ada, manager } = town.tokens
  const give = async (path: string, body: object): Promise<Record<string, string>> => {
    const answer = await ask(manager, "POST", path, body)
    expect([answer.status, answer.body]).toEqual([200, expect.anything()])
    return answer.body
  }
  const { titleId: title = "" } = await give("/v1/titles", { description: { title: "Border Town" } })
  for (const item of ["b1", "b2"]) {
    await give("/v1/items", { title, barcode: item, type: "book" })
    await give("/v1/loans", { item, card: "ben" })
  }
  const { reservationId: first = "" } = await give("/v1/reservations", { title, card: "ben" })
  const { reservationId: second = "" } = await give("/v1/reservations", { title, card: "ada" })
  await give(`/v1/reservations/${first}/suspend`, { until: "2026-03-20T23:59:00+08:00" })
  const wait = await ask(ada, "GET", `/v1/reservations/${second}/wait`)
  const queue = await ask(desk, "GET", `/v1/titles/${title}/queue?limit=1`)
  await published(library, { pickupBranches: "home" })
  const branches = await ask(ada, "GET", `/v1/reservations/${second}/pickup-branches`)
  await close()

  const page = readFileSync(file, "utf8")
  const told = [branches.body, wait.body, firstLine(queue.body)].map((answer) =>
    withoutIds(answer, [first, second, title])
  )
  let nth = 0
  const shown = page.replaceAll(
    /(<!-- (?:pickup branches|a wait|a queue) -->\n```json\n).*?(?=\n```)/gs,
    (_, before: string) => {
      return `${before}${JSON.stringify(told[nth++], null, 2)}`
    }
  )
  if (process.env.UPDATE_DOCS === "1") writeFileSync(file, shown)
  else expect(page).toBe(shown)
  expect(nth).toBe(3)
})

/** What is learned meanwhile is another test's matter. */
const firstLine = (queue: never): object => {
  const {
    rows,
    title: _,
    learnedAt: __,
    next: ___,
    ...rest
  } = queue as { readonly rows: ReadonlyArray<object> } & Record<"title" | "learnedAt" | "next", unknown>
  return { ...rest, rows: rows.map((row) => ({ ...row, wait: "…" })) }
}

/** Ids and cursors differ each time. */
const withoutIds = (answer: unknown, ids: ReadonlyArray<string>): unknown =>
  JSON.parse(ids.reduce((text, id, nth) => text.replaceAll(id, `01a2…${nth + 1}`), JSON.stringify(answer)))
