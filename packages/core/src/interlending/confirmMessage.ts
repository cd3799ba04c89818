import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"

/** Note that a message to another system was taken there: it leaves the outbox. */
export const ConfirmMessage = Schema.Struct({
  message: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(100)),
  at: InstantInput
})
export type ConfirmMessage = typeof ConfirmMessage.Type

export interface ConfirmMessageReceipt {
  readonly messageId: string
}

export const confirmMessageLookup = ({ message: messageId }: Pick<ConfirmMessage, "message">) => ({
  messageToSend: { messageId }
})

/** One that is not there any more was confirmed before. */
export const decideConfirmMessage = (
  { messageToSend }: Found<ReturnType<typeof confirmMessageLookup>>,
  { message: messageId }: ConfirmMessage,
  { place }: DecisionContext
): Result.Result<Decision<ConfirmMessageReceipt>, Refusals> => {
  const work = draft(place)
  if (messageToSend !== null) work.cut("outbox", messageId)
  return Result.succeed(work.decide({ messageId }))
}
