import { commandRoute } from "./command.ts"

export const redateLoan = commandRoute("redateLoan", {
  path: "/v1/loans/redate",
  tag: "circulation",
  summary: "Bring the due date of an open loan in line with the days and hours that hold now"
})
