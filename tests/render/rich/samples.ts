/** A little code by the name of its language, each with what is apt to go wrong. */
export const samples: Readonly<Record<string, string>> = {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a sample.
  js: 'const a = `x${b + "<i>"}`; // &amp; <b>\n\n\tif (a < b && c) return /x\\/y/;\n',
  ts: 'type A<T> = { readonly [K in keyof T]?: T[K] };\n@decorated class B extends C {}',
  html: '<!doctype html>\n<a href="x?a=1&amp;b=2">t &lt; u</a><script>let x = 1</script><style>a { b: c }</style>',
  py: 'def f(x: int) -> str:\n    """doc\n\n    more"""\n    return f"{x!r}"  # note\n',
  sh: 'for f in *.md; do echo "$f" | sed \'s/a/b/\' > /dev/null; done # x',
  diff: '--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z',
  json: '{"a": [1, 2.5e3, true, null, "\\u001b"]}',
  yaml: 'a: &x\n  - b: "c" # d\n',
  md: '# A\n\n*b* `c` [d](e)\n\n```js\nx\n```\n',
  rust: 'fn main() -> Result<(), Box<dyn Error>> { println!("{}", 1u8); }',
  css: '@media (min-width: 1px) { a:hover::before { color: #fff; } }',
  sql: "select 'a''b', count(*) from t where x >= 1; -- c",
  console: '$ npm test\nok\n',
};
