import { isRecord } from '../text/own-property.ts';

/**
 * The messages of the Model Context Protocol, as far as a server of tools needs them (modelcontextprotocol.io,
 * 2025-06-18). Written out: a server with the official SDK bundles to 270 kB and more.
 */

/** A tool that a model may call. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly inputSchema: object;
  /** Returns the answer's text; an error is reported to the model. */
  readonly call: (arguments_: Readonly<Record<string, unknown>>) => Promise<string>;
}

/** The versions of the protocol in which the messages here are the same, the newest first. */
const versions = ['2025-06-18', '2025-03-26', '2024-11-05'];

const errors = { parse: -32700, request: -32600, method: -32601, params: -32602 } as const;

/** Answers one message, a line of JSON; undefined where no answer is expected. */
export async function answerMessage(
  line: string,
  tools: readonly Tool[],
  server: { readonly name: string; readonly version: string; readonly instructions: string },
): Promise<string | undefined> {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return failure(null, errors.parse, 'This is no JSON.');
  }
  if (!isRecord(message)) return failure(null, errors.request, 'This is no request.');
  const { id, method, params = {} } = message;
  // A notification, or the answer to a request that was never sent.
  if (id === undefined || (method === undefined && ('result' in message || 'error' in message))) return undefined;
  if (typeof method !== 'string') return failure(id, errors.request, 'The request has no method.');
  if (!isRecord(params)) return failure(id, errors.params, 'The parameters are no object.');
  switch (method) {
    case 'initialize': {
      const { name, version, instructions } = server;
      const { protocolVersion } = params;
      return success(id, {
        protocolVersion: versions.find((one) => one === protocolVersion) ?? versions[0],
        capabilities: { tools: {} },
        serverInfo: { name, version },
        instructions,
      });
    }
    case 'ping':
      return success(id, {});
    case 'tools/list':
      return success(id, {
        tools: tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })),
      });
    case 'tools/call':
      return callTool(id, params, tools);
    default:
      return failure(id, errors.method, `There is no method “${method}”.`);
  }
}

async function callTool(
  id: unknown,
  { name, arguments: given = {} }: Readonly<Record<string, unknown>>,
  tools: readonly Tool[],
): Promise<string> {
  const tool = tools.find((one) => one.name === name);
  if (!tool) return failure(id, errors.params, `There is no tool “${String(name)}”.`);
  if (!isRecord(given)) return failure(id, errors.params, 'The arguments are no object.');
  try {
    return success(id, { content: [{ type: 'text', text: await tool.call(given) }] });
  } catch (error) {
    const { message, hint } = error as { readonly message?: unknown; readonly hint?: unknown };
    const text = [message, hint].filter((part) => typeof part === 'string').join(' ');
    return success(id, { content: [{ type: 'text', text }], isError: true });
  }
}

function success(id: unknown, result: object): string {
  return JSON.stringify({ jsonrpc: '2.0', id, result });
}

function failure(id: unknown, code: number, message: string): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } });
}
