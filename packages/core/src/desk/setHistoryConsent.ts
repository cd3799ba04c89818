import { consentLookup, decideConsent } from "../readers/privacy/setHistoryConsent.ts"
import { command } from "./command.ts"

export const setHistoryConsentShape = {
  name: "setHistoryConsent",
  idCount: 0,
  lookup: consentLookup,
  decide: decideConsent
} as const

/** Carries out `setHistoryConsent`. */
export const setHistoryConsent = command(setHistoryConsentShape)
