// Written by scripts/hyphenation-patterns.mjs from TeX's patterns, as the package hyphen has them.

/** Patterns by their levels. */
export const patterns = `00000001 A.contro
0000001 A.narco
00000021 A.circum
000001 A.antiBoptoBpara
0000023 A.frankBtranscGdGlGnGpGrGt
000003 A.free
0000032 A.antimnBortopBpolip
00001 A.bioBpre
0000203 A.share
000021 A.welt
00012 A.reiscr
0002 A.phlDr
00023 A.discineBsubluErBwagn
00032 A.lipsa
00043 A.caps
002 A.cBdBhBjBkBpsBtBzAchrAtzsAwar
0021 A.exeu
0032 A.apnAhipn
01 AaiaCeCoCuBuoByaAeiuAoiaCeCoCuAyiBou
02 AblBrAchBlBrAdrAewAflBrAghBlBnBrAhlAkhBlBrAlhBjAphBlBrArhAthBlBrBsBzAvlBrAwh
0223 Arts
023 AngnBsferAtts
043 Assm
1 AbAcAdAfAgAhAjAkAlAmAnApAqArAtAvAwAxAz
12 As
2 Aat.Ab'B.BbBcBdBfBmBnBpBsBtBvAc'B.BbBcBdBfBh''.D.C.CbChCnBkBmBnBqBsBtBzAd'B.BbBdBgBlBmBnBpBsBtBvBwAf'B.BbBfBgBnBsBtAg'B.BbBdBfBgBmBpBsBtBvBwBzAh'B.BbBdBhBmBnBrBvAj'B.Ak'B.BfBgBkBmBsBtAl''C.B.BbBcBdBgBkBlBmBnBpBqBrBsBtBvBwBzAm'B.BbBcBfBlBmBnBpBqBrBsBtBvBwAn'B.BbBcBdBfBgBheitBkBlBmBnBpBqBrBsBtBvBzAp'B.BdBnBpBsBtBzAq'B.BqAr'B.BbBcBdBfBgBkBlBmBnBpBqBrBsBtBvBwBxBzAsh'C.CmBtbCcCdCfCgCmCnCpCsCtCvBzAt''C.B.BbBcBdBfBgBh.BmBnBpBtBvBwBzkAv''C.B.BcBvAw'B.Ax'B.BbBcBfBhBmBpBtBwAz''C.B.BbBdBlBnBpBsBtBvBz
202 Aght
21 Awy
22 A'
23 Ass
232 AlfAspn
32 ApneBsicAtsch
4 As''C.B.`;
