import { commandRoute } from "./command.ts"

export const renew = commandRoute("renew", {
  path: "/v1/loans/renew",
  tag: "circulation",
  summary: "Renew the loan of an item"
})
