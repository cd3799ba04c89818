import { decideSendBack, sendBackLookup } from "../interlending/sendBack.ts"
import { command } from "./command.ts"

export const sendBackShape = { name: "sendBack", idCount: 1, lookup: sendBackLookup, decide: decideSendBack } as const

/** Carries out `sendBack`. */
export const sendBack = command(sendBackShape)
