import type { ReserveTexts } from "./reserveTexts.ts"

export const zhReserve: ReserveTexts = {
  where: (branch) => `领取地点：${branch}。如需其他馆、指定复本、多册或日期，请点“更多”。`,
  more: "更多",
  moreOne: (title) => `预约《${title}》的更多选项`,
  pickupBranch: "领取地点",
  nowhere: "按规则没有可以领取的馆。",
  elsewhere: (count) => `有 ${count} 个馆不可领取，为什么？`,
  notThere: (branch, why) => `${branch}：${why}`,
  wouldNot: "目前不能预约",
  volume: "卷册",
  anyVolume: "任何卷册",
  itemType: "类型",
  anyItemType: "任何类型",
  item: "复本",
  anyItem: "任何复本",
  kind: "方式",
  kinds: {
    "": "按规则决定",
    page: "现在到书架取一册",
    wait: "等下一册归还",
    recall: "请求催还一册"
  },
  copies: "册数",
  copiesHelp: "班级或书友会可多于一册。",
  copiesWrong: "请输入 1 至 100 的整数。",
  from: "不早于",
  fromHelp: "在此之前只保留排队位置。",
  until: "不晚于",
  untilHelp: "等待的最后一天。",
  proxy: "由他人代为预约",
  proxyCard: "代办人的读者证号",
  proxyHelp: "须是读者指定的代办人。仍为该读者预约。",
  submit: "确认预约",
  several: (title, copies) => `已预约《${title}》${copies} 册`
}
