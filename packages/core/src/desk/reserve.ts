import { decideReserve, reserveLookup } from "../reservations/reserve.ts"
import { command } from "./command.ts"

export const reserveShape = { name: "reserve", idCount: 2, lookup: reserveLookup, decide: decideReserve } as const

/** Carries out `reserve`. */
export const reserve = command(reserveShape)
