import { commandRoute } from "./command.ts"

export const checkOut = commandRoute("checkOut", {
  path: "/v1/loans",
  tag: "circulation",
  summary: "Lend an item to a reader"
})
