import { commandRoute } from "./command.ts"

export const redateReservation = commandRoute("redateReservation", {
  path: "/v1/reservations/:reservation/redate",
  tag: "circulation",
  summary: "Bring the time of a copy on the pickup shelf in line with the days and hours that hold now"
})
