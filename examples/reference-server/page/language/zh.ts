import type { Texts } from "./texts.ts"
import { zhBookings } from "./zhBookings.ts"
import { zhCash } from "./zhCash.ts"
import { zhDemand } from "./zhDemand.ts"
import { zhInspect } from "./zhInspect.ts"
import { zhInterlending } from "./zhInterlending.ts"
import { zhLists } from "./zhLists.ts"
import { zhQueue } from "./zhQueue.ts"
import { zhRefusals } from "./zhRefusals.ts"
import { zhReserve } from "./zhReserve.ts"
import { zhRules, zhWhy } from "./zhRules.ts"
import { zhSettings } from "./zhSettings.ts"
import { zhSlots } from "./zhSlots.ts"

export const zh: Texts = {
  language: { name: "中文", choose: "语言" },
  page: {
    skip: "跳到主要内容",
    signOut: "退出登录",
    loading: "请稍候……",
    notices: "这件馆藏的处理",
    sentences: (parts) => parts.map((part) => (/[。！？…]$/.test(part) ? part : `${part}。`)).join("")
  },
  signIn: {
    title: "登录",
    token: "访问令牌",
    help: "工作人员向管理员领取，读者向图书馆领取。",
    desk: "本服务台",
    deskHelp: "服务台的简称，请用拉丁字母和数字，可以留空。",
    enter: "登录",
    wrong: "令牌不存在，或已失效。"
  },
  desk: {
    title: "流通服务台",
    mode: "办理事项",
    checkOut: "借出",
    returns: "归还",
    card: "读者证号",
    cardHelp: "扫描读者证，或输入证号后按回车键。",
    barcode: "馆藏条码",
    barcodeHelp: "每扫描一次借出一件。在空白框中按回车键，结束该读者的办理。",
    returnHelp: "每扫描一次归还一件。",
    show: "显示",
    lend: "借出",
    takeBack: "归还",
    done: "下一位读者",
    proxy: "由他人代取",
    proxyCard: "代取人的读者证号",
    proxyHelp: "扫描后再扫描馆藏，仍借给该读者。",
    cardFirst: "请先扫描读者证。",
    readerUnknown: (card) => `没有证号为 ${card} 的读者。`,
    readerShown: (name) => `读者：${name}`,
    results: "刚刚办理",
    noResults: "暂无记录。",
    nobody: "扫描读者证后，这里显示读者信息。",
    lent: (title, due) => `《${title}》已借出，应还时间 ${due}`,
    lentFilled: "同时完成了该读者的预约。",
    costs: (amount) => `费用 ${amount}。`,
    bookDrop: "来自还书箱：按上次闭馆时归还计",
    returned: (title) => `《${title}》已归还`,
    scannedIn: (title) => `《${title}》并未借出，已登记到馆`,
    notLent: (what) => `未借出：${what}`,
    notReturned: (what) => `未归还：${what}`
  },
  inHand: {
    mode: "查看馆藏",
    help: "每扫描一次，显示是什么、该放到哪里。不会借出或归还。",
    next: {
      return: () => "请办理归还",
      pickupShelf: () => "放到预约书架",
      setAside: () => "请办理归还：有读者预约",
      send: (branch) => `送往${branch}`,
      sendBack: (partner) => `寄还${partner}`,
      keepForBooking: () => "为预定的读者留存",
      shelve: () => "上架",
      discard: () => "已注销：留在本馆，不再上架",
      lookInto: () => "状态异常，请询问同事"
    },
    type: "类型",
    belongs: "所属馆",
    callNumber: "索书号",
    set: "同组预约",
    kept: "保留至",
    waiting: "预约人数",
    parts: "件数"
  },
  notes: {
    title: "备注",
    blocked: (kind, until) => (until === null ? `已限制：${kind}` : `限制至 ${until}：${kind}`),
    text: "新备注（供同事查看）",
    add: "添加备注",
    added: "备注已添加",
    notAdded: "未添加备注",
    remove: "删除",
    removeOne: (text) => `删除备注：${text}`,
    removed: "备注已删除",
    notRemoved: "未删除备注"
  },
  notice: {
    alertTitle: "馆藏备注",
    partsTitle: "请清点件数",
    parts: (count) => `应有 ${count} 件。`,
    deposit: (amount) => `请退还押金 ${amount}。`,
    depositTitle: "押金",
    setAside: (branch, until) => `有读者预约，请在${branch}保留至 ${until}。`,
    setAsideTitle: "预约保留",
    keptForSet: (branch, until, here, of) =>
      `有读者预约，请在${branch}保留，等待同组其他馆藏（共 ${of} 件，已到 ${here} 件），最迟至 ${until}。`,
    sendTo: (branch) => `这件馆藏应送往${branch}。`,
    sendToReserved: (branch) => `这件馆藏应送往${branch}，有读者在那里取。`,
    slip: "打印夹条",
    sendToTitle: (branch) => `送往${branch}`,
    sendBack: (partner) => `这件馆藏属于${partner}，没有为本馆读者留存，请寄还（见“馆际互借”）。`,
    sendBackTitle: (partner) => `寄还${partner}`,
    keepTitle: "请勿上架",
    keep: {
      bookedHere: "已有读者预定，在本馆取。",
      repairHere: "需要修补。",
      processingHere: "尚待加工。",
      withdrawnHere: "已从馆藏注销。"
    },
    shelve: "请放回本馆书架。",
    lookedAt: (count, isForOne) =>
      isForOne
        ? `已依次查看前 ${count} 位预约者，其中一位可以得到。`
        : `已依次查看前 ${count} 位预约者，目前都不能得到。`,
    charge: (amount) => `逾期费 ${amount}，已记入读者账户。`,
    chargeTitle: "产生费用"
  },
  failure: {
    refused: "未能办理",
    invalid: "输入的内容无法使用",
    unknown: "没有找到。",
    unreachable: "无法连接服务器。可以放心重试，不会重复办理。",
    again: "重试",
    failed: (status, title) => `服务器出错（${status}：${title}）。`,
    agreed: (amount) => `读者同意支付 ${amount}`,
    requestId: (id) => `请将此编号告知技术支持：${id}`,
    otherCode: (code) => `馆规不允许（${code}）。`
  },
  override: {
    may: "您有权破例办理，请填写理由。",
    partly: "您没有破例的权限。",
    reason: "破例理由",
    go: "破例办理",
    why: (reason) => `破例：${reason}`
  },
  reader: {
    category: "读者类型",
    home: "所属馆",
    until: "有效期至",
    noEnd: "长期有效",
    expired: "已过期",
    owes: "欠费",
    card: "证号",
    hello: (name) => `${name}，您好`
  },
  loans: {
    title: "在借",
    mine: "我的借阅",
    none: "没有在借的馆藏。",
    due: "应还",
    late: "已逾期",
    recalled: "已催还，有读者需要",
    renewals: (count) => `已续借 ${count} 次`,
    renew: "续借",
    renewOne: (title) => `续借《${title}》`,
    renewAll: "全部续借",
    renewed: (title, due) => `《${title}》已续借，应还时间 ${due}`,
    notRenewed: (title) => `未续借：《${title}》`,
    allRenewed: (done, left) => (left === 0 ? `已续借 ${done} 件` : `已续借 ${done} 件，未续借 ${left} 件`)
  },
  reservations: {
    title: "预约",
    mine: "我的预约",
    none: "没有预约。",
    waiting: (ahead) => (ahead === 0 ? "排在第一位" : `前面还有 ${ahead} 人`),
    setAside: (branch, until) => `可到${branch}领取，保留至 ${until}`,
    waitsUntil: (until) => `有效期至 ${until}`,
    pickupAt: (branch) => `领取地点：${branch}`,
    cancel: "取消",
    cancelOne: (title) => `取消预约《${title}》`,
    joined: {
      anyOf: (others) => `任取其一：本件或${others.map((one) => `《${one}》`).join("或")}`,
      together: (others) => `与${others.map((one) => `《${one}》`).join("、")}到齐后一起取`
    },
    ofSet: (here, of) => `等待同组其他馆藏：共 ${of} 件，已到 ${here} 件`,
    join: {
      open: "合并预约",
      which: "合并哪几项？请选择两项或以上。",
      how: "它们之间的关系",
      as: { anyOf: "任取其一", together: "到齐后一起取" },
      means: {
        anyOf: "其中一项有馆藏留存后，其余暂不留存；借出后，其余预约取消。",
        together: "先到的馆藏保留到全部到齐。须在同一分馆领取。"
      },
      now: "合并",
      joined: (titles) => `已合并：${titles.map((one) => `《${one}》`).join("、")}`,
      notJoined: "预约未合并",
      part: "拆开",
      partOne: (title) => `将《${title}》与其他预约拆开`,
      parted: (title) => `《${title}》已恢复为单独预约`,
      notParted: (title) => `未拆开：《${title}》`
    },
    cancelWhy: "为什么取消？",
    cancelNow: "取消预约",
    cancelled: (title) => `已取消预约《${title}》`,
    notCancelled: (title) => `未取消：《${title}》`,
    find: "预约馆藏",
    search: "检索",
    searchHelp: "书名、作者中的字词，或 ISBN。",
    found: (count) => `找到 ${count} 种`,
    reserve: "预约",
    reserveOne: (title) => `预约《${title}》`,
    reserved: (title, ahead) => `已预约《${title}》，${ahead === 0 ? "排在第一位" : `前面还有 ${ahead} 人`}`,
    notReserved: (title) => `未预约：《${title}》`
  },
  account: {
    title: "账户",
    mine: "我的账户",
    nothingOwed: "没有欠费。",
    owed: (amount) => `欠费：${amount}`,
    settles: (amount) => `一次付清只需 ${amount}。`,
    kind: (kind) => chargeKinds[kind] ?? kind,
    raised: (day) => `${day} 产生`,
    of: (amount) => `原额 ${amount}`,
    amount: "金额",
    method: "付款方式",
    methods: { cash: "现金", card: "银行卡", transfer: "转账" },
    chooseHelp: "勾选后只付所选费用；不勾选则先付最早的费用。",
    pay: "收款",
    paid: (amount, left) => `已收 ${amount}，尚欠 ${left}`,
    notPaid: "未收款",
    amountWrong: (example) => `请输入大于零的金额，例如 ${example}。`,
    waive: "减免",
    waiveOne: (amount) => `减免 ${amount}`,
    waiveReason: "减免理由",
    waived: (amount) => `已减免 ${amount}`,
    notWaived: "未减免",
    dispute: "申诉",
    disputeOne: (amount) => `对 ${amount} 提出申诉`,
    disputeReason: "这笔费用为什么不对？",
    disputeSend: "提交",
    disputed: "已申诉，将由未经手这笔费用的同事决定。",
    notDisputed: "未申诉",
    appeals: "申诉",
    appealStates: {
      open: "尚未决定",
      confirmed: "已决定：费用不变",
      reduced: "已决定：费用减少",
      reversed: "已决定：无需付费"
    },
    disputedOn: (day) => `${day} 申诉`,
    decideUntil: (day) => `将在 ${day} 前决定`,
    decidedOn: (day) => `${day} 决定`,
    decide: "作出决定",
    saidOf: (reason) => `读者陈述：${reason}`,
    evidenceOf: (evidence) => `证据：${evidence}`,
    held: (amount) => `其中 ${amount} 尚未缴纳`,
    outcome: "这笔费用如何处理？",
    outcomes: { confirmed: "维持不变", reduced: "减少", reversed: "无需付费" },
    comesTo: "减少为",
    decisionReason: "决定的理由",
    decideSend: "确认决定",
    notDecided: "未作决定",
    papers: "打印",
    bill: "缴费通知",
    receipt: (amount, day) => `收据：${amount}，${day}`
  },
  queue: zhQueue,
  lists: zhLists,
  bookings: zhBookings,
  slots: zhSlots,
  interlending: zhInterlending,
  reserve: zhReserve,
  demand: zhDemand,
  cash: zhCash,
  inspect: zhInspect,
  why: zhWhy,
  rules: zhRules,
  settings: zhSettings,
  refusals: zhRefusals
}

const chargeKinds: Readonly<Record<string, string>> = {
  overdue: "逾期费",
  rental: "租借费",
  deposit: "押金",
  reminder: "催还费",
  loss: "遗失赔偿",
  damage: "污损赔偿",
  processing: "加工费",
  reservation: "预约费",
  recall: "催还费",
  membership: "办证费",
  betweenLibraries: "跨馆借阅费",
  card: "读者证工本费",
  compensation: "赔偿",
  fee: "其他费用"
}
