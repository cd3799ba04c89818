import { decideDeclareLost, declareLostIds, declareLostLookup } from "../incidents/losses/declareLost.ts"
import { command } from "./command.ts"

export const declareLostShape = {
  name: "declareLost",
  idCount: declareLostIds,
  lookup: declareLostLookup,
  decide: decideDeclareLost
} as const

/** Carries out `declareLost`. */
export const declareLost = command(declareLostShape)
