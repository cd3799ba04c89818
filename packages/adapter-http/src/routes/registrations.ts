import { commandRoute } from "./command.ts"

export const applyForMembership = commandRoute("applyForMembership", {
  path: "/v1/registrations",
  tag: "readers",
  summary: "Register by oneself, for staff to confirm"
})

export const confirmReader = commandRoute("confirmReader", {
  path: "/v1/registrations/:application/confirm",
  tag: "readers",
  summary: "Confirm who registered, with a card"
})

export const rejectReader = commandRoute("rejectReader", {
  path: "/v1/registrations/:application/reject",
  tag: "readers",
  summary: "Turn a registration down; nothing is kept of it"
})
