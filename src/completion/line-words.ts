/**
 * Splits a command line up to the cursor into words, by a shell's quotes and backslashes. The last word is the one
 * begun: it is empty behind a space, and its quote may still be open. Nothing is expanded.
 */
export function lineWords(line: string): readonly string[] {
  const words = line.match(/(?:[^\s"'\\]|\\(?:.|$)|"(?:[^"\\]|\\.)*(?:"|\\?$)|'[^']*(?:'|$))+/gs) ?? [];
  const unquoted = words.map((word) =>
    word.replace(
      /\\(.)|"((?:[^"\\]|\\.)*)(?:"|\\?$)|'([^']*)(?:'|$)/gs,
      (_, escaped, double, single) => escaped ?? single ?? double.replace(/\\(["\\$`])/g, '$1'),
    ),
  );
  const last = words.at(-1);
  return last !== undefined && line.endsWith(last) ? unquoted : [...unquoted, ''];
}
