import { deskCommands } from "@openshelf/core"
import { incidentCommands } from "@openshelf/core/incidents"
import { interlendingCommands } from "@openshelf/core/interlending"
import { officeCommands } from "@openshelf/core/office"
import { reservationCommands } from "@openshelf/core/reservations"

/** Every command by name, those that are loaded when first given too: a server has a use for all. */
export const allCommands = {
  ...deskCommands,
  ...reservationCommands,
  ...officeCommands,
  ...incidentCommands,
  ...interlendingCommands
}
