import { commandRoute } from "./command.ts"

export const writeOff = commandRoute("writeOff", {
  path: "/v1/write-offs",
  tag: "circulation",
  summary: "Give up what is owed"
})
