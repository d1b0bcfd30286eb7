// Measures article --batch: npm run bench:batch -- <folder of html/*.html.gz> [folder of a Python environment] [--write]
// The Python environment has trafilatura and pyspark, which needs Java: pip install trafilatura lxml_html_clean pyspark.
// PAGES says how many pages, SOURCES how many for the memory, ROUNDS how often the times are taken.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { peakMemory } from './goals.mjs';
import { measure, pairRatio } from './processes.mjs';
import { table, writeResults } from './results.mjs';
import { longTexts } from './texts.mjs';

const [data, python] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!data) {
  process.stderr.write('Usage: npm run bench:batch -- <folder> [Python environment] [--write]\n');
  process.exit(2);
}
const count = Number(process.env.PAGES ?? 2000);
const most = Number(process.env.SOURCES ?? 10_000);
const runs = Number(process.env.ROUNDS ?? 3);
const article = `${process.execPath} ${resolve('dist/bin/article.js')}`;
const folder = mkdtempSync(join(tmpdir(), 'article-batch-'));
const rows = [];

try {
  const small = writeSmall();
  const pages = writePages();
  measureSmall(small);
  measurePages(pages);
  measureMemory(small);
  measureSpark(pages);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const notes = `${count} pages, ${readdirSync(join(data, 'html')).length} of them different; small articles are READMEs, cut at 1 kB. Times are CPU, user and system, the median of ${runs} rounds in which the two run one after the other.`;
const results = `${notes}\n\n${table(['work', 'measured', 'goal', 'met'], rows)}`;
process.stdout.write(`${results}\n`);
if (process.argv.includes('--write')) writeResults('Many at once', 'npm run bench:batch', results);

/** Puts names into a file, one a line. */
function list(name, paths) {
  const file = join(folder, name);
  writeFileSync(file, `${paths.join('\n')}\n`);
  return file;
}

function writeSmall() {
  const text = longTexts(2_500_000).readmes;
  mkdirSync(join(folder, 'small'));
  return Array.from({ length: 2500 }, (_, index) => {
    const path = join(folder, 'small', `${index}.md`);
    writeFileSync(path, `# Article ${index}\n\n${text.slice(index * 1000, (index + 1) * 1000)}\n`);
    return path;
  });
}

function writePages() {
  const files = readdirSync(join(data, 'html')).sort();
  const texts = files.map((file) => gunzipSync(readFileSync(join(data, 'html', file))));
  mkdirSync(join(folder, 'pages'));
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, 'pages', `${index}.html`);
    // A comment makes each another page: whoever remembers pages has no advantage.
    writeFileSync(path, Buffer.concat([texts[index % texts.length], Buffer.from(`<!-- ${index} -->`)]));
    return path;
  });
}

/** Articles a second of CPU, in one process and in one process each. */
function measureSmall(paths) {
  const few = 25;
  const all = list('small.txt', paths.slice(0, 2000));
  const some = list('few.txt', paths.slice(0, few));
  const { batch, each } = measure(
    { batch: `${article} sections --batch < ${all}`, each: `xargs -n 1 ${article} sections --json < ${some}` },
    { runs, mayFail: true },
  );
  const ratio = 2000 / few / pairRatio(batch, each, 'cpu');
  const speeds = `${Math.round(2000 / batch.cpu)} against ${Math.round(few / each.cpu)} a second of CPU: ${ratio.toFixed(1)} ×`;
  rows.push(['small articles, `--batch` / one process each', speeds, '≥ 20 ×', ratio >= 20 ? 'yes' : 'no']);
}

/** Measures pages in one run of ours and of trafilatura's command line, each as JSON, on all cores. */
function measurePages(paths) {
  const trafilatura = python && join(python, 'bin/trafilatura');
  const work = `${count} pages, \`read --batch\` / trafilatura`;
  if (!trafilatura || !existsSync(trafilatura)) {
    rows.push([work, 'not installed', '< 1 ×', '']);
    return;
  }
  const names = list('pages.txt', paths);
  const cores = availableParallelism();
  const { ours, theirs } = measure(
    {
      ours: `${article} read --batch < ${names}`,
      theirs: `${resolve(trafilatura)} --input-dir ${join(folder, 'pages')} --output-dir ${join(folder, 'out')} --json --parallel ${cores}`,
    },
    { runs, warmUp: 0 },
  );
  for (const [time, name] of [
    ['cpu', 'CPU'],
    ['wall', 'by the clock'],
  ]) {
    const ratio = pairRatio(ours, theirs, time);
    const speeds = `${ours[time].toFixed(1)} s / ${theirs[time].toFixed(1)} s: ${ratio.toFixed(2)} ×`;
    rows.push([`${work}, ${name}`, speeds, '< 1 ×', ratio < 1 ? 'yes' : 'no']);
  }
}

/** Measures the most memory for a tenth of the sources and for all of them. */
function measureMemory(paths) {
  const names = Array.from({ length: most }, (_, index) => paths[index % paths.length]);
  const [tenth, all] = [names.slice(0, most / 10), names].map((sources, index) => {
    const file = list(`memory-${index}.txt`, sources);
    return peakMemory(['bash', '-c', `${article} read --batch < ${file}`]);
  });
  if (tenth === undefined || all === undefined) {
    rows.push(['peak memory', 'not measured, for want of GNU time', '', '']);
    return;
  }
  const measured = `${Math.round(tenth / 1e6)} MB for ${most / 10}, ${Math.round(all / 1e6)} MB for ${most}`;
  // V8 lets its heaps grow while there is room: what lives after a collection stays the same.
  rows.push(['peak memory of `read --batch`', measured, '≤ 2 ×', all <= 2 * tenth ? 'yes' : 'no']);
}

/** Measures the pages through Spark's `pipe`, on all cores of this machine: the same records as without Spark. */
function measureSpark(paths) {
  const interpreter = python && join(python, 'bin/python');
  const work = `${count} pages under PySpark`;
  if (!interpreter || spawnSync(interpreter, ['-c', 'import pyspark']).status !== 0) {
    rows.push([work, 'not installed', 'the same records', '']);
    return;
  }
  const names = list('spark.txt', paths);
  const script = join(folder, 'spark.py');
  writeFileSync(
    script,
    `import sys
from pyspark.sql import SparkSession
names, command, target = sys.argv[1:]
spark = SparkSession.builder.master('local[*]').config('spark.ui.enabled', 'false').getOrCreate()
lines = spark.sparkContext.textFile(names, ${availableParallelism()}).pipe(command, checkCode=True).collect()
open(target, 'w').write('\\n'.join(lines) + '\\n')
spark.stop()
`,
  );
  const started = Date.now();
  const target = join(folder, 'spark.jsonl');
  execFileSync(interpreter, [script, names, `${article} read --batch --jobs 1`, target], {
    stdio: 'ignore',
    env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1', PYTHONWARNINGS: 'ignore' },
  });
  const seconds = (Date.now() - started) / 1000;
  const direct = execFileSync('bash', ['-c', `${article} read --batch < ${names}`], { maxBuffer: 2 ** 30 });
  const isSame = readFileSync(target).equals(direct);
  const measured = `${isSame ? 'the same' : 'other'} records, ${seconds.toFixed(0)} s by the clock`;
  rows.push([work, measured, 'the same records', isSame ? 'yes' : 'no']);
}
