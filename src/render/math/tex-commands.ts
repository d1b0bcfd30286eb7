/** Environments by name: the delimiters about them, and whether their cells are parts of one formula a row. */
export const environments: Readonly<Record<string, readonly [left: string, right: string, aligned: boolean]>> = {
  matrix: ['', '', false],
  smallmatrix: ['', '', false],
  array: ['', '', false],
  pmatrix: ['(', ')', false],
  bmatrix: ['[', ']', false],
  Bmatrix: ['{', '}', false],
  vmatrix: ['|', '|', false],
  Vmatrix: ['‖', '‖', false],
  darray: ['', '', false],
  subarray: ['', '', false],
  cases: ['{', '', false],
  dcases: ['{', '', false],
  rcases: ['', '}', false],
  drcases: ['', '}', false],
  aligned: ['', '', true],
  align: ['', '', true],
  alignat: ['', '', true],
  alignedat: ['', '', true],
  split: ['', '', true],
  gather: ['', '', true],
  gathered: ['', '', true],
  equation: ['', '', true],
  eqnarray: ['', '', true],
  multline: ['', '', true],
  flalign: ['', '', true],
};

/** Arrows that are as long as what is above them. */
export const longArrows: Readonly<Record<string, string>> = {
  xrightarrow: '→',
  xleftarrow: '←',
  xleftrightarrow: '↔',
  xRightarrow: '⇒',
  xLeftarrow: '⇐',
  xLeftrightarrow: '⇔',
  xmapsto: '↦',
  xhookrightarrow: '↪',
  xlongequal: '=',
};

/** Commands that put their argument between two signs. */
export const pairs: Readonly<Record<string, readonly [left: string, right: string]>> = {
  bra: ['⟨', '|'],
  ket: ['|', '⟩'],
  braket: ['⟨', '⟩'],
  Set: ['{', '}'],
  set: ['{', '}'],
  abs: ['|', '|'],
  norm: ['‖', '‖'],
  pod: ['(', ')'],
};
