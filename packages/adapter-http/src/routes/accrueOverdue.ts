import { commandRoute } from "./command.ts"

export const accrueOverdue = commandRoute("accrueOverdue", {
  path: "/v1/accruals",
  tag: "circulation",
  summary: "Bring what being late costs up to date for a page of overdue loans"
})
