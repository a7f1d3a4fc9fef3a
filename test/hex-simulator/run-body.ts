import { failure } from './errors.ts'
import { readJsonBody } from './json-body.ts'
import { type Notification, readNotifications } from './notifications.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, isAnswer, isRecord } from './wire.ts'

/** The body of RunProject, checked and with its defaults. */
export interface RunBody {
  /** Null: not sent, so the inputs' own defaults are used. */
  readonly inputParams: Readonly<Record<string, unknown>> | null
  readonly dryRun: boolean
  readonly updatePublishedResults: boolean
  readonly viewId: string | null
  readonly notifications: ReadonlyArray<Notification>
}

/** Reads the body, or answers as Hex does to one it cannot use. No body: default inputs. */
export function readRunBody(world: WorldState, call: Call): RunBody | ApiResponse {
  if (call.request.body === '') return interpret(world, call, {})

  const body = readJsonBody(world, call)
  return isAnswer(body) ? body : interpret(world, call, body)
}

function interpret(
  world: WorldState,
  call: Call,
  body: Readonly<Record<string, unknown>>,
): RunBody | ApiResponse {
  const { publishWithInputs } = world.behaviour
  const inputParams = isRecord(body.inputParams) ? body.inputParams : null
  const viewId = typeof body.viewId === 'string' ? body.viewId : null
  // `updateCache` is the deprecated spelling of updatePublishedResults without the SQL cache.
  const publishes = body.updatePublishedResults === true || body.updateCache === true

  if (inputParams !== null && viewId !== null) {
    return failure(call.errors, 422, 'inputParams and viewId cannot be used together')
  }
  // An empty mapping counts as custom inputs, too: seen in public.
  const conflicts = inputParams !== null && publishes
  if (conflicts && publishWithInputs === 'refused') {
    const words = 'Cannot update published results when custom input parameters are given'
    return failure(call.errors, 422, words)
  }
  return {
    inputParams: conflicts && publishWithInputs === 'inputs-ignored' ? null : inputParams,
    dryRun: body.dryRun === true,
    updatePublishedResults: publishes && !(conflicts && publishWithInputs === 'flag-ignored'),
    viewId,
    notifications: readNotifications(body.notifications),
  }
}
