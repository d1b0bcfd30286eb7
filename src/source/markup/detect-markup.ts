import type { SourceKind } from '../source.ts';

/**
 * Detects reStructuredText, Org or AsciiDoc by constructs that no other text has: two different ones at the start of
 * lines. Undefined for any other text.
 */
export function detectMarkup(text: string, ofMarkdown: number): SourceKind | undefined {
  let best: SourceKind | undefined;
  let most = 1 + ofMarkdown;
  for (const [kind, constructs] of evidence) {
    let found = 0;
    for (const construct of constructs) if (construct.test(text)) found += 1;
    if (found <= most) continue;
    best = kind;
    most = found;
  }
  return best;
}

const evidence: readonly (readonly [SourceKind, readonly RegExp[]])[] = [
  [
    'org',
    [
      /^#\+(?:title|author|date|options|startup|filetags|property|language):/im,
      /^[ \t]*#\+begin_\w+[^\n]*\n(?:[^\n]*\n){0,200}?[ \t]*#\+end_\w+/im,
      /^\*{1,6} \S[^\n]*\n/m,
      /^[ \t]*:(?:PROPERTIES|LOGBOOK):[ \t]*$/m,
      /(?<![\w~])~[A-Za-z][\w.-]{1,60}~(?![\w~])/,
      /\[\[(?:https?|file|id):[^\][\n]{1,500}\]\[[^\][\n]{1,300}\]\]/,
    ],
  ],
  [
    'rst',
    [
      /^\.\. [a-z][\w:-]*::(?:[ \t]|$)/m,
      /^\.\. (?:_[^:\n]{1,80}:|\[[\w#*.-]{1,40}\] |\|[^|\n]{1,80}\| \w+::)/m,
      /:[a-z]{2,12}(?::[a-z]{2,12})?:`[^`\n]{1,200}`/,
      /`[^`<>\n]{1,200}(?:<[^<>\n]{1,300}>)?`__?(?!\w)/,
      /^([^\s#|+-][^\n|]{0,78})\n([=~^"'*+#:.`-])\2{2,}[ \t]*\n/m,
      /^=+(?: +=+)+[ \t]*\n[^\n]+\n=+(?: +=+)+/m,
      /^PEP: \d+\nTitle: /,
      /``[^`\n]{1,200}``[^`]{0,2000}``[^`\n]{1,200}``/,
    ],
  ],
  [
    'asciidoc',
    [
      /^={1,2} [^\s=][^\n]*\n(?:[^\n]*\n){0,40}?={2,4} [^\s=]/m,
      /^\[(?:source|quote|NOTE|TIP|WARNING|IMPORTANT|CAUTION|cols|options|verse|listing)\b[^\]\n]*\]\n/m,
      /^:(?:toc|icons|source-highlighter|sectnums|imagesdir|doctype|experimental|idprefix|url-[\w-]+):/m,
      /^(?:include|image)::[^[\s]+\[[^\]\n]*\]$/m,
      /^(?:\|===\n|\[\[[\w.-]+\]\]\n)/m,
      /^----\n[^\n]/m,
      /^[^\s.|>][^\n]{0,100}[^:\s]::\n[ \t]+\S/m,
      /^\+\n(?=[^\n])/m,
      /(?:https?:\/\/|link:|xref:)[^\s[\]]{1,500}\[[^\]\n]{1,200}\]/,
    ],
  ],
];
