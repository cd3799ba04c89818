import { commandRoute } from "./command.ts"

export const claimReturned = commandRoute("claimReturned", {
  path: "/v1/items/:item/claims",
  tag: "circulation",
  summary: "Note that a reader says to have brought an item back"
})
