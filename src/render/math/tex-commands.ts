/** Environments by name: the delimiters around them, and whether the cells of a row are parts of one formula. */
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

/** Arrows that are as long as the text above them. */
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

/** Commands that put their argument between two delimiters. */
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
