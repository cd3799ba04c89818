import { commandRoute } from "./command.ts"

export const addItem = commandRoute("addItem", {
  path: "/v1/items",
  tag: "catalogue",
  summary: "Add a copy to a title"
})
