/**
 * Drops the lines of AsciiDoc's conditions, `ifdef::name[]` to `endif::[]`, and keeps what is between them whether it
 * holds or not, for it is the author's; but attributes are set only where it does.
 */
export function resolveConditions(lines: readonly string[]): string[] {
  const names = new Set<string>();
  const open: boolean[] = [];
  const result: string[] = [];
  let code = '';
  const keep = (line: string, holds: boolean): void => {
    const name = attribute.exec(line)?.[1];
    if (name !== undefined && !holds) return;
    if (name !== undefined) names.add(name.toLowerCase());
    result.push(line);
  };
  for (const line of lines) {
    if (/^(?:-{4,}|\.{4,}|\/{4,}|`{3}.*)$/.test(line) && (code === '' || line === code)) {
      code = code === '' ? line.replace(/^`{3}.*/, '```') : '';
    }
    const [, kind = '', condition = '', inline = ''] = code === '' ? (directive.exec(line) ?? []) : [];
    const all = open.every(Boolean);
    if (kind === 'endif') open.pop();
    else if (kind === '') keep(line, all);
    else {
      const holds = kind === 'ifeval' || isMet(condition, names) === (kind === 'ifdef');
      if (inline === '' || kind === 'ifeval') open.push(holds);
      else keep(inline, all && holds);
    }
  }
  return result;
}

const directive = /^(ifdef|ifndef|ifeval|endif)::(\S*?)\[(.*)\]$/;
const attribute = /^:([\w-]+):(?:\s|$)/;

/** Reports whether a condition is met: one of `a,b`, all of `a+b`. */
function isMet(condition: string, names: ReadonlySet<string>): boolean {
  const isSet = (name: string): boolean => names.has(name.toLowerCase());
  return condition.includes('+') ? condition.split('+').every(isSet) : condition.split(',').some(isSet);
}
