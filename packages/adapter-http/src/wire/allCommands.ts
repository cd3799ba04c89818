import { deskCommands } from "@openshelf/core"
import { incidentCommands } from "@openshelf/core/incidents"
import { officeCommands } from "@openshelf/core/office"

/** Every command by name, those that are loaded when first given too: a server has a use for all. */
export const allCommands = { ...deskCommands, ...officeCommands, ...incidentCommands }
