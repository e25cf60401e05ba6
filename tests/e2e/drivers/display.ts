/** A virtual screen with a window manager (Xvfb + openbox), and a hand on its keyboard and mouse (xdotool). */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Display {
  /** Value of `DISPLAY`. */
  readonly name: string;
  /** Presses one combination in the window that has the focus, e.g. `alt+shift+s`, `Return`. */
  key(combination: string): Promise<void>;
  /** Moves to a point of the screen, in pixels, and clicks. @param button 1 left, 3 right */
  click(x: number, y: number, button: 1 | 3): Promise<void>;
  stop(): Promise<void>;
}

/** The keyboard and the mouse of a display that is already there. */
export function handsOn(name: string): Omit<Display, 'stop'> {
  const xdotool = async (...parameters: string[]): Promise<void> => {
    await run('xdotool', parameters, { env: { ...process.env, DISPLAY: name } });
  };
  return {
    name,
    key: (combination) => xdotool('key', '--clearmodifiers', combination),
    click: (x, y, button) =>
      xdotool('mousemove', '--sync', String(Math.round(x)), String(Math.round(y)), 'click', String(button)),
  };
}

/** Starts a virtual screen on a free number. @throws Error when Xvfb does not start (is the package there?) */
export async function startDisplay(width = 1600, height = 1200): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await firstLine(server)}`;
  const manager = spawn('openbox', [], { env: { ...process.env, DISPLAY: name }, stdio: 'ignore' });
  manager.on('error', () => server.kill());
  return {
    ...handsOn(name),
    stop: async () => {
      await ended(manager);
      await ended(server);
    },
  };
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on('error', (cause) => reject(new Error('Xvfb did not start', { cause })));
    server.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdio[3]?.on('data', (data: Buffer) => resolve(data.toString().trim()));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
