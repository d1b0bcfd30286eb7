/** The kinds of atoms that decide TeX's spacing (The TeXbook, chapter 17): ordinary, operator, binary, relation, … */
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
    vert | Vert ‖ | ‖ lvert | rvert | lVert ‖ rVert ‖ # # % % & & $ $ _ _ backslash \\ AA Å aa å o ø O Ø ae æ AE Æ ss ß euro €
    dag † ddag ‡ varkappa ϰ circledR ® circledS Ⓢ diagup ╱ diagdown ╲ blacktriangle ▲ blacktriangledown ▼
    blacklozenge ⧫ triangledown ▽ vartriangle △ sphericalangle ∢ mho ℧ backepsilon ∍ mathellipsis … hdots … dotso …
    eth ð yen ¥ daleth ℸ gimel ℷ maltese ✠ Finv Ⅎ Game ⅁ Bbbk 𝕜 N ℕ R ℝ Z ℤ iddots ⋰ TeX TeX LaTeX LaTeX textdegree °
    textbackslash \\ textasciitilde ~`,
  bin: `pm ± mp ∓ times × div ÷ cdot · ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧
    land ∧ setminus ∖ smallsetminus ∖ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ amalg ⨿ wr ≀ diamond ⋄
    triangleleft ◃ triangleright ▹ ltimes ⋉ rtimes ⋊ boxplus ⊞ boxtimes ⊠ intercal ⊺ bmod mod mod mod
    circleddash ⊝ circledast ⊛ circledcirc ⊚ bigtriangleup △ bigtriangledown ▽ centerdot · unlhd ⊴ unrhd ⊵ boxdot ⊡
    boxminus ⊟ dotplus ∔ curlywedge ⋏ curlyvee ⋎ divideontimes ⋇ veebar ⊻ barwedge ⊼ doublebarwedge ⩞
    leftthreetimes ⋋ rightthreetimes ⋌ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓ And &`,
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
    rightarrowtail ↣ vcentcolon : lhd ⊲ rhd ⊳
    rightleftarrows ⇄ leftrightarrows ⇆ curvearrowleft ↶ curvearrowright ↷ leqq ≦ geqq ≧ thicksim ∼ thickapprox ≈
    upharpoonright ↾ upharpoonleft ↿ restriction ↾ preccurlyeq ≼ succcurlyeq ≽ gtrless ≷ lessgtr ≶ nvDash ⊭ nvdash ⊬
    nVdash ⊮ nVDash ⊯ Vvdash ⊪ subsetneqq ⫋ supsetneqq ⫌ varsubsetneq ⊊ varsupsetneq ⊋ varsubsetneqq ⫋
    varsupsetneqq ⫌ subseteqq ⫅ supseteqq ⫆ nsupseteq ⊉ nsubseteqq ⊈ nsupseteqq ⊉ Subset ⋐ Supset ⋑ dashrightarrow ⇢
    dashleftarrow ⇠ sqsubset ⊏ sqsupset ⊐ vartriangleleft ⊲ vartriangleright ⊳ blacktriangleright ▶
    blacktriangleleft ◀ precsim ≾ succsim ≿ backsim ∽ backsimeq ⋍ leftrightharpoons ⇋ varpropto ∝ gtreqless ⋛
    lesseqgtr ⋚ gtreqqless ⪌ lesseqqgtr ⪋ Updownarrow ⇕ lessapprox ⪅ gtrapprox ⪆ ncong ≆ between ≬ multimap ⊸
    circlearrowleft ↺ circlearrowright ↻ fallingdotseq ≒ risingdotseq ≓ lessdot ⋖ gtrdot ⋗ nprec ⊀ nsucc ⊁ npreceq ⋠
    nsucceq ⋡ smallfrown ⌢ smallsmile ⌣ shortmid ∣ nshortmid ∤ shortparallel ∥ nshortparallel ∦ pitchfork ⋔
    Rrightarrow ⇛ Lleftarrow ⇚ eqsim ≂ doteqdot ≑ Doteq ≑ nleqslant ≰ ngeqslant ≱ nleqq ≰ ngeqq ≱ lneq ⪇ gneq ⪈
    lneqq ≨ gneqq ≩ lvertneqq ≨ gvertneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊ precapprox ⪷ succapprox ⪸
    precneqq ⪵ succneqq ⪶ precnsim ⋨ succnsim ⋩ precnapprox ⪹ succnapprox ⪺ leftharpoondown ↽ downharpoonright ⇂
    downharpoonleft ⇃ nsim ≁ looparrowright ↬ looparrowleft ↫ nleftarrow ↚ nleftrightarrow ↮ nLeftarrow ⇍
    nLeftrightarrow ⇎ Join ⋈ twoheadleftarrow ↞ leftrightsquigarrow ↭ circeq ≗ eqcirc ≖ leftarrowtail ↢
    ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ Rsh ↱ Lsh ↰ upuparrows ⇈ downdownarrows ⇊
    leftleftarrows ⇇ rightrightarrows ⇉ eqslantless ⪕ eqslantgtr ⪖ curlyeqprec ⋞ curlyeqsucc ⋟ bumpeq ≏ Bumpeq ≎
    coloneq ≔ eqqcolon ≕ llless ⋘ gggtr ⋙ leftrightharpoon ⥊ mapsfrom ↤`,
  op: `sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ oiiint ∰ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁
    bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆ intop ∫ smallint ∫`,
  open: 'lbrace { { { lbrack [ langle ⟨ lceil ⌈ lfloor ⌊ lgroup ⟮ ulcorner ⌜ llcorner ⌞ llbracket ⟦ lparen ( lmoustache ⎰',
  close:
    'rbrace } } } rbrack ] rangle ⟩ rceil ⌉ rfloor ⌋ rgroup ⟯ urcorner ⌝ lrcorner ⌟ rrbracket ⟧ rparen ) rmoustache ⎱',
  punct: 'colon : ldotp . cdotp ·',
  func: `sin sin cos cos tan tan cot cot sec sec csc csc arcsin arcsin arccos arccos arctan arctan arctg arctg arcctg arcctg tg tg ctg ctg cotg cotg cosec cosec ch ch sh sh th th cth cth sinh sinh cosh cosh tanh
    tanh coth coth log log ln ln lg lg exp exp max max min min sup sup inf inf lim lim limsup lim␣sup liminf lim␣inf
    arg arg deg deg det det dim dim gcd gcd hom hom ker ker Pr Pr argmax arg␣max argmin arg␣min injlim inj␣lim
    projlim proj␣lim varlimsup lim␣sup varliminf lim␣inf`,
  // The author's own spaces: no line ends at them.
  space:
    ', ~ : ~ > ~ ; ~ quad ~~ qquad ~~~~ space ~ enspace ~ thinspace ~ medspace ~ thickspace ~ nobreakspace ~ enskip ~',
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
