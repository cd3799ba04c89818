import { deskCommands } from "@openshelf/core"
import { officeCommands } from "@openshelf/core/office"

/** Every command by name, those of the office too: a server has a use for all. */
export const allCommands = { ...deskCommands, ...officeCommands }
