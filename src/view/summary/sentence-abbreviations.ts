import { primaryLanguage } from '../../text/language/primary-language.ts';
import { ownProperty } from '../../text/own-property.ts';

/** The abbreviations of a language, in lower case and without the last full stop. */
export interface Abbreviations {
  /** Never at a sentence's end: a title before a name, "e.g.". */
  readonly never: ReadonlySet<string>;
  /** Not at an end when a number follows: "p. 12". */
  readonly beforeNumber: ReadonlySet<string>;
  /** At an end only when a word follows that opens sentences: "Inc.", "U.S.". */
  readonly seldom: ReadonlySet<string>;
  /** At an end after a number when a capital follows: "в 1990 г.". */
  readonly afterNumber: ReadonlySet<string>;
}

/** Returns the abbreviations of a language, including those common to several. */
export function abbreviationsFor(language: string | undefined): Abbreviations {
  const primary = primaryLanguage(language);
  return {
    never: new Set([...common.never, ...words(never, primary)]),
    beforeNumber: new Set([...common.beforeNumber, ...words(beforeNumber, primary)]),
    seldom: common.seldom,
    afterNumber: new Set(words(afterNumber, primary)),
  };
}

const common = {
  never: words(
    {
      all:
        'm mm mr mrs ms mme mlle dr drs pr prof me mgr st ste sr sra srta dra sig dott ing hr gen col lt capt cpt sgt maj ' +
        'adm rev hon gov sen rep pres messrs esq mt ft jhr mej dhr mevr bp vs cf viz e.g i.e p.ex z.b d.h u.a bzw vgl bijv ' +
        'resp av approx',
    },
    'all',
  ),
  beforeNumber: words(
    {
      all:
        'no nos nr nº n° n p pp s vol vols fig figs art arts ch chap sec sect eq eqs cap pág págs pag tab abs bd abb t vers v str ' +
        'jan feb febr mar apr jun jul aug sep sept oct okt nov dec dez déc janv févr avr juil c ca circa env ed par para',
    },
    'all',
  ),
  seldom: new Set(
    'inc ltd corp co bros plc jr sr ph.d m.d b.a m.a b.sc m.sc b.c a.d al dept u.s u.k u.n e.u u.s.a d.c n.y a.m p.m s.p.a s.r.l n.v b.v'.split(
      ' ',
    ),
  ),
};

const never: Readonly<Record<string, string>> = {
  ar: 'هـ ق.م أ.د',
  cs: 'tzv např tj mj mgr ing doc mudr judr',
  da: 'bl.a f.eks ca hr fr',
  de: 'ca evtl ggf inkl exkl sog geb gest dipl hrsg jh jhd mio mrd tel fa fr frl hl abg bzgl betr i.d.r o.ä u.u u.v.m v.a z.t z.zt o.g s.o s.u d.i ev kath gebr dipl-ing max min zzgl abzgl mag med phil jur rer nat habil',
  el: 'κ κα κος κυρ δρ καθ βλ αγ αρ λ.χ π.χ δηλ κεφ τηλ οδ λεωφ υπουργ',
  en: 'v mon tue tues wed thu thur thurs fri rd ave blvd pvt cmdr cdr brig supt msgr fr br sens reps gens profs drs hosp univ assn',
  es: 'd dª dña excmo excma ilmo ilma lic ing arq dr dra av avda aprox ud uds vd vds sta sto fray hno hna mons gral cnel tte núm tel ee p.ej ej rte admón cía',
  fr: 'éd éds ét coll dir trad mgr tél bd boul env apr ap hab arr dép mlles mmes',
  hi: 'डॉ प्रो पं श्री श्रीमती कु ई पू कि मी सं रु ले न्या मो इं',
  it: 'avv dott.ssa prof.ssa sig.ra sig.na sigg on sen geom rag arch mons ecc.mo p.es es ad.es p.za v.le c.so s.ta s.to ss egr gent spett tel pagg cfr ca',
  nb: 'bl.a f.eks ca hr fr',
  nl: 'ds drs mr ir ing prof ca o.a d.w.z m.b.t jl t.o.v i.p.v m.n o.l.v blz afb nl bijv resp wed',
  no: 'bl.a f.eks ca hr fr',
  pl: 'ul al pl os im św tzw tj np ok płk gen prof ks bp abp o hab mgr inż zob por red wyd nr str rys tab tel m.in',
  pt: 'd exmo exma v.exa exa aprox eng arq dra av pç lic jr tel núm p.ex ilmo sto sta gen cel adv',
  ru: 'им ул пр просп пл пер д кв стр рис см ср т.е проф акад тыс млн млрд руб коп доц канд гл ред изд напр англ нем фр лат',
  sv: 'bl.a d.v.s t.ex ca hr fr dr doc kap',
  tr: 'dr prof doç yrd av örn bkz vb sn alb gen müh no tel cad sok mah',
  uk: 'ім вул просп пл буд кв стор рис див проф акад тис млн млрд грн доц ред напр',
};

const beforeNumber: Readonly<Record<string, string>> = {
  ar: 'ص ج رقم',
  de: 'nr abs bd s abb kap hauptstr str ziff anm',
  el: 'σελ εικ κεφ αρ πιν',
  fr: 'h min',
  es: 'pág págs cap art núm n.º nº fig vol',
  it: 'pag cap art comma n fig vol',
  nl: 'blz afb nr art hfst',
  pl: 'str rys nr art rozdz',
  pt: 'pág cap art n.º fig vol',
  ru: 'стр рис гл ст п №',
  uk: 'стор рис гл ст п',
};

const afterNumber: Readonly<Record<string, string>> = {
  cs: 'r st č',
  pl: 'r w wiek zł',
  ru: 'г гг в вв чел руб',
  uk: 'р рр ст грн',
};

function words(table: Readonly<Record<string, string>>, language: string): readonly string[] {
  return ownProperty(table, language)?.split(' ') ?? [];
}
