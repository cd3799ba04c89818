import { commandRoute } from "./command.ts"

export const reserve = commandRoute("reserve", {
  path: "/v1/reservations",
  tag: "circulation",
  summary: "Join the queue of a title or of one of its copies"
})
