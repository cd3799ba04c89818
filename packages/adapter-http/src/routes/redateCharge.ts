import { commandRoute } from "./command.ts"

export const redateCharge = commandRoute("redateCharge", {
  path: "/v1/charges/redate",
  tag: "circulation",
  summary: "Forgo of an overdue charge what the days and hours that hold now would not have cost"
})
