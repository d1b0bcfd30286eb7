/** An input: standard input, or what plays it in a test. */
export interface Input extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
  /** Gives it up: nothing is waited for any more. */
  destroy?(): unknown;
}

/** An output: standard output or error, or what plays it in a test. */
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
  /** The person's home, `''` where there is none. */
  readonly home: string;
  /** The folder of the bundled articles, as the build has parsed them. */
  readonly articles: string;
  /**
   * Called with a name for the flags that V8 gets, where a text calls for others than it has. Without it the process is not
   * the program's own, and V8 stays as it is.
   */
  readonly onEngineFlags?: (name: string) => void;
}
