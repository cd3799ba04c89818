import { commandRoute } from "./command.ts"

export const closeCashDesk = commandRoute("closeCashDesk", {
  path: "/v1/cash-desks/:cashDesk/close",
  tag: "circulation",
  summary: "End the session of a cash desk with a count"
})
