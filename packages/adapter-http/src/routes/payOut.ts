import { commandRoute } from "./command.ts"

export const payOut = commandRoute("payOut", {
  path: "/v1/payouts",
  tag: "circulation",
  summary: "Hand a reader's credit out"
})
