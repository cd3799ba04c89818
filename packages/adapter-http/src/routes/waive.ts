import { commandRoute } from "./command.ts"

export const waive = commandRoute("waive", {
  path: "/v1/waivers",
  tag: "readers",
  summary: "Forgo a charge or a part of it"
})
