import type { SlotWire } from "../api/model.ts"
import type { SlotTexts } from "../language/slotTexts.ts"
import type { Say } from "../language/texts.ts"

/** When something can be fetched from a slot. */
export const slotWhen = ({ fromAt, untilAt }: SlotWire, texts: SlotTexts, say: Say): string =>
  fromAt === null || untilAt === null ? texts.anyTime : texts.when(say.instant(fromAt), say.instant(untilAt))
