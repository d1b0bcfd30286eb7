/** What TeX's spacing goes by (The TeXbook, chapter 17): ordinary, large operator, binary, relation and so on. */
export type AtomKind = 'ord' | 'op' | 'bin' | 'rel' | 'open' | 'close' | 'punct' | 'func' | 'space';

export interface TexSymbol {
  readonly text: string;
  readonly kind: AtomKind;
}

/** Commands and their characters by kind, as pairs. */
const tables: Readonly<Partial<Record<AtomKind, string>>> = {
  ord: `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
    nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω digamma ϝ
    infty ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ ell ℓ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ imath ı jmath ȷ
    forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △
    square □ Box □ blacksquare ■ qed ■ lozenge ◊ Diamond ◇ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠
    flat ♭ natural ♮ sharp ♯ prime ′ backprime ‵ degree ° dagger † ddagger ‡ S § P ¶ copyright © pounds £ checkmark ✓
    ldots … dots … dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ cdots ⋯ vdots ⋮ ddots ⋱ surd √ complement ∁ therefore ∴ because ∵
    vert | Vert ‖ | ‖ lvert | rvert | lVert ‖ rVert ‖ # # % % & & $ $ _ _ backslash \\ AA Å aa å o ø O Ø ae æ AE Æ ss ß euro €`,
  bin: `pm ± mp ∓ times × div ÷ cdot · ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧
    land ∧ setminus ∖ smallsetminus ∖ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ amalg ⨿ wr ≀ diamond ⋄
    triangleleft ◃ triangleright ▹ ltimes ⋉ rtimes ⋊ boxplus ⊞ boxtimes ⊠ intercal ⊺ bmod mod`,
  rel: `le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ propto ∝
    ll ≪ gg ≫ lll ⋘ ggg ⋙ lt < gt > prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇
    subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ notin ∉ ni ∋ owns ∋ mid ∣ nmid ∤ parallel ∥
    nparallel ∦ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔ bowtie ⋈
    smile ⌣ frown ⌢ lesssim ≲ gtrsim ≳ nleq ≰ ngeq ≱ nless ≮ ngtr ≯ trianglelefteq ⊴ trianglerighteq ⊵
    to → rightarrow → longrightarrow ⟶ gets ← leftarrow ← longleftarrow ⟵ leftrightarrow ↔ longleftrightarrow ⟷
    Rightarrow ⇒ implies ⟹ Longrightarrow ⟹ Leftarrow ⇐ impliedby ⟸ Longleftarrow ⟸ Leftrightarrow ⇔ iff ⟺
    Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕
    Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁
    leftharpoonup ↼ rightleftharpoons ⇌ leadsto ⇝ rightsquigarrow ⇝ nrightarrow ↛ nRightarrow ⇏ twoheadrightarrow ↠
    rightarrowtail ↣ vcentcolon : lhd ⊲ rhd ⊳`,
  op: `sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁
    bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆ intop ∫ smallint ∫`,
  open: 'lbrace { { { lbrack [ langle ⟨ lceil ⌈ lfloor ⌊ lgroup ⟮ ulcorner ⌜ llbracket ⟦ lparen (',
  close: 'rbrace } } } rbrack ] rangle ⟩ rceil ⌉ rfloor ⌋ rgroup ⟯ urcorner ⌝ rrbracket ⟧ rparen )',
  punct: 'colon : ldotp . cdotp ·',
  func: `sin sin cos cos tan tan cot cot sec sec csc csc arcsin arcsin arccos arccos arctan arctan sinh sinh cosh cosh tanh
    tanh coth coth log log ln ln lg lg exp exp max max min min sup sup inf inf lim lim limsup lim␣sup liminf lim␣inf
    arg arg deg deg det det dim dim gcd gcd hom hom ker ker Pr Pr argmax arg␣max argmin arg␣min injlim inj␣lim
    projlim proj␣lim varlimsup lim␣sup varliminf lim␣inf`,
  // Spaces that the author has put there: no line ends at them.
  space: ', ~ : ~ > ~ ; ~ quad ~~ qquad ~~~~ space ~ enspace ~ thinspace ~ medspace ~ thickspace ~ nobreakspace ~',
};

let symbols: Map<string, TexSymbol> | undefined;

/** Returns the character that a command stands for, by its name without the backslash. */
export function symbolNamed(name: string): TexSymbol | undefined {
  if (!symbols) {
    symbols = new Map();
    for (const [kind, table] of Object.entries(tables)) {
      const words = table.split(/\s+/);
      for (let at = 0; at + 1 < words.length; at += 2) {
        symbols.set(words[at] as string, {
          text: (words[at + 1] as string).replaceAll('␣', ' ').replaceAll('~', '\u00a0'),
          kind: kind as AtomKind,
        });
      }
    }
  }
  return symbols.get(name);
}

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
};

/** Commands that only change the look of what follows or of their argument, which is shown as it is. */
export const styleCommands: ReadonlySet<string> = new Set(
  `mathrm mathit mathbf mathsf mathtt boldsymbol bm pmb mathnormal operatorname operatorname* mathop mathbin mathrel mathord
  mathopen mathclose mathpunct mathinner ensuremath boxed fbox phantom hphantom vphantom smash mathstrut`.split(/\s+/),
);

/** Commands without an argument that show nothing. */
export const silentCommands: ReadonlySet<string> = new Set(
  `displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag ! negthinspace bf rm it
  sf tt cal big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm strut relax hfill allowbreak
  mathsurround centering null protect / -`.split(/\s+/),
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

/** Returns letters in the alphabet of `\mathbb` and the like, as far as every font has them. */
export function inAlphabet(command: string, text: string): string | undefined {
  const table = command === 'mathbb' ? doubleStruck : /^math(?:cal|scr|frak)$/.test(command) ? script : undefined;
  return table && Array.from(text, (letter) => (command === 'mathfrak' ? letter : (table[letter] ?? letter))).join('');
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
