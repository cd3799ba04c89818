import type { Texts } from "./texts.ts"
import { zhInspect } from "./zhInspect.ts"
import { zhRefusals } from "./zhRefusals.ts"
import { zhRules, zhWhy } from "./zhRules.ts"
import { zhSettings } from "./zhSettings.ts"

export const zh: Texts = {
  language: { name: "中文", choose: "语言" },
  page: {
    skip: "跳到主要内容",
    signOut: "退出登录",
    loading: "请稍候……",
    notices: "这件馆藏的处理"
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
      shelve: () => "上架",
      lookInto: () => "状态异常，请询问同事"
    },
    type: "类型",
    belongs: "所属馆",
    callNumber: "索书号",
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
    sendTo: (branch) => `这件馆藏应送往${branch}。`,
    sendToTitle: "送往他馆",
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
    cancelled: (title) => `已取消预约《${title}》`,
    notCancelled: (title) => `未取消：《${title}》`,
    find: "预约馆藏",
    search: "检索",
    searchHelp: "书名、作者中的字词，或 ISBN。",
    found: (count) => `找到 ${count} 种`,
    pickupBranch: "领取地点",
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
    kind: (kind) => chargeKinds[kind] ?? kind,
    raised: (day) => `${day} 产生`,
    of: (amount) => `原额 ${amount}`,
    amount: "金额",
    method: "付款方式",
    methods: { cash: "现金", card: "银行卡", transfer: "转账" },
    pay: "收款",
    paid: (amount, left) => `已收 ${amount}，尚欠 ${left}`,
    notPaid: "未收款",
    amountWrong: (example) => `请输入大于零的金额，例如 ${example}。`,
    waive: "减免",
    waiveOne: (amount) => `减免 ${amount}`,
    waiveReason: "减免理由",
    waived: (amount) => `已减免 ${amount}`,
    notWaived: "未减免"
  },
  inspect: zhInspect,
  why: zhWhy,
  rules: zhRules,
  settings: zhSettings,
  refusals: zhRefusals
}

const chargeKinds: Readonly<Record<string, string>> = { overdue: "逾期费", rental: "租借费", deposit: "押金" }
