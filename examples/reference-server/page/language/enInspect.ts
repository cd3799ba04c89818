import type { CostUntoldText, InspectTexts } from "./inspectTexts.ts"

export const enInspect: InspectTexts = {
  mode: "Damaged",
  help: "Scan the item before you take it back. Nothing is done until you confirm.",
  found: "What do you see?",
  damage: "Damage",
  missing: "Missing or spoiled",
  sound: "none",
  counted: { perPage: "Pages", perSpot: "Spots" },
  pieces: "How many",
  countOf: (kind, counted) => `${counted}: ${kind}`,
  kind: (code) => kinds[code] ?? code,
  grade: (code) => grades[code] ?? code,
  part: (code) => parts[code] ?? code,
  conduct: "How did it come about?",
  conducts: { accident: "by accident", onPurpose: "on purpose", theft: "by theft", noFault: "by nobody's fault" },
  note: "Note for colleagues",
  photo: "Address of a photograph",
  charge: "Charge the reader",
  lastLoan: "The last reader answers for it",
  becomes: "Then",
  becoming: { stays: "it is lent again", inRepair: "it is repaired", withdrawn: "it leaves the collection" },
  asked: {
    choice: (what, min, max, unit) => `${what}: ${units[unit] ?? unit} from ${min} to ${max}`,
    repairCost: "What does mending it cost?",
    estimate: "What is the item worth?"
  },
  nothingNew: "Choose what you see. What was noted before is not charged again.",
  amount: "What it costs",
  costs: (amount) => `The reader is charged ${amount}.`,
  suspended: (until) => `The reader may not borrow until ${until}.`,
  late: (amount) => `Being late: ${amount}, in addition.`,
  notCharged: "It is noted, and nothing is charged.",
  how: "How this amount comes about",
  step: (name, how) => `${name}: ${how}`,
  larger: (a, b) => `the larger of ${a} and ${b}`,
  smaller: (a, b) => `the smaller of ${a} and ${b}`,
  rounded: (amount) => `Rounded: ${amount}`,
  chosenBy: (who) => `chosen by ${who}`,
  confirm: "Take back and save",
  confirmOnLoan: "Save",
  done: (title, amount) => `${title}: damage noted, ${amount} charged`,
  doneFree: (title) => `${title}: noted, nothing charged`,
  notDone: (title) => `Nothing was done: ${title}`
}

const kinds: Readonly<Record<string, string>> = {
  stain: "Stains",
  soiled: "Stains",
  writing: "Writing and marks",
  marks: "Writing and marks",
  tear: "Tears",
  water: "Water damage",
  cover: "Cover",
  pages: "Missing pages",
  damaged: "Damage"
}

const grades: Readonly<Record<string, string>> = {
  light: "light",
  heavy: "heavy",
  mendable: "can be mended",
  repairable: "can be mended",
  rebindable: "can be bound again",
  readable: "can still be read",
  lendable: "can still be lent",
  marked: "marked",
  stained: "stained",
  clear: "clearly seen",
  cut: "cut out",
  unusable: "cannot be used any more"
}

const parts: Readonly<Record<string, string>> = {
  barcode: "Barcode label",
  strip: "Security strip",
  chip: "Chip",
  disc: "Disc",
  map: "Map",
  case: "Case"
}

const units: Readonly<Record<string, string>> = { percent: "per cent", amount: "an amount", factor: "times the price" }

export const enCostUntold: CostUntoldText = ({ because, at, details }) => {
  const reason = reasons[because]
  return reason === undefined
    ? `What it costs cannot be told yet: ${[because, at, ...Object.values(details)].filter((text) => text !== "").join(", ")}.`
    : `What it costs cannot be told yet: ${reason(details)}`
}

const reasons: Readonly<Record<string, (details: Readonly<Record<string, string>>) => string>> = {
  BasisMissing: () => "no price of the item is known.",
  RepairCostMissing: () => "it is not said what mending it costs.",
  RateMissing: ({ currency }) => `there is no exchange rate of ${currency}.`,
  ChoiceNeeded: ({ min, max }) => `please choose a value from ${min} to ${max}.`,
  ChoiceOutside: ({ chosen, min, max }) => `${chosen} is not between ${min} and ${max}.`,
  DamageKindUnknown: ({ kind = "" }) => `the rules name no price for this damage: ${kinds[kind] ?? kind}.`,
  GradeUnknown: ({ grade = "" }) => `the rules name no price for this: ${grades[grade] ?? grade}.`,
  PartUnknown: ({ part = "" }) => `the rules name no price for this part: ${parts[part] ?? part}.`
}
