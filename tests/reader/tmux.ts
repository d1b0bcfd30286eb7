import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeBinary, program } from '../support/program.ts';

/** Whether there is a tmux to test in. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** A terminal that a person could sit at: a shell in tmux, with a home of its own. */
export class Terminal {
  readonly home = mkdtempSync(join(tmpdir(), 'article-home-'));
  readonly #socket = join(mkdtempSync(join(tmpdir(), 'article-tmux-')), 'socket');

  constructor(columns: number, rows: number, env: Readonly<Record<string, string>> = {}) {
    const variables = {
      PATH: process.env.PATH ?? '',
      HOME: this.home,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      PS1: '$ ',
      ARTICLE: `${nodeBinary} ${program}`,
      ...env,
    };
    const shell = [
      'env',
      '-i',
      ...Object.entries(variables).map(([name, value]) => `${name}=${value}`),
      'bash',
      '--norc',
      '--noprofile',
    ];
    const size = ['-x', `${columns}`, '-y', `${rows}`];
    this.#tmux('-f', '/dev/null', 'new-session', '-d', ...size, shell.map(quoted).join(' '));
    this.#tmux('set', '-g', 'remain-on-exit', 'on');
    this.#tmux('set', '-g', 'window-size', 'manual');
    this.#tmux('set', '-g', 'set-clipboard', 'on');
  }

  #tmux(...arguments_: readonly string[]): string {
    const options = { encoding: 'utf8', stdio: 'pipe', timeout: 20_000 } as const;
    return execFileSync('tmux', ['-S', this.#socket, ...arguments_], options);
  }

  /** Presses keys, by tmux's names: `Enter`, `C-z`, `Escape`. */
  press(...keys: readonly string[]): void {
    this.#tmux('send-keys', ...keys);
  }

  /** Types a text as it is. */
  type(text: string): void {
    this.#tmux('send-keys', '-l', text);
  }

  /** Types a line of shell. */
  run(line: string): void {
    this.type(line);
    this.press('Enter');
  }

  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-x', `${columns}`, '-y', `${rows}`);
  }

  /** Returns what is on the screen. */
  screen(): string {
    return this.#tmux('capture-pane', '-p');
  }

  /** Returns what tmux knows of the terminal: whether a program has the alternate screen, the mouse, a hidden cursor. */
  modes(): { readonly alternate: string; readonly mouse: string; readonly cursor: string } {
    const [alternate = '', mouse = '', cursor = ''] = this.#tmux(
      'display',
      '-p',
      '#{alternate_on} #{?mouse_any_flag,1,#{mouse_sgr_flag}} #{cursor_flag}',
    )
      .trim()
      .split(' ');
    return { alternate, mouse, cursor };
  }

  /** Returns the name of the program in front. */
  command(): string {
    return this.#tmux('display', '-p', '#{pane_current_command}').trim();
  }

  clipboard(): string {
    return this.#tmux('show-buffer');
  }

  /** Waits until the screen is as wanted, and gives it. */
  async until(isWanted: (screen: string) => boolean, what: string, patience = 20_000): Promise<string> {
    const end = Date.now() + patience;
    for (;;) {
      const screen = this.screen();
      if (isWanted(screen)) return screen;
      if (Date.now() > end) throw new Error(`The screen never had ${what}:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
  }

  /** Waits until a text is on the screen. */
  shows(text: string): Promise<string> {
    return this.until((screen) => screen.includes(text), JSON.stringify(text));
  }

  /** Reports whether a person could go on with the shell: it echoes, cooks its input, and nothing of ours is left on. */
  async isUsable(): Promise<void> {
    const mark = `usable-${Math.random().toString(36).slice(2)}`;
    await this.until(() => this.command() === 'bash', 'the shell in front');
    this.run(`stty -a | tr ';' '\\n' | grep -owE -- '-?(icanon|echo|isig|opost)' | tr '\\n' ' '; echo ${mark}`);
    const answer = new RegExp(`^((?:-?(?:opost|isig|icanon|echo) )+)${mark}$`, 'm');
    const screen = await this.until((now) => answer.test(now), `an answer to ${mark}`);
    const flags = answer.exec(screen)?.[1] ?? '';
    for (const flag of ['icanon', 'echo', 'isig', 'opost']) {
      if (!flags.split(' ').includes(flag)) throw new Error(`The terminal lacks ${flag}: ${flags}\n${screen}`);
    }
    const { alternate, mouse, cursor } = this.modes();
    if (alternate !== '0' || mouse !== '0' || cursor !== '1') {
      throw new Error(`Something is left on: ${JSON.stringify(this.modes())}`);
    }
  }

  close(): void {
    try {
      this.#tmux('kill-server');
    } catch {
      // It has ended already.
    }
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
