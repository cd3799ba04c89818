import { commandRoute } from "./command.ts"

export const openCashDesk = commandRoute("openCashDesk", {
  path: "/v1/cash-desks/:cashDesk/open",
  tag: "circulation",
  summary: "Begin a session at a cash desk"
})
