import { commandRoute } from "./command.ts"

export const addTitle = commandRoute("addTitle", {
  path: "/v1/titles",
  tag: "catalogue",
  summary: "Add a title, or bring the one with that control number up to date"
})
