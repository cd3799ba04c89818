import { commandRoute } from "./command.ts"

export const changeItem = commandRoute("changeItem", {
  method: "PATCH",
  path: "/v1/items/:item",
  tag: "catalogue",
  summary: "Change what is known of a copy, or its status on the shelf"
})
