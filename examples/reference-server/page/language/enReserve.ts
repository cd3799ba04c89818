import type { ReserveTexts } from "./reserveTexts.ts"

export const enReserve: ReserveTexts = {
  where: (branch) => `To be picked up at ${branch}. Choose “More” for another branch, one copy, several, or dates.`,
  more: "More",
  moreOne: (title) => `More choices for ${title}`,
  pickupBranch: "Pick up at",
  nowhere: "The rules let it be picked up at no branch.",
  elsewhere: (count) => (count === 1 ? "1 branch is not offered: why?" : `${count} branches are not offered: why?`),
  notThere: (branch, why) => `${branch}: ${why}`,
  wouldNot: "As things stand it would not be reserved",
  volume: "Volume",
  anyVolume: "Any volume",
  itemType: "Type",
  anyItemType: "Any type",
  item: "Copy",
  anyItem: "Any copy",
  kind: "How",
  kinds: {
    "": "As the rules say",
    page: "Fetch one from the shelf now",
    wait: "Wait until one comes back",
    recall: "Ask for one back that is out"
  },
  copies: "How many copies",
  copiesHelp: "More than one for a class or a club.",
  copiesWrong: "A whole number from 1 to 100.",
  from: "Not before",
  fromHelp: "Until then it only keeps its place.",
  until: "Not after",
  untilHelp: "The last day on which it still waits.",
  proxy: "Somebody else asks for the reader",
  proxyCard: "Card of whoever asks",
  proxyHelp: "The reader must have named them as standing in. It is reserved for the reader.",
  submit: "Reserve it",
  several: (title, copies) => `${title}: ${copies} copies reserved`
}
