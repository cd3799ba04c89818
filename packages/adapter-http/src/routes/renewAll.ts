import { commandRoute } from "./command.ts"

export const renewAll = commandRoute("renewAll", {
  path: "/v1/loans/renew-all",
  tag: "circulation",
  summary: "Renew every loan of a reader that can be renewed"
})
