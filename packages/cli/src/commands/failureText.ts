const messages: Readonly<Record<string, string>> = {
  Busy: "the database stayed busy; nothing was written; try again",
  OutcomeUnknown: "the answer was lost: it may be written or not; the same command can be given again",
  TenantUnknown: "there is no such library system; make it with `openshelf open`"
}

/** A failure in one line for people: no stack, no statement. */
export const failureText = (failure: unknown): string => {
  if (typeof failure !== "object" || failure === null) return String(failure)
  const tag = "_tag" in failure ? String(failure._tag) : ""
  if (messages[tag] !== undefined) return messages[tag]
  const cause = "cause" in failure ? failure.cause : undefined
  const message = "message" in failure ? String(failure.message) : ""
  return message !== "" ? message : cause === undefined ? tag : failureText(cause)
}
