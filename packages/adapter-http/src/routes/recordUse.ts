import { commandRoute } from "./command.ts"

export const recordUse = commandRoute("recordUse", {
  path: "/v1/items/:item/uses",
  tag: "circulation",
  summary: "Count a use in the building without a loan"
})
