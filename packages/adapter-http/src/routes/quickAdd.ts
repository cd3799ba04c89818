import { commandRoute } from "./command.ts"

export const quickAdd = commandRoute("quickAdd", {
  path: "/v1/items/quick",
  tag: "catalogue",
  summary: "Add at the desk what is not catalogued yet"
})
