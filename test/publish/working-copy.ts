import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { linkTree } from '../../scripts/release/link-tree.ts'

/** The repository's folder. */
export const root = resolve(import.meta.dirname, '../..')

/** A repository of its own with the files as they are here, committed or not, in one commit. */
export interface WorkingCopy {
  readonly folder: string
  readonly git: (...args: ReadonlyArray<string>) => string
  readonly commit: () => void
  readonly remove: () => void
}

/** Copies what git knows or would add; on request with the packages that are installed here, which takes seconds. */
export function copyOfWorkingTree({ withPackages = false } = {}): WorkingCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hex-run-action-copy-')))
  const git = (...args: ReadonlyArray<string>) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const path of listed.split('\0').filter((name) => name !== '')) {
    // git also lists what was deleted and not yet committed.
    if (!existsSync(join(root, path))) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(root, path), join(folder, path))
  }
  if (withPackages) linkTree(join(root, 'node_modules'), join(folder, 'node_modules'))
  git('init', '--quiet', '--initial-branch', 'main')
  git('config', 'user.name', 'A test')
  git('config', 'user.email', 'test@example.com')
  git('config', 'core.autocrlf', 'false')
  const commit = () => {
    git('add', '--all')
    git('commit', '--quiet', '--message', 'As it is here')
  }
  commit()
  return { folder, git, commit, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
