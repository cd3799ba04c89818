import type { DemandTexts } from "./demandTexts.ts"

export const zhDemand: DemandTexts = {
  mode: "热门",
  unfillable: "等不到的预约",
  unfillableHelp: "照目前的情况，不会有馆藏到这些读者手中。每种书下面是可行的办法。",
  nothingUnfillable: "没有等不到的预约。",
  wouldFill: {
    buy: "购买：没有还能回来的馆藏。",
    recall: "催还：所有馆藏都已借出且逾期很久。",
    pickUpElsewhere: "请读者改到其他馆取：现有的馆藏可以在那里取。",
    changeRules: "修改开放日或规则：照现在的规则，馆藏不能为任何人留存。",
    lendFromElsewhere: "从别处调借：现有的馆藏不能给这些读者。"
  },
  because: {
    ItemNotReservable: "现有的馆藏不能预约",
    NotForReadersOf: "现有的馆藏只供所属馆的读者",
    NewCopyStaysHome: "现有的是新馆藏，暂时只在所属馆取",
    NotLentToReadersOf: "现有的馆藏不借给其所属馆的读者",
    PickupNotAllowed: "现有的馆藏不能在该馆取",
    BranchUnknown: "取书馆已不再开放",
    CardNotValidAt: "这些读者的读者证不能在取书馆借书",
    CalendarHasNoOpenDay: "取书馆没有开放日",
    OutsideDueSchedule: "规则没有给出在取书馆保留到哪一天",
    DueDatePassed: "规则给出的保留期限已过",
    PolicySettingMissing: "规则没有规定在取书馆保留多久"
  },
  waitInVain: (count) => `${count} 位读者在等`,
  askedElsewhere: (count) => `其中 ${count} 件已向其他图书馆申请`,
  since: (day) => `最早从 ${day} 起`,
  pickup: (branches) => `取书馆：${branches}`,
  ratios: "每件馆藏的等待人数",
  ratiosHelp: "每件馆藏等待人数最多的排在最前。",
  nobody: "没有人在等。",
  title: "题名",
  waiting: "等待人数",
  copies: "馆藏数",
  perCopy: "每件等待",
  noCopy: "没有馆藏",
  show: "显示更多",
  back: "返回热门列表",
  shown: (shown, all) => (shown === all ? `共 ${all} 种，已全部显示。` : `共 ${all} 种，显示前 ${shown} 种。`)
}
