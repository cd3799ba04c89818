import { Schema } from "effect"
import { lengthOfTime, maximum, wholeNumber, yesOrNo } from "./leaves.ts"

const kinds = ["page", "wait", "recall"] as const

/** What a row may say of who waits for what, in which order, and where copies are fetched. */
export const reservationSettings = {
  reservationCountMax: { schema: maximum("reservations"), unit: "reservations" },
  reservationsPerTitleMax: { schema: maximum("reservations"), unit: "reservations" },
  reservationsPerDayMax: { schema: maximum("reservations"), unit: "reservations" },
  recallsPerReaderMax: { schema: maximum("reservations"), unit: "reservations" },
  reservationsPerCopyMax: { schema: maximum("reservations"), unit: "reservations" },
  reservable: { schema: yesOrNo, unit: "yes or no" },
  reservableOnShelf: { schema: yesOrNo, unit: "yes or no" },
  reservableBy: { schema: Schema.Literals(["anyone", "home", "library", "group"]), unit: "choice" },
  reservableInRepair: { schema: yesOrNo, unit: "yes or no" },
  reservableByBorrower: { schema: yesOrNo, unit: "yes or no" },
  reservationKinds: {
    schema: Schema.Array(Schema.Literals(kinds)).annotate({ expected: 'a list of "page", "wait" and "recall"' }),
    unit: "choice"
  },
  reservationsJoined: {
    schema: Schema.Array(Schema.Literals(["anyOf", "together"])).annotate({
      expected: 'a list of "anyOf" and "together"'
    }),
    unit: "choice"
  },
  togetherDays: { schema: wholeNumber("days", 0, 3_660), unit: "days" },
  reservationDays: { schema: maximum("days"), unit: "days" },
  reservableWithoutEnd: { schema: yesOrNo, unit: "yes or no" },
  queueRank: { schema: wholeNumber("ranks", 0, 4_000), unit: "rank" },
  localFirst: {
    schema: Schema.Literals(["no", "pickupAtHome", "pickupHere", "readerAtHome", "readerHere", "nearest"]),
    unit: "choice"
  },
  waitedFirstDays: { schema: wholeNumber("days", 0, 3_660), unit: "days" },
  pickupDays: { schema: wholeNumber("days", 0, 3_660), unit: "days" },
  pickupPeriod: { schema: lengthOfTime, unit: "period" },
  pickupClosedDays: { schema: Schema.Literals(["keep", "nextOpenDay", "previousOpenDay"]), unit: "choice" },
  longOverdueDays: { schema: wholeNumber("days", 0, 3_660), unit: "days" },
  newCopiesAtHomeDays: { schema: wholeNumber("days", 0, 3_660), unit: "days" },
  pickupReminderDays: { schema: wholeNumber("days", 0, 366), unit: "days" },
  pickupAllowed: { schema: yesOrNo, unit: "yes or no" },
  pickupBranches: { schema: Schema.Literals(["any", "home", "present", "library", "group"]), unit: "choice" }
} as const
