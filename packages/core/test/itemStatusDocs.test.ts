import { readFileSync, writeFileSync } from "node:fs"
import { expect, it } from "vitest"
import { statusActions } from "../src/index.ts"

const file = new URL("../../../docs/item-status.md", import.meta.url)

const yes = (allowed: boolean): string => (allowed ? "yes" : "no")
const drawn = [
  "# What each item status allows",
  "",
  "Made from `packages/core/src/catalogue/statusActions.ts`, which the decisions read; `UPDATE_DOCS=1` writes it anew.",
  "An item on loan is lent again once it has been returned; one set aside is lent to whom it is set aside for. A copy that is",
  "restricted on its shelf (`shelfStatus`) is lent as restricted whatever else it is meanwhile: set aside, on its way, missing,",
  "lent on site; once nothing of that is the matter with it any more, it is restricted again.",
  "",
  "| status | lent home | used on site | renewed | reserved |",
  "|---|---|---|---|---|",
  ...Object.entries(statusActions).map(
    ([status, { checkOut, onSite, renew, reserve }]) =>
      `| ${status} | ${yes(checkOut)} | ${yes(onSite)} | ${yes(renew)} | ${reserve ?? "no"} |`
  ),
  ""
].join("\n")

it("draws the table of item statuses as the decisions read it", () => {
  if (process.env.UPDATE_DOCS === "1") writeFileSync(file, drawn)
  expect(readFileSync(file, "utf8")).toBe(drawn)
})
