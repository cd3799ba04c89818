import { commandRoute } from "./command.ts"

export const registerReader = commandRoute("registerReader", {
  path: "/v1/readers",
  tag: "readers",
  summary: "Register a reader with a first card"
})
