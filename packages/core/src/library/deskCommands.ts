import { checkOut, checkOutShape } from "../desk/checkOut.ts"
import { pickUp, pickUpShape } from "../desk/pickUp.ts"
import { renew, renewShape } from "../desk/renew.ts"
import { returnItem, returnItemShape } from "../desk/returnItem.ts"
import { CheckOut } from "../loans/checkOutCommand.ts"
import { PickUp } from "../loans/pickUp.ts"
import { Renew } from "../loans/renew.ts"
import { ReturnItem } from "../loans/returnItem.ts"
import type { IncidentCommands } from "./incidents/incidentCommands.ts"
import type { InterlendingCommands } from "./interlending/interlendingCommands.ts"
import type { officeCommands } from "./officeCommands.ts"
import type { ReservationCommands } from "./reservations/reservationCommands.ts"

/** The commands of every day by name: what each takes, how it is carried out, and what sets it apart. The rest is `reservationCommands`, `officeCommands`, `incidentCommands` and `interlendingCommands`. */
export const deskCommands = {
  checkOut: { schema: CheckOut, run: checkOut, shape: checkOutShape },
  pickUp: { schema: PickUp, run: pickUp, shape: pickUpShape },
  renew: { schema: Renew, run: renew, shape: renewShape },
  returnItem: { schema: ReturnItem, run: returnItem, shape: returnItemShape }
} as const

/** Every command there is, those that are loaded when first given too. */
export type DeskCommands = typeof deskCommands &
  typeof officeCommands &
  IncidentCommands &
  ReservationCommands &
  InterlendingCommands
export type CommandInput<N extends keyof DeskCommands> = DeskCommands[N]["schema"]["Encoded"]
