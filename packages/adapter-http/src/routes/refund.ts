import { commandRoute } from "./command.ts"

export const refund = commandRoute("refund", {
  path: "/v1/refunds",
  tag: "circulation",
  summary: "Owe a reader again what was paid of a charge"
})
