import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mathLine, mathLines } from '../../../src/render/math/lay-out-math.ts';
import { parseTex } from '../../../src/render/math/parse-tex.ts';
import { columns } from '../../../src/render/width.ts';
import { runs } from '../../support/effort.ts';

function line(tex: string): string | undefined {
  const node = parseTex(tex);
  return node && mathLine(node).replaceAll('\u00a0', ' ');
}

function lines(tex: string): readonly string[] | undefined {
  const node = parseTex(tex);
  return node && mathLines(node);
}

/** Formulas of school, papers and READMEs, and the line that a person would type for each. */
const formulas: readonly (readonly [tex: string, line: string])[] = [
  [String.raw`D = 2.08(\sqrt{h} + \sqrt{e})`, 'D = 2.08(√h + √e)'],
  ['a^2 + b^2 = c^2', 'a² + b² = c²'],
  [String.raw`x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}`, 'x = (−b ± √(b² − 4ac))/(2a)'],
  [String.raw`e^{i\pi} + 1 = 0`, 'e^(iπ) + 1 = 0'],
  ['E = mc^2', 'E = mc²'],
  [String.raw`F = G\frac{m_1 m_2}{r^2}`, 'F = G m₁m₂/r²'],
  [String.raw`\frac{1}{2}mv^2`, '½mv²'],
  [String.raw`\int_0^1 x^2\,dx = \frac{1}{3}`, '∫₀¹ x² dx = ⅓'],
  [String.raw`\int_a^b f(x)\,dx`, '∫ₐᵇ f(x) dx'],
  [String.raw`\sum_{i=1}^{n} i = \frac{n(n+1)}{2}`, '∑ᵢ₌₁ⁿ i = n(n + 1)/2'],
  [String.raw`\sum_{k=0}^\infty \frac{x^k}{k!} = e^x`, '∑ₖ₌₀^∞ xᵏ/(k!) = eˣ'],
  [String.raw`\prod_{i=1}^{n} x_i`, '∏ᵢ₌₁ⁿ xᵢ'],
  [String.raw`\lim_{x \to 0} \frac{\sin x}{x} = 1`, 'lim_(x→0) (sin x)/x = 1'],
  [String.raw`f'(x) = \frac{df}{dx}`, 'f′(x) = df/dx'],
  [String.raw`\frac{\partial f}{\partial x}`, '∂f/∂x'],
  [String.raw`\frac{\partial^2 u}{\partial x^2}`, '∂²u/∂x²'],
  [String.raw`\nabla \cdot \mathbf{E} = \frac{\rho}{\varepsilon_0}`, '∇ · E = ρ/ε₀'],
  [String.raw`\hat{y} = \sigma(Wx + b)`, 'ŷ = σ(Wx + b)'],
  [String.raw`\bar{x} = \frac{1}{n}\sum_{i=1}^n x_i`, 'x̄ = 1/n ∑ᵢ₌₁ⁿ xᵢ'],
  [String.raw`O(n \log n)`, 'O(n log n)'],
  [String.raw`\mathcal{O}(n^2)`, 'O(n²)'],
  [String.raw`\Theta(2^n)`, 'Θ(2ⁿ)'],
  [String.raw`\log_2 n`, 'log₂ n'],
  [String.raw`\mathbb{R}^n \to \mathbb{R}`, 'ℝⁿ → ℝ'],
  [String.raw`x \in \mathbb{Z}, x \ne 0`, 'x ∈ ℤ, x ≠ 0'],
  [String.raw`A \cup B \subseteq C`, 'A ∪ B ⊆ C'],
  [String.raw`A \setminus B = \emptyset`, 'A ∖ B = ∅'],
  [String.raw`\forall \epsilon > 0\ \exists \delta > 0`, '∀ϵ > 0 ∃δ > 0'],
  [String.raw`p \land q \implies p`, 'p ∧ q ⟹ p'],
  [String.raw`\neg p \lor q`, '¬p ∨ q'],
  [String.raw`f\colon X \to Y`, 'f: X → Y'],
  [String.raw`f : X \mapsto Y`, 'f: X ↦ Y'],
  [String.raw`P(A \mid B) = \frac{P(B \mid A) P(A)}{P(B)}`, 'P(A ∣ B) = P(B ∣ A)P(A)/P(B)'],
  [String.raw`\binom{n}{k}`, 'C(n, k)'],
  [String.raw`n! \approx \sqrt{2\pi n}\left(\frac{n}{e}\right)^n`, 'n! ≈ √(2πn)(n/e)ⁿ'],
  [String.raw`a_{ij} = \delta_{ij}`, 'aᵢⱼ = δᵢⱼ'],
  [String.raw`x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}`, 'xₙ₊₁ = xₙ − f(xₙ)/f′(xₙ)'],
  ['10^{-3}', '10⁻³'],
  ['2^{32} - 1', '2³² − 1'],
  [String.raw`\{x \mid x > 0\}`, '{x ∣ x > 0}'],
  [String.raw`|x| \le \lVert x \rVert`, '|x| ≤ ‖x‖'],
  [String.raw`\lfloor x \rfloor + \lceil y \rceil`, '⌊x⌋ + ⌈y⌉'],
  [String.raw`\langle u, v \rangle`, '⟨u, v⟩'],
  [String.raw`\vec{v} \times \vec{w}`, 'v⃗ × w⃗'],
  [String.raw`\alpha_1, \ldots, \alpha_n`, 'α₁, …, αₙ'],
  [String.raw`x_1 + x_2 + \cdots + x_n`, 'x₁ + x₂ + ⋯ + xₙ'],
  [String.raw`\sqrt[3]{x+1}`, '∛(x + 1)'],
  [String.raw`\sqrt{2}`, '√2'],
  [String.raw`\text{loss} = -\log p`, 'loss = −log p'],
  [String.raw`\operatorname{rank}(A) \leq \min(m, n)`, 'rank(A) ≤ min(m, n)'],
  [String.raw`\sin^2\theta + \cos^2\theta = 1`, 'sin² θ + cos² θ = 1'],
  [String.raw`a \equiv b \pmod{n}`, 'a ≡ b (mod n)'],
  ['H_2O', 'H₂O'],
  [String.raw`90^\circ`, '90°'],
  [String.raw`5\% \pm 0.1`, '5% ± 0.1'],
  [String.raw`A = \begin{pmatrix} a & b \\ c & d \end{pmatrix}`, 'A = (a, b; c, d)'],
  [String.raw`|x| = \begin{cases} x & x \ge 0 \\ -x & x < 0 \end{cases}`, '|x| = {x x ≥ 0; −x x < 0}'],
  [String.raw`\mathbb{E}[X] = \mu`, 'E[X] = μ'],
  [String.raw`X \sim \mathcal{N}(\mu, \sigma^2)`, 'X ∼ N(μ, σ²)'],
  [String.raw`\theta \leftarrow \theta - \eta \nabla J(\theta)`, 'θ ← θ − η∇J(θ)'],
  ['x^{a+b} = x^a x^b', 'xᵃ⁺ᵇ = xᵃxᵇ'],
  [String.raw`\frac{a+b}{c+d}`, '(a + b)/(c + d)'],
  ['a := b', 'a := b'],
];

describe('a formula in one line', () => {
  it.each(formulas)('%s', (tex, expected) => {
    expect(line(tex)?.normalize('NFC')).toBe(expected.normalize('NFC'));
  });

  it.each([
    [String.raw`\unknown{x}`],
    [String.raw`\frac{a}`],
    ['{a'],
    ['a}'],
    [String.raw`\left( a`],
    [String.raw`\begin{matrix} a`],
    [String.raw`\begin{constructor} a \end{constructor}`],
    [String.raw`\constructor{a}`],
    [String.raw`\kern a`],
    [String.raw`\substack a`],
    ['x^'],
    ['a & #1'],
    [`${'{'.repeat(60)}a${'}'.repeat(60)}`],
    ['x'.repeat(5000)],
  ])('%.40s is not understood and stays as it is written', (tex) => {
    expect(line(tex)).toBeUndefined();
  });
});

describe('the 400 commonest commands', () => {
  const commands = readFileSync('tests/fixtures/tex/commands.txt', 'utf8')
    .split('\n')
    .filter((entry) => entry !== '' && !entry.startsWith('##'))
    .map((entry) => entry.split(/ {2,}/) as [tex: string, expected: string]);
  const isKept = ([tex, expected]: readonly [string, string]) => tex === expected;

  it('are 400, of which nearly all are understood', () => {
    expect(commands.length).toBe(400);
    expect(commands.filter((entry) => !isKept(entry)).length).toBeGreaterThanOrEqual(380);
  });

  it.each(commands.filter((entry) => !isKept(entry)))('%s is shown as %s', (tex, expected) => {
    // How wide a space is, is the author's; the file has one.
    expect(line(tex)?.replace(/ +/g, ' ').normalize('NFC')).toBe(expected.normalize('NFC'));
  });

  it.each(commands.filter(isKept))('%s stays as it is written', (tex) => expect(line(tex)).toBeUndefined());
});

describe('a formula on lines of its own', () => {
  it('stacks fractions', () => {
    expect(lines(String.raw`x = \frac{-b}{2a}`)).toEqual(['     −b', 'x = ────', '     2a']);
  });

  it('sets limits below and above', () => {
    expect(lines(String.raw`\sum_{i=1}^{n} x_i`)).toEqual([' n', ' ∑  xᵢ', 'i=1']);
  });

  it('draws matrices in brackets as high as they are', () => {
    expect(lines(String.raw`\begin{bmatrix} 1 & 0 & 0 \\ 0 & 1 & 0 \\ 0 & 0 & 1 \end{bmatrix}`)).toEqual([
      '⎡ 1  0  0 ⎤',
      '⎢ 0  1  0 ⎥',
      '⎣ 0  0  1 ⎦',
    ]);
  });

  it('draws cases behind one brace', () => {
    expect(lines(String.raw`f = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}`)).toEqual([
      '    ⎧ 1   x > 0',
      'f = ⎨ 0   x = 0',
      '    ⎩ −1  x < 0',
    ]);
  });

  it('aligns rows at their relation', () => {
    expect(lines(String.raw`\begin{aligned} (a+b)^2 &= (a+b)(a+b) \\ &= a^2 + 2ab + b^2 \end{aligned}`)).toEqual([
      '(a + b)² = (a + b)(a + b)',
      '         = a² + 2ab + b²',
    ]);
  });

  it('sets remarks at braces, and what is above an arrow', () => {
    expect(lines(String.raw`\underbrace{a + \cdots + a}_{n \text{ times}}`)).toEqual([
      'a + ⋯ + a',
      '╰───┬───╯',
      ' n times',
    ]);
    expect(lines(String.raw`A \xrightarrow{f} B`)).toEqual(['  f', 'A → B']);
    expect(lines(String.raw`\int\limits_a^b x`)).toEqual(['b', '∫ x', 'a']);
  });

  it('raises what has no raised characters', () => {
    expect(lines(String.raw`e^{-\lambda t}`)).toEqual([' −λt', 'e']);
  });
});

describe('any formula', () => {
  const token = fc.constantFrom(
    ..."a b 1 2.5 + - = < ( ) [ ] { } ^ _ & \\\\ | , ! ' ~".split(' '),
    ...'frac sqrt sum int alpha hat left( right) text{x} mathbb begin{matrix} end{matrix} over binom lim to quad cdot'
      .split(' ')
      .map((name) => `\\${name} `),
  );

  it('is laid out in lines of one width, or stays as it is written', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const node = parseTex(tokens.join(''));
        if (!node) return;
        expect(mathLine(node)).not.toMatch(/[\n\\]/);
        const widths = mathLines(node).map((text) => columns(text.trimEnd()));
        for (const width of widths) expect(width).toBeLessThan(400);
      }),
      runs(2000),
    );
  });

  it.each(['\\frac', '\\sqrt', '\\hat', '{', '\\left(', 'x^', '\\text', '\\begin{matrix}'])(
    'of thousands of %s takes no time worth counting',
    (piece) => {
      const node = parseTex(piece.repeat(Math.floor(4_000 / piece.length)));
      // Work grows with the tree: what is too deep is not understood, and so never laid out.
      if (node) expect(mathLines(node).join('').length).toBeLessThan(200_000);
    },
  );
});
