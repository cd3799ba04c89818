import type { ListTexts } from "./listTexts.ts"

export const zhLists: ListTexts = {
  mode: "清单",
  again: "刷新",
  pull: "需从架上取的书",
  pullHelp: "按排架顺序。取来的书为所取的预约留存，或送往取书馆。",
  nothingToPull: "没有需要取的书。",
  pickupAt: (branch) => `在${branch}取书`,
  fetched: "已取",
  fetchedOne: (title) => `《${title}》已取`,
  setAside: (title, branch) => `《${title}》：已留存，在${branch}取书`,
  notSetAside: (title) => `未能留存：《${title}》`,
  shelf: "预约架",
  nothingOnShelf: "此处没有留存的书。",
  until: (when) => `保留至 ${when}`,
  overdue: "已到期",
  incoming: "正送来本馆",
  nothingIncoming: "没有正送来本馆的书。",
  outgoing: "正从本馆送出",
  nothingOutgoing: "没有正从本馆送出的书。",
  from: (branch) => `来自${branch}`,
  to: (branch) => `送往${branch}`,
  planned: "已安排：下次经手时送出",
  arrived: "已到",
  arrivedOne: (title) => `《${title}》已到`,
  tookIn: (title) => `《${title}》：已接收`,
  notTakenIn: (title) => `未能接收：《${title}》`,
  reason: {
    home: "回原馆",
    reservation: "为预约",
    repair: "送修",
    processing: "送加工",
    rotation: "轮换馆藏",
    moved: "馆员送出"
  },
  first: (shown) => `显示前 ${shown} 项，还有更多。`
}
