import { posix, win32 } from 'node:path'

/**
 * Where a platform keeps the data of programs: `%LOCALAPPDATA%` on Windows, Application Support on
 * macOS, `$XDG_DATA_HOME` elsewhere. A relative `XDG_DATA_HOME` is ignored, as its specification asks.
 */
export function dataFolder(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const { XDG_DATA_HOME = '', LOCALAPPDATA = '', APPDATA = '' } = env
  if (platform === 'win32') {
    return win32.join(LOCALAPPDATA || APPDATA || win32.join(home, 'AppData', 'Local'), 'afterview')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'afterview')
  const data = posix.isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : posix.join(home, '.local', 'share')
  return posix.join(data, 'afterview')
}
