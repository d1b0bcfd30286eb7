import type { Command } from 'commander';

/** What a command may know of the whole program. */
export interface CommandTree {
  /** The words that name commands. */
  readonly names: readonly string[];
  /** Whether the command was added, not typed. */
  readonly isImplied: boolean;
  /** Loads the program with all its commands, or with the one that a word names. */
  readonly load: (word?: string) => Promise<Command>;
}
