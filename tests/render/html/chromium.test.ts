import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseHTML } from 'linkedom';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { renderHtml } from '../../../src/render/html/render-html.ts';
import { plainPage } from '../../../src/render/page.ts';

/** Debian's Chromium, or the one that CHROMIUM names. */
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

const quiet =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

function html(markdown: string): string {
  return Array.from(renderHtml({ kind: 'article', article: parseArticle(markdown) }, plainPage)).join('');
}

/** Returns the document as Chromium holds it after everything that may run has run. */
async function open(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'article-chromium-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'page.html');
  await writeFile(file, text);
  const { stdout } = await promisify(execFile)(
    chromium,
    [
      ...quiet.split(' '),
      `--user-data-dir=${join(folder, 'profile')}`,
      '--timeout=5000',
      '--dump-dom',
      `file://${file}`,
    ],
    { timeout: 50_000, maxBuffer: 1e8 },
  );
  return parseHTML(stdout).document;
}

const attacks = `<script>document.title='ran'</script><img src=x onerror="document.title='ran'"><svg onload="document.title='ran'"></svg>
<iframe srcdoc="<script>parent.document.title='ran'</script>"></iframe><a href="javascript:document.title='ran'" autofocus onfocus="document.title='ran'">a</a>`;

describe.skipIf(!existsSync(chromium))('in Chromium', () => {
  it('an article’s own HTML neither runs nor stays', async () => {
    const document = await open(
      html(
        `# Title\n\n${attacks}\n\nWords ${attacks}\n\n</main></body>${attacks}\n\n| ${attacks.replace('\n', ' ')} |\n|-|\n\n## ${attacks.replace('\n', ' ')} Two\n`,
      ),
    );
    expect(document.title).toBe('Title');
    expect(
      document.querySelectorAll('script, img, svg, iframe, [onerror], [onload], [onfocus], [href^="javascript"]'),
    ).toHaveLength(0);
    expect(document.querySelectorAll('main > section, main > section > section').length).toBeGreaterThan(0);
  });

  it('the page’s policy holds even for what would be put into it', async () => {
    const requests: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url);
      response.end("document.title='ran'");
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const more = `${attacks}<img src="${outside}/a"><link rel="stylesheet" href="${outside}/b"><script src="${outside}/c"></script>
      <iframe src="${outside}/d"></iframe><style>@import "${outside}/e"; body { background: url(${outside}/f) }</style><video src="${outside}/g"></video>`;
    const document = await open(html('# Title\n\nWords.\n').replace('</main>', `${more}</main>`));
    expect(document.querySelector('script')).not.toBeNull();
    expect(document.title).toBe('Title');
    expect(requests).toEqual([]);
    // The same without the policy runs: the two tests above would see it.
    const unguarded = await open(
      html('# Title\n\nWords.\n')
        .replace(/<meta http-equiv[^>]*>/, '')
        .replace('</main>', `${more}</main>`),
    );
    expect(unguarded.title).toBe('ran');
    expect(requests.length).toBeGreaterThan(3);
  });
});
