import { decideReserve } from "../reservations/reserve.ts"
import { reserveFurther, reserveIds, reserveLookup } from "../reservations/reserveCommand.ts"
import { command } from "./command.ts"

export const reserveShape = {
  name: "reserve",
  idCount: reserveIds,
  lookup: reserveLookup,
  decide: decideReserve,
  further: reserveFurther
} as const

/** Carries out `reserve`. */
export const reserve = command(reserveShape)
