import { commandRoute } from "./command.ts"

export const applyCredit = commandRoute("applyCredit", {
  path: "/v1/credits/apply",
  tag: "circulation",
  summary: "Pay charges out of a reader's credit"
})
