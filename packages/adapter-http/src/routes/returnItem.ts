import { commandRoute } from "./command.ts"

export const returnItem = commandRoute("returnItem", {
  path: "/v1/returns",
  tag: "circulation",
  summary: "Take an item back"
})
