import type { LeadIns, TitleMap } from "./map.ts"

/** ISBD punctuation between the parts of a title. */
const titleLeadIns: LeadIns = { b: " : ", n: ". ", p: ". " }

/** Tags and subfields by the MARC 21 Format for Bibliographic Data. */
export const marc21Map: TitleMap = {
  titles: [
    { tag: "245", codes: "abfgknps", leadIns: titleLeadIns },
    { tag: "240", codes: "adfgklmnoprs" },
    { tag: "130", codes: "adfgklmnoprst" },
    { tag: "246", codes: "abfgnp", leadIns: titleLeadIns }
  ],
  responsibilities: [{ tag: "245", codes: "c" }],
  editions: [{ tag: "250", codes: "ab" }],
  publishers: [
    { tag: "264", codes: "b", ind2: "1" },
    { tag: "260", codes: "b" },
    { tag: "264", codes: "b" }
  ],
  dates: [
    { tag: "264", codes: "c", ind2: "1" },
    { tag: "260", codes: "c" },
    { tag: "264", codes: "c" },
    { tag: "502", codes: "d" }
  ],
  creators: [
    { tag: "100", codes: "abcdq" },
    { tag: "110", codes: "abcdn" },
    { tag: "111", codes: "acdenq" },
    { tag: "700", codes: "abcdq", unless: "t" },
    { tag: "710", codes: "abcdn", unless: "t" },
    { tag: "711", codes: "acdenq", unless: "t" },
    { tag: "720", codes: "a" }
  ],
  subjects: [
    { tag: "600", codes: "abcdfgklmnopqrst", subdivisions: "vxyz" },
    { tag: "610", codes: "abcdfgklmnoprst", subdivisions: "vxyz" },
    { tag: "611", codes: "acdefgklnpqst", subdivisions: "vxyz" },
    { tag: "630", codes: "adfgklmnoprst", subdivisions: "vxyz" },
    { tag: "647", codes: "acdg", subdivisions: "vxyz" },
    { tag: "648", codes: "a", subdivisions: "vxyz" },
    { tag: "650", codes: "abcdg", subdivisions: "vxyz" },
    { tag: "651", codes: "ag", subdivisions: "vxyz" },
    { tag: "653", codes: "a" },
    { tag: "655", codes: "abc", subdivisions: "vxyz" }
  ],
  isbns: [{ tag: "020", codes: "a" }],
  withdrawnIsbns: [{ tag: "020", codes: "z" }],
  issns: [{ tag: "022", codes: "a" }],
  withdrawnIssns: [{ tag: "022", codes: "yz" }],
  languages: [{ tag: "041", codes: "a" }],
  classifications: [
    { tag: "050", codes: "ab", scheme: "lcc" },
    { tag: "090", codes: "ab", scheme: "lcc" },
    { tag: "060", codes: "ab", scheme: "nlm" },
    { tag: "080", codes: "a", scheme: "udc" },
    { tag: "082", codes: "a", scheme: "ddc", each: true, tidy: withoutPrimes },
    { tag: "092", codes: "a", scheme: "ddc", each: true, tidy: withoutPrimes },
    { tag: "084", codes: "a", scheme: null, each: true },
    { tag: "086", codes: "a", scheme: null, schemeByInd1: { "0": "sudoc", "1": "codoc" } },
    // Libraries in China write MARC 21 with the Chinese Library Classification here.
    { tag: "093", codes: "a", scheme: "clc", each: true }
  ]
}

/** Dewey numbers carry marks where a shelf number may be cut. */
function withoutPrimes(number: string): string {
  return number.replace(/[/'′]/g, "")
}
