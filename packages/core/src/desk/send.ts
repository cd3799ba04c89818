import { decideSend, sendLookup } from "../transits/send.ts"
import { command } from "./command.ts"

export const sendShape = { name: "send", idCount: 0, lookup: sendLookup, decide: decideSend } as const

/** Carries out `send`. */
export const send = command(sendShape)
