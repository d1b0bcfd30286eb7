/** Operators and functions whose limits are set below and above in display. */
export const withLimits =
  /^(?:[∑∏∐⋂⋃⋁⋀⨁⨂⨀⨄⨆]|lim|lim sup|lim inf|max|min|sup|inf|det|gcd|Pr|arg max|arg min|inj lim|proj lim)$/;

/** Accents as combining characters. */
export const accents: Readonly<Record<string, string>> = {
  hat: '\u0302',
  widehat: '\u0302',
  check: '\u030c',
  tilde: '\u0303',
  widetilde: '\u0303',
  acute: '\u0301',
  grave: '\u0300',
  dot: '\u0307',
  ddot: '\u0308',
  breve: '\u0306',
  bar: '\u0304',
  vec: '\u20d7',
  mathring: '\u030a',
  overline: '\u0305',
  underline: '\u0332',
  overrightarrow: '\u20d7',
  overleftarrow: '\u20d6',
  overleftrightarrow: '\u20e1',
  widecheck: '\u030c',
  underbar: '\u0332',
  dddot: '\u20db',
  ddddot: '\u20dc',
  not: '\u0338',
  cancel: '\u0338',
  bcancel: '\u0338',
  xcancel: '\u0338',
  sout: '\u0336',
};

/** Commands that only change the look of what follows or of their argument, which is shown plain. */
export const styleCommands: ReadonlySet<string> = new Set(
  `mathrm mathit mathbf mathsf mathtt mathnormal boldsymbol bm bold pmb operatorname operatorname* mathop mathbin mathrel
  mathord mathopen mathclose mathpunct mathinner ensuremath boxed fbox smash rlap llap clap mathrlap mathllap
  mathclap`.split(/\s+/),
);

/** Commands whose argument is text. */
export const textCommands: ReadonlySet<string> = new Set(
  'text textrm textbf textit textsf texttt textnormal textup textmd textsc textsl emph mbox hbox'.split(' '),
);

/** Commands without an argument that show nothing. */
export const silentCommands: ReadonlySet<string> = new Set(
  `displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag ! negthinspace negmedspace
  negthickspace bf rm it sf tt cal strut mathstrut relax hfill hfil allowbreak nobreak mathsurround centering null protect
  tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge hline hdashline / -`.split(/\s+/),
);

const doubleStruck: Readonly<Record<string, string>> = {
  C: 'ℂ',
  H: 'ℍ',
  N: 'ℕ',
  P: 'ℙ',
  Q: 'ℚ',
  R: 'ℝ',
  Z: 'ℤ',
  1: '𝟙',
};
const script: Readonly<Record<string, string>> = {
  B: 'ℬ',
  E: 'ℰ',
  F: 'ℱ',
  H: 'ℋ',
  I: 'ℐ',
  L: 'ℒ',
  M: 'ℳ',
  R: 'ℛ',
};

/** Commands for letters of another alphabet; where a font may lack one, the letter stays plain. */
export const alphabets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mathbb: doubleStruck,
  Bbb: doubleStruck,
  mathcal: script,
  mathscr: script,
  mathfrak: {},
  frak: {},
};

/** Returns letters in an alphabet, as far as every font has them. */
export function inAlphabet(alphabet: Readonly<Record<string, string>>, text: string): string {
  return Array.from(text, (letter) => alphabet[letter] ?? letter).join('');
}

const raised = table(
  '0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻-⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻTᵀ∗*′′††‡‡°°∘°βᵝγᵞδᵟθᶿ',
);
const lowered = table('0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋-₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ');

function table(pairs: string): ReadonlyMap<string, string> {
  const characters = [...pairs];
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) map.set(characters[at] as string, characters[at + 1] as string);
  return map;
}

/** Returns text in raised or lowered characters, if there is one for each of its own. */
export function inScript(kind: 'sup' | 'sub', text: string): string | undefined {
  const map = kind === 'sup' ? raised : lowered;
  let out = '';
  for (const character of text) {
    const twin = map.get(character);
    if (twin === undefined) return undefined;
    out += twin;
  }
  return out;
}

const vulgar: Readonly<Record<string, string>> = {
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
  '1/8': '⅛',
  '3/8': '⅜',
  '5/8': '⅝',
  '7/8': '⅞',
};

/** Returns the one character of a fraction such as a half, if there is one. */
export function vulgarFraction(numerator: string, denominator: string): string | undefined {
  return vulgar[`${numerator}/${denominator}`];
}
