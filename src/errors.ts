/** How the program ends. 128 + the signal's number is the shell's own convention. */
export const exitCodes = {
  done: 0,
  /** No such article or section; unreadable, empty or binary input; nothing found; a write that failed. */
  failed: 1,
  /** The command line is wrong. */
  usage: 2,
  interrupted: 130,
  terminated: 143,
} as const;

export interface UserErrorOptions {
  /** What to do next: a sentence, or a list of candidates on lines of their own. */
  readonly hint?: string | undefined;
  /** Default 1. */
  readonly exitCode?: number;
  readonly cause?: unknown;
}

/** An error that the user can fix: shown as one clear line with its hint, never with a stack. */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly exitCode: number;

  constructor(message: string, options: UserErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'UserError';
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? exitCodes.failed;
  }
}

/** Returns an error's message and its hint. */
export function errorText({ message, hint }: UserError): string {
  return hint ? `${message} ${hint}` : message;
}

/** Creates the error for a wrong command line. */
export function usageError(message: string, hint?: string): UserError {
  return new UserError(message, { hint, exitCode: exitCodes.usage });
}

/** SIGTERM has ended the pager and ends this program, without a message. */
export class TerminatedError extends Error {
  constructor() {
    super('Terminated.');
    this.name = 'TerminatedError';
  }
}
