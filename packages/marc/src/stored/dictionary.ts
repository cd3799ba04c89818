/**
 * What records have in common, for the compressor to refer to: beginnings of fields and stock phrases, subfield
 * separators written as ‡, three digits at the start of a line being a field's tag. It never changes: what was
 * compressed with it is read with it; a better one gets a new version in `compression.ts`.
 */
const phrases = `
101‡1 ‡achi‡ceng
102‡  ‡aCN‡b110000
102‡  ‡aFR
105‡  ‡ay   z   00|||y
106‡  ‡ar
606‡0 ‡a
690‡  ‡a
690‡  ‡aI247.5‡v5
675‡  ‡a
676‡  ‡a
700‡ 1‡a
701‡ 0‡a
702‡ 1‡b
801‡ 0‡aCN‡b
801‡ 0‡aFR‡b
‡4070
010‡  ‡a978-7-
‡dCNY
200‡1 ‡a
205‡  ‡a
210‡  ‡a北京‡c出版社‡d
215‡  ‡a页‡c图‡d21cm
330‡  ‡a
World Wide Web
Mode of access: Internet.
Description based on print version record.
Title from title screen.
Includes bibliographical references and index.
Includes bibliographical references (p. 
Includes index.
Bibliography: p. 
Electronic books.
[electronic resource]
[sound recording]
[videorecording]
Study and teaching
Law and legislation
Government policy
Social conditions
Economic conditions
Politics and government
Foreign relations
Fiction.
Juvenile literature.
Juvenile fiction.
History and criticism.
Criticism and interpretation.
Biography.
Handbooks, manuals, etc.
Congresses.
Periodicals.
Dictionaries.
Exhibitions.
University
Department of 
National 
International 
Association
Institute
Research
Library of Congress
Office
Center
‡zUnited States
‡zUnited States.
‡zChina
‡zGreat Britain
‡zFrance
‡zGermany
‡xHistory
‡y20th century
‡y19th century
‡y21st century
New York :‡b
London :‡b
Washington, D.C. :‡b
Paris :‡b
Chicago :‡b
Boston :‡b
Berlin :‡b
Oxford :‡b
Cambridge :‡b
University Press,‡c
Press,‡c
Publishers,‡c
U.S. Government Publishing Office,‡c
‡2fast‡0(OCoLC)fst0
‡2lcgft
‡0http://id.loc.gov/authorities/subjects/sh
‡0http://id.loc.gov/authorities/names/n
336‡  ‡atext‡btxt‡2rdacontent
337‡  ‡aunmediated‡bn‡2rdamedia
338‡  ‡avolume‡bnc‡2rdacarrier
337‡  ‡acomputer‡bc‡2rdamedia
338‡  ‡aonline resource‡bcr‡2rdacarrier
880‡1 ‡6245-01/$1‡a
‡6880-01‡a
035‡  ‡a(OCoLC)ocm
035‡  ‡a(OCoLC)ocn
040‡  ‡a
DLC‡beng‡cDLC‡d
DLC‡beng‡erda‡c
OCLCQ‡dOCLCO‡dOCLCF
042‡  ‡apcc
043‡  ‡an-us---
049‡  ‡a
020‡  ‡a978
 (pbk.)
 (hardcover)
‡q(paperback)
022‡  ‡a
041‡1 ‡aeng‡h
050‡00‡a
050‡ 4‡a
082‡00‡a
‡221
‡222
‡223
086‡0 ‡a
100‡1 ‡a
110‡2 ‡a
110‡1 ‡aUnited States.‡b
245‡00‡a
245‡14‡a
245‡10‡a
246‡3 ‡a
250‡  ‡a
2nd ed.
1st ed.
260‡  ‡a
264‡ 1‡a
264‡ 4‡c
300‡  ‡a
 pages :‡b
 p. :‡b
 v. :‡b
ill., maps ;‡c
ill. ;‡c
illustrations ;‡c
1 online resource (
 pages)
24 cm.
490‡1 ‡a
500‡  ‡a
504‡  ‡a
505‡0 ‡a
520‡  ‡a
530‡  ‡a
538‡  ‡a
588‡  ‡a
590‡  ‡a
600‡10‡a
610‡10‡a
650‡ 0‡a
650‡ 7‡a
651‡ 0‡a
655‡ 7‡a
700‡1 ‡a
710‡2 ‡a
710‡1 ‡a
830‡ 0‡a
856‡40‡uhttps://
856‡40‡uhttp://www.
852‡0 ‡b
949‡  ‡a
999‡  ‡a
003OCoLC
007cr mn|||||||||
006m     o  d f      
00520
008
s20
s19
    nyua     b    001 0 eng d
    dcu           000 0 eng  
    enk           000 0 eng d
mcam a2200
mcas a2200
mnam  2200
mnam a2200
Ia 4500
 i 4500
 a 4500
001`

/** Some 2.5 kB. */
export const dictionary: Uint8Array = new TextEncoder().encode(
  phrases
    .slice(1)
    .split("\n")
    .map((line) => line.replace(/^(?=\d{3})/, "\x1e").replaceAll("‡", "\x1f"))
    .join("")
)
