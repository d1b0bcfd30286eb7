/** An input: standard input, or its stand-in in a test. */
export interface Input extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
  /** Stops reading: nothing is waited for any more. */
  destroy?(): unknown;
}

/** An output: standard output or error, or its stand-in in a test. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  on(event: 'error', listener: (error: Error) => void): unknown;
  write(text: string, done?: (error?: Error | null) => void): boolean;
}

/** All that the program touches outside itself. */
export interface System {
  readonly stdin: Input;
  /** What standard input is; `other` is a terminal, a device or a socket, or nothing at all. */
  readonly stdinType: 'file' | 'pipe' | 'other';
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** The user's home folder; `''` without one. */
  readonly home: string;
  /** The folder of the bundled articles, parsed by the build. */
  readonly articles: string;
  /**
   * Called with a name for V8's flags before a text sets others. Without it the process is not the program's own, and V8
   * keeps its flags.
   */
  readonly onEngineFlags?: (name: string) => void;
}
