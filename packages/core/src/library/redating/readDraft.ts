import type { Result } from "effect"
import type { CalendarDocument } from "../../calendar/document.ts"
import { type DocumentInput, type DocumentProblem, readDocument } from "../readDocument.ts"

/** A calendar that is not published, for a preview; or everything that is wrong with it. */
export const readDraft = async (
  content: DocumentInput
): Promise<Result.Result<CalendarDocument, ReadonlyArray<DocumentProblem>>> =>
  (await readDocument("calendar", content)) as Result.Result<CalendarDocument, ReadonlyArray<DocumentProblem>>
