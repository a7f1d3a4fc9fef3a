import type { Masks } from './masks.ts'
import type { StepLog } from './step-log.ts'

/** What commands change besides the log. Outputs and state ignore case in names. */
export interface CommandEffects {
  readonly setOutput: (name: string, value: string) => void
  readonly saveState: (name: string, value: string) => void
  readonly setEnv: (name: string, value: string) => void
  readonly addPath: (folder: string) => void
  /** A command that could not be processed: the step fails whatever its exit code is. */
  readonly failStep: () => void
}

/** One command as it stands in a line. */
export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** The commands of ExtensionManager.cs, and `stop-commands` of ActionCommandManager.cs. */
const REGISTERED = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]

/** The commands that are not repeated in the log when echo is on. */
const NEVER_ECHOED = ['add-mask', 'debug', 'error', 'notice', 'warning']

const COMMANDS_DOCS =
  'https://docs.github.com/actions/learn-github-actions/workflow-commands-for-github-actions'

/**
 * The reader of one step's output. Lines of both streams go through the same one, so that a stop
 * token holds for both; it is forgotten with the step (ActionCommandManager.cs).
 */
export function createCommandReader(
  log: StepLog,
  masks: Masks,
  effects: CommandEffects,
  options: { readonly echo: boolean; readonly allowUnsecure: boolean },
): (line: string) => void {
  let stopToken: string | null = null
  let isEchoing = options.echo

  function run(command: WorkflowCommand, line: string): void {
    const name = command.name.toLowerCase()
    if (name === 'stop-commands') {
      stopToken = acceptedStopToken(command.data)
      if (stopToken.length > 6) masks.add(stopToken)
      log.output(line)
      return
    }
    if (isEchoing && !NEVER_ECHOED.includes(name)) log.output(line)
    if (isEchoing && name === 'add-mask' && command.data.trim() !== '')
      log.output('::add-mask::***')
    if (name === 'echo') isEchoing = echoSetting(command.data)
    else applyCommand(name, command, { log, masks, effects, allowUnsecure: options.allowUnsecure })
  }

  return (line) => {
    const registered = stopToken === null ? REGISTERED : [...REGISTERED, stopToken]
    const command = parseCommand(line, registered)
    if (command === null) return log.output(line)
    if (stopToken !== null) {
      if (command.name.toLowerCase() === stopToken.toLowerCase()) stopToken = null
      return log.output(line)
    }
    try {
      run(command, line)
    } catch (error) {
      const isSecretive = NEVER_ECHOED.includes(command.name.toLowerCase())
      log.issue(
        'error',
        `Unable to process command '${isSecretive ? command.name : line}' successfully.`,
      )
      log.issue('error', error instanceof Error ? error.message : String(error))
      effects.failStep()
    }
  }
}

/**
 * Finds a command in a line: `::name key=value,key=value::data` at its start, else
 * `##[name key=value;key=value]data` anywhere (ActionCommand.cs). Unregistered names are plain text.
 */
export function parseCommand(
  line: string,
  registered: ReadonlyArray<string> = REGISTERED,
): WorkflowCommand | null {
  return parseColons(line, registered) ?? parseBrackets(line, registered)
}

/** .NET's white space is JavaScript's without U+FEFF and with U+0085. */
const LEADING_SPACE = /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

function parseColons(line: string, registered: ReadonlyArray<string>): WorkflowCommand | null {
  const text = line.replace(LEADING_SPACE, '')
  if (!text.startsWith('::')) return null
  const end = text.indexOf('::', 2)
  if (end < 0) return null
  const unescapeProperty = unescaper('%0D', '%0A', '%3A', '%2C', '%25')
  const info = readInfo(text.slice(2, end), registered, ',', unescapeProperty)
  if (info === null) return null
  return { ...info, data: unescaper('%0D', '%0A', '%25')(text.slice(end + 2)) }
}

function parseBrackets(line: string, registered: ReadonlyArray<string>): WorkflowCommand | null {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return null
  const decode = unescaper('%3B', '%0D', '%0A', '%5D', '%25')
  const info = readInfo(line.slice(start + 3, end), registered, ';', decode)
  return info === null ? null : { ...info, data: decode(line.slice(end + 1)) }
}

function readInfo(
  info: string,
  registered: ReadonlyArray<string>,
  separator: string,
  decode: (text: string) => string,
): Omit<WorkflowCommand, 'data'> | null {
  const space = info.indexOf(' ')
  const name = space < 0 ? info : info.slice(0, space)
  if (!registered.some((one) => one.toLowerCase() === name.toLowerCase())) return null
  const properties: Record<string, string> = {}
  if (space > 0) {
    for (const pair of info
      .slice(space + 1)
      .trim()
      .split(separator)) {
      const [, key, value] = /^=*([^=]+)=+([^=].*)$/s.exec(pair) ?? []
      if (key !== undefined && value !== undefined) properties[key.toLowerCase()] = decode(value)
    }
  }
  return { name, properties }
}

/** Replaces the given escapes in the given order; `%25` comes last, so that nothing is undone twice. */
function unescaper(...escapes: ReadonlyArray<string>): (text: string) => string {
  return (text) =>
    escapes.reduce((result, code) => result.replaceAll(code, decodeURIComponent(code)), text)
}

function applyCommand(
  name: string,
  { properties, data }: WorkflowCommand,
  step: {
    readonly log: StepLog
    readonly masks: Masks
    readonly effects: CommandEffects
    readonly allowUnsecure: boolean
  },
): void {
  const { log, masks, effects, allowUnsecure } = step
  const named = () => requiredName(properties, name)
  const actions: Readonly<Record<string, () => void>> = {
    error: () => log.issue('error', data, properties),
    warning: () => log.issue('warning', data, properties),
    notice: () => log.issue('notice', data, properties),
    debug: () => log.debug(data),
    group: () => log.output(`##[group]${data}`),
    endgroup: () => log.output('##[endgroup]'),
    'add-mask': () => addMask(data, log, masks),
    'set-output': () => effects.setOutput(named(), data),
    'save-state': () => effects.saveState(named(), data),
    'set-env': () => {
      refuseUnlessUnsecure(name, allowUnsecure)
      effects.setEnv(named(), data)
    },
    'add-path': () => {
      refuseUnlessUnsecure(name, allowUnsecure)
      effects.addPath(data)
    },
  }
  // Problem matchers do nothing here: other steps' actions register them, and this host runs one step.
  actions[name]?.()
}

/** The value and each of its lines become secrets from now on. */
function addMask(value: string, log: StepLog, masks: Masks): void {
  if (value.trim() === '') {
    log.issue('warning', "Can't add secret mask for empty string in ##[add-mask] command.")
    return
  }
  masks.add(value)
  for (const line of value.split(/\r\n|\n|\r/)) masks.add(line)
}

function requiredName(properties: Readonly<Record<string, string>>, command: string): string {
  const name = properties.name
  if (name === undefined) {
    throw new Error(`Required field 'name' is missing in ##[${command}] command.`)
  }
  return name
}

function refuseUnlessUnsecure(command: string, allowUnsecure: boolean): void {
  if (allowUnsecure) return
  throw new Error(
    `The \`${command}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`. For more information see: https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/`,
  )
}

function echoSetting(data: string): boolean {
  const setting = data.trim().toLowerCase()
  if (setting === 'on' || setting === 'off') return setting === 'on'
  throw new Error(
    `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`,
  )
}

function acceptedStopToken(token: string): string {
  const lower = token.toLowerCase()
  if (token !== '' && lower !== 'pause-logging' && !REGISTERED.includes(lower)) return token
  throw new Error(
    `You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command. For more information see: ${COMMANDS_DOCS}#example-stopping-and-starting-workflow-commands or opt into insecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS\` environment variable to \`true\`.`,
  )
}
