import { commandRoute } from "./command.ts"

export const changeDueDate = commandRoute("changeDueDate", {
  path: "/v1/loans/due-date",
  tag: "circulation",
  summary: "Give a loan another due date by hand"
})
