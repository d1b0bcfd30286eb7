import { type Alert, alertOf } from '../../markdown/alert.ts';
import type { Blockquote } from '../../markdown/syntax-tree.ts';
import { append, emptyLine, type Line } from '../segment.ts';
import { overlay } from '../style.ts';
import type { Role } from '../theme.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { barred } from './indent.ts';
import { inlineSegments } from './inline-segments.ts';

/** Lays out a quote beside its bar; GitHub's alerts with their label. */
export function blockquote(token: Blockquote, width: number, context: Context): Line[] {
  const { theme, symbols, labels, page } = context;
  const alert = alertOf(token);
  if (alert) return alertBox(alert, width, context);
  if (page.accessible) {
    const lines = context.blocks(token.tokens, width, context);
    return lines.length > 0 ? [[{ text: `${labels.quote}:`, style: theme.meta }], ...lines] : [];
  }
  return barred({ text: `${symbols.bar} `, style: theme.quoteBar }, width, (inner) =>
    context.blocks(token.tokens, inner, context),
  );
}

const roles: Readonly<Record<Alert['kind'], Role>> = {
  note: 'alertNote',
  tip: 'alertTip',
  important: 'alertImportant',
  warning: 'alertWarning',
  caution: 'alertCaution',
};

function alertBox(alert: Alert, width: number, context: Context): Line[] {
  const { theme, symbols, labels, page } = context;
  const style = theme[roles[alert.kind]];
  const label = (alert.label ?? labels.alerts[alert.kind]) + (page.accessible ? ':' : '');
  const layOut = (inner: number): Line[] => {
    const lines: Line[] = [[{ text: label, style: overlay(style, theme.strong) }]];
    append(lines, wrap(inlineSegments(alert.first, context), inner, context.breaking));
    const rest = context.blocks(alert.rest, inner, context);
    if (rest.length > 0 && lines.length > 1) lines.push(emptyLine);
    append(lines, rest);
    return lines;
  };
  return page.accessible ? layOut(width) : barred({ text: `${symbols.alertBar} `, style }, width, layOut);
}
