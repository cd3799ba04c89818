import type { LeadIns, TitleMap } from "./map.ts"

/** UNIMARC records hold no punctuation between subfields: systems show that of ISBD. */
const titleLeadIns: LeadIns = { d: " = ", e: " : ", h: ". ", i: ", " }
const responsibilityLeadIns: LeadIns = { g: " ; " }
const personLeadIns: LeadIns = { b: ", ", c: ", ", f: ", " }
const bodyLeadIns: LeadIns = { b: ". " }

/** Tags and subfields by the UNIMARC Bibliographic format; 690 as in CNMARC, where it is the Chinese Library Classification. */
export const unimarcMap: TitleMap = {
  titles: [
    { tag: "200", codes: "aehid", leadIns: titleLeadIns },
    { tag: "500", codes: "aehi", leadIns: titleLeadIns },
    { tag: "517", codes: "aehi", leadIns: titleLeadIns }
  ],
  responsibilities: [{ tag: "200", codes: "fg", leadIns: responsibilityLeadIns }],
  editions: [{ tag: "205", codes: "ab" }],
  publishers: [
    { tag: "214", codes: "c", ind2: "0" },
    { tag: "210", codes: "c" },
    { tag: "214", codes: "c" }
  ],
  dates: [
    { tag: "214", codes: "d", ind2: "0" },
    { tag: "210", codes: "d" },
    { tag: "214", codes: "d" }
  ],
  creators: [
    { tag: "700", codes: "abcdf", leadIns: personLeadIns },
    { tag: "701", codes: "abcdf", leadIns: personLeadIns },
    { tag: "710", codes: "abcdef", leadIns: bodyLeadIns },
    { tag: "711", codes: "abcdef", leadIns: bodyLeadIns },
    { tag: "702", codes: "abcdf", leadIns: personLeadIns },
    { tag: "712", codes: "abcdef", leadIns: bodyLeadIns }
  ],
  subjects: [
    { tag: "600", codes: "abcdf", leadIns: personLeadIns, subdivisions: "jtxyz" },
    { tag: "601", codes: "abcdef", leadIns: bodyLeadIns, subdivisions: "jtxyz" },
    { tag: "602", codes: "af", subdivisions: "jtxyz" },
    { tag: "604", codes: "at", subdivisions: "jxyz" },
    { tag: "605", codes: "ahi", leadIns: titleLeadIns, subdivisions: "jxyz" },
    { tag: "606", codes: "a", subdivisions: "jxyz" },
    { tag: "607", codes: "a", subdivisions: "jxyz" },
    { tag: "608", codes: "a", subdivisions: "jxyz" },
    { tag: "610", codes: "a" }
  ],
  isbns: [{ tag: "010", codes: "a" }],
  withdrawnIsbns: [{ tag: "010", codes: "z" }],
  issns: [{ tag: "011", codes: "a" }],
  withdrawnIssns: [{ tag: "011", codes: "yz" }],
  languages: [{ tag: "101", codes: "a" }],
  classifications: [
    { tag: "690", codes: "a", scheme: "clc", each: true },
    { tag: "676", codes: "a", scheme: "ddc", each: true },
    { tag: "680", codes: "ab", scheme: "lcc" },
    { tag: "675", codes: "a", scheme: "udc", each: true },
    { tag: "686", codes: "a", scheme: null, each: true }
  ]
}
