import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryRecord } from "../../test/arbitraryRecord.ts"
import { marc21, unimarc } from "../../test/samples.ts"
import type { TitleDescription } from "./model.ts"
import { titleFrom } from "./titleFrom.ts"

const book = "00000nam a2200000 i 4500"
/** Field 008 with date type and date, form of item (position 23) and language (position 35). */
const coded = (date = "s2016", form = " ", language = "eng"): string =>
  `008 160101${date.padEnd(9)}enk${" ".repeat(5)}${form}${" ".repeat(11)}${language} d`

describe("a MARC 21 record", () => {
  it("gives all that describes it", () => {
    const record = marc21(
      book,
      "001 ocm12345",
      "003 OCoLC",
      coded("s2016", " ", "jpn"),
      "020   $a9784000099851 (v. 1)",
      "020   $z0394607580",
      "050  4$aBQ8712.9.J3$bZ35 2016",
      "082 04$a294.3/927$223",
      "086 0 $aC 13.58:8001",
      "084   $aJ3306/5047$2cscjb",
      "093   $aB946.5",
      "100 1 $6880-02$aNakanishi, Naoki,$d1961-$eeditor.",
      "245 10$6880-01$aZasshi Kokkyō to Kyūshū shinshū :$bsubtitle /$cNakanishi Naoki hen.",
      "250   $aDai 1-han.",
      "264  1$aTōkyō :$bFuji Shuppan,$c2016.",
      "264  4$c©2016",
      "650  0$aShin (Sect)$zJapan$vPeriodicals.",
      "650  7$aShin (Sect)$2fast",
      "700 1 $aAusten, Jane.$tPersuasion.",
      "710 2 $aSome Body.",
      "880 10$6245-01/$1$a雑誌「国教」と九州真宗 /$c中西直樹編.",
      "880 1 $6100-02/$1$a中西直樹,$d1961-",
      "880   $6500-00/$1$a注"
    )
    expect(titleFrom(record)).toEqual({
      source: "OCoLC",
      controlNumber: "ocm12345",
      title: "Zasshi Kokkyō to Kyūshū shinshū : subtitle",
      responsibility: "Nakanishi Naoki hen.",
      edition: "Dai 1-han.",
      publisher: "Fuji Shuppan",
      creators: ["Nakanishi, Naoki, 1961-", "Some Body"],
      subjects: ["Shin (Sect)--Japan--Periodicals", "Shin (Sect)"],
      format: "book",
      carrier: "physical",
      year: 2016,
      language: "jpn",
      isbns: [
        { value: "9784000099851", valid: true },
        { value: "0394607580", valid: false }
      ],
      issns: [],
      classifications: [
        { scheme: "lcc", number: "BQ8712.9.J3 Z35 2016" },
        { scheme: "ddc", number: "294.3927" },
        { scheme: "cscjb", number: "J3306/5047" },
        { scheme: "sudoc", number: "C 13.58:8001" },
        { scheme: "clc", number: "B946.5" }
      ],
      otherScripts: [
        {
          script: "Jpan",
          title: "雑誌「国教」と九州真宗",
          responsibility: "中西直樹編",
          edition: null,
          publisher: null,
          creators: ["中西直樹, 1961-"],
          subjects: []
        }
      ]
    } satisfies TitleDescription)
  })

  it("may say nothing at all", () => {
    expect(titleFrom(marc21(""))).toEqual({
      source: null,
      controlNumber: null,
      title: "",
      responsibility: null,
      edition: null,
      publisher: null,
      creators: [],
      subjects: [],
      format: "book",
      carrier: "physical",
      year: null,
      language: null,
      isbns: [],
      issns: [],
      classifications: [],
      otherScripts: []
    } satisfies TitleDescription)
  })

  it.each([
    ["the title statement", ["245 10$aA", "240 10$aB"], "A"],
    ["the uniform title when there is no other", ["240 10$aB", "246 3 $aC"], "B"],
    ["a variant as the last resort", ["246 3 $aC"], "C"],
    ["without the general material designation", ["245 10$aA$h[sound recording] :$bb"], "A : b"]
  ])("has as its title %s", (_, fields, title) => {
    expect(titleFrom(marc21(book, ...fields)).title).toBe(title)
  })

  it.each([
    ["the coded date", [coded("s1999"), "260   $c2001"], 1999],
    ["the date in words when the coded one is unsure", [coded("s19uu"), "260   $c[1987?]"], 1987],
    ["the date in words when the coded one is none", [coded("c9999"), "264  1$cc2001."], 2001],
    ["none for a number that is no year", ["260   $c12345"], null],
    ["none without a date", [coded("n    ")], null]
  ])("has as its year %s", (_, fields, year) => {
    expect(titleFrom(marc21(book, ...fields)).year).toBe(year)
  })

  it.each([
    ["eng", [coded()]],
    ["fre", [coded("s2016", " ", "   "), "041 1 $afreeng"]],
    ["chi", [coded("s2016", " ", "und"), "041   $achi"]],
    [null, [coded("s2016", " ", "|||")]]
  ])("has the language %s", (language, fields) => {
    expect(titleFrom(marc21(book, ...fields)).language).toBe(language)
  })

  it.each([
    ["00000nam", [], "book", "physical"],
    ["00000nas", [], "serial", "physical"],
    ["00000nai", [], "serial", "physical"],
    ["00000naa", [], "article", "physical"],
    ["00000ntm", [], "manuscript", "physical"],
    ["00000ncm", [], "score", "physical"],
    ["00000nem", [], "map", "physical"],
    ["00000ngm", ["007 vf cbahos"], "video", "physical"],
    ["00000ngm", [`008 ${" ".repeat(33)}s`], "image", "physical"],
    ["00000njm", [], "sound", "physical"],
    ["00000nim", [], "sound", "physical"],
    ["00000nkm", [], "image", "physical"],
    ["00000nmm", ["007 cr |||"], "electronic", "online"],
    ["00000nrm", [], "object", "physical"],
    ["00000nam", [coded("s2016", "o")], "book", "online"],
    ["00000nam", ["007 cr |||"], "book", "online"],
    ["00000nam", ["007 hd |||"], "book", "microform"],
    ["00000nas", [coded("s2016", "b")], "serial", "microform"],
    ["00000nam", [coded("s2016", "d")], "book", "largePrint"],
    ["00000nam", [coded("s2016", "f")], "book", "braille"],
    ["00000nem", [`008 ${" ".repeat(29)}o`], "map", "online"]
  ])("with leader %j and %j is a %s, %s", (leader, fields, format, carrier) => {
    const title = titleFrom(marc21(leader, ...fields))
    expect([title.format, title.carrier]).toEqual([format, carrier])
  })

  it("gives each number once, though it stands there with ten digits and with thirteen", () => {
    const { isbns } = titleFrom(marc21(book, "020   $a0394607589", "020   $a9780394607580"))
    expect(isbns).toEqual([{ value: "9780394607580", valid: true }])
  })

  it("has no publisher where the record says so", () => {
    expect(titleFrom(marc21(book, "260   $a[S.l. :$bs.n.],$c1900.")).publisher).toBeNull()
  })

  it.each([
    ["Kore", ["880 10$6245-01$a뜻 으로 본 한국 역사", "880   $6260-02$a漢城"]],
    ["Hani", ["880 10$6245-01$a北京", "880   $6260-02$c2005."]],
    ["Arab", ["880 10$6245-01/(3/r$aفقه الدعوة"]],
    ["Hebr", ["880 10$6245-01/(2/r$aאופציה"]],
    ["Cyrl", ["880 10$6245-01/(N$aкино"]],
    ["Latn", ["880 10$6245-01$aRomanised"]]
  ])("keeps linked fields of %s together", (script, fields) => {
    const { otherScripts } = titleFrom(marc21(book, ...fields))
    expect(otherScripts.map((wording) => wording.script)).toEqual([script])
  })
})

describe("a UNIMARC record", () => {
  it("gives all that describes it", () => {
    const record = unimarc(
      "00000nam0 2200000   450 ",
      "001 012003123456",
      "010   $a978-7-02-000220-7$dCNY59.70",
      "100   $a20080101d2008    em y0chiy50      ba",
      "101 0 $achi",
      "200 1 $a红楼梦$e校注本$f曹雪芹著$g无名氏续",
      "205   $a第3版",
      "210   $a北京$c人民文学出版社$d2008",
      "606 0 $a章回小说$x中国$z清代",
      "690   $aI242.4$v5",
      "686   $a813$2ddc",
      "701  0$a曹雪芹$f约1715-约1763",
      "801  0$aCN$bNLC$c20080101"
    )
    expect(titleFrom(record)).toEqual({
      source: "NLC",
      controlNumber: "012003123456",
      title: "红楼梦 : 校注本",
      responsibility: "曹雪芹著 ; 无名氏续",
      edition: "第3版",
      publisher: "人民文学出版社",
      creators: ["曹雪芹, 约1715-约1763"],
      subjects: ["章回小说--中国--清代"],
      format: "book",
      carrier: "physical",
      year: 2008,
      language: "chi",
      isbns: [{ value: "9787020002207", valid: true }],
      issns: [],
      classifications: [
        { scheme: "clc", number: "I242.4" },
        { scheme: "ddc", number: "813" }
      ],
      otherScripts: []
    } satisfies TitleDescription)
  })

  it.each([
    ["00000nam", [], "book", "physical"],
    ["00000nas", [], "serial", "physical"],
    ["00000ngm", ["115   $ac"], "video", "physical"],
    ["00000ngm", ["115   $ab"], "image", "physical"],
    ["00000nlm", ["135   $adrcnu"], "electronic", "online"],
    ["00000nam", ["130   $aebu"], "book", "microform"]
  ])("with leader %j and %j is a %s, %s", (leader, fields, format, carrier) => {
    const title = titleFrom(unimarc(leader, ...fields))
    expect([title.format, title.carrier]).toEqual([format, carrier])
  })
})

describe("titleFrom", () => {
  it("gives plain data for any record: it survives JSON", () => {
    const dialect = fc.constantFrom("marc21" as const, "unimarc" as const)
    fc.assert(
      fc.property(dialect.chain(arbitraryRecord), (record) => {
        const title = titleFrom(record)
        expect(JSON.parse(JSON.stringify(title))).toEqual(title)
      })
    )
  })
})
