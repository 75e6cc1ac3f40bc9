import { chownSync, lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'

export type Account = { uid: number; gid: number }

type NamedAccount = Account & { name: string }

function listAccounts(): NamedAccount[] {
  let text: string
  try {
    text = readFileSync('/etc/passwd', 'utf8')
  } catch {
    return []
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0)
}

/** initdb refuses to run as a user id that the system has no name for. */
export function hasName(): boolean {
  try {
    userInfo()
    return true
  } catch {
    return false
  }
}

/** The ids to appear under inside a user namespace: any that have a name. */
export function accountToAppearAs(): Account {
  const accounts = listAccounts()
  return accounts.find((account) => account.uid === 1000) ?? accounts[0] ?? { uid: 1000, gid: 1000 }
}

/** The account that a server started by root really runs as. */
export function accountToRunAs(): Account {
  const accounts = listAccounts()
  const named = (name: string): Account | undefined => accounts.find((account) => account.name === name)
  return named('postgres') ?? named('nobody') ?? { uid: 65534, gid: 65534 }
}

/** Gives a folder and all in it to an account; does nothing where it has it already. */
export function handOver(path: string, account: Account): void {
  const stat = lstatSync(path)
  if (stat.uid !== account.uid || stat.gid !== account.gid) lchownSync(path, account.uid, account.gid)
  if (!stat.isDirectory()) return
  for (const name of readdirSync(path)) handOver(join(path, name), account)
}

export function handOverFolderOnly(path: string, account: Account): void {
  chownSync(path, account.uid, account.gid)
}
