// Measures summaries on a folder of .jsonl files: npm run bench:summary -- <folder> [--write]
// Each line of a file is { language, text, summary }; with --write the tables go to RESULTS.md.
import { importBundled } from '../../scripts/import-bundled.mjs';
import { writeResults } from './results.mjs';

const options = process.argv.slice(2);
const folder = options.find((option) => !option.startsWith('--'));
if (!folder) {
  process.stderr.write('Which folder? npm run bench:summary -- <folder> [--write]\n');
  process.exitCode = 2;
} else {
  const { measure } = await importBundled('tests/bench/measure.ts');
  const lines = [];
  await measure(folder, (line) => {
    lines.push(line);
    process.stdout.write(`${line}\n`);
  });
  if (options.includes('--write')) {
    const method = 'ROUGE F1 in hundredths, with the interval that 95 % of 1,000 resamplings fall into.';
    writeResults('Summaries', 'npm run bench:summary -- <folder> --write', `${method}\n${lines.join('\n')}`);
  }
}
