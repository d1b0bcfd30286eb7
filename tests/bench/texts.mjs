import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';

/**
 * Returns real Markdown of `size` bytes: what npm packages include, joined, and joined again until it is long enough. Three
 * texts: READMEs (tables, badges, HTML, code), changelogs (lists and links), and the same READMEs without code.
 */
export function longTexts(size) {
  const { readmes, changelogs } = markdownByKind();
  return {
    readmes: fill(readmes.map(read), size),
    changelogs: fill(changelogs.map(read), size),
    prose: fill(
      readmes.map((file) => withoutCode(read(file))),
      size,
    ),
  };
}

/** Lists the packages whose READMEs and changelogs {@link longTexts} joins, each with its version. */
export function sourcesOfLongTexts() {
  const named = (files) => [...new Set(files.map(packageOf))].join(', ');
  const { readmes, changelogs } = markdownByKind();
  return { readmes: named(readmes), changelogs: named(changelogs) };
}

function markdownByKind() {
  const files = [...markdownFiles('node_modules')].sort();
  return {
    readmes: files.filter((file) => /\/readme\.md$/i.test(file)),
    changelogs: files.filter((file) => /\/(changelog|history)\.md$/i.test(file)),
  };
}

function packageOf(file) {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version}`;
}

function* markdownFiles(folder, depth = 0) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory() && depth < 4) yield* markdownFiles(path, depth + 1);
    else if (stat?.isFile() && /\.md$/i.test(name) && stat.size > 500) yield path;
  }
}

function read(file) {
  return `${readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trim()}\n\n`;
}

function withoutCode(text) {
  return text.replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1[ \t]*$/gm, '');
}

function fill(texts, size) {
  let text = '';
  for (let at = 0; text.length < size; at += 1) text += texts[at % texts.length];
  return text.slice(0, text.lastIndexOf('\n\n', size) + 2);
}

/** Returns 8 kB of simple Markdown: headings, paragraphs, lists, a table, links, emphasis; no code. */
export function simpleNotes() {
  const part = (n) => `## Part ${n}

The **first** thing to say about part ${n} is that it has *ordinary* words, a [link](https://example.com/${n}), and
a sentence that goes on for long enough to wrap on any page that a person would want to read for an hour or so.

- an item of a list, with a \`word\` in it
- another item, a little longer than the first one was
  1. and a nested one

| Name | Value |
| :--- | ----: |
| one  | ${n}   |
| two  | ${n * 2} |

> A quotation, which somebody said about part ${n} on some other day.
`;
  let text = '# Notes\n\nA lead.\n\n';
  for (let n = 1; text.length < 8000; n += 1) text += `${part(n)}\n`;
  return text;
}

/** Returns a web page of about `size` bytes: READMEs as its article, between the navigation and the footer of a blog. */
export function webPage(size) {
  const links = (name, count) =>
    `<ul>${Array.from({ length: count }, (_, n) => `<li><a href="/${name}/${n}">The ${name} ${n}</a></li>`).join('')}</ul>`;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>What the packages say | A blog</title>
<meta property="og:title" content="What the packages say"><meta name="author" content="A. Leaf"></head>
<body><header><nav class="menu">${links('topic', 40)}</nav></header>
<main><article class="post"><h1>What the packages say</h1>
${marked.parse(longTexts(size * 0.75).prose)}
</article><aside class="sidebar">${links('post', 60)}</aside></main>
<footer>${links('page', 20)}<p>© A blog</p></footer></body></html>
`;
}
