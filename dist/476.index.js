export const id = 476;
export const ids = [476,7];
export const modules = {

/***/ 5476:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7212);
/* harmony import */ var _hex_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7007);
/* harmony import */ var _inputs_cancel_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(532);
/* harmony import */ var _report_cancel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8649);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7732);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1309);






const step = (0,_step_js__WEBPACK_IMPORTED_MODULE_5__/* .openStep */ .b0)();
await (0,_step_js__WEBPACK_IMPORTED_MODULE_5__/* .runCompanion */ .y6)(step, {
    failure: 'Hex runs not cancelled',
    read: _inputs_cancel_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readCancelInputs */ .c0,
    act: cancel,
    report: (outcome) => (0,_report_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelReport */ .t)(outcome, step.abort.signal.aborted, step.clock.now()),
    outputs: _report_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelOutputs */ .P,
});
function cancel(inputs) {
    const { projectIds, runId, choice, dryRun, wait, timeoutMs } = inputs;
    const limits = { dryRun, wait, deadlineAtMs: step.beganAtMs + timeoutMs };
    return (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.withConnection)(step, inputs, (connection) => {
        const world = { ...connection, hex: (0,_hex_client_js__WEBPACK_IMPORTED_MODULE_1__.createHexClient)(connection.caller) };
        return runId === undefined
            ? (0,_cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelActiveRuns */ .Hq)(projectIds, choice, limits, world)
            : (0,_cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelOneRun */ .WZ)(projectIds[0] ?? '', runId, limits, world);
    });
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WO: () => (/* binding */ ageMs),
  Hq: () => (/* binding */ cancelActiveRuns),
  WZ: () => (/* binding */ cancelOneRun)
});

// UNUSED EXPORTS: whySpared

// EXTERNAL MODULE: ./build/hex/retry.js
var retry = __webpack_require__(3380);
// EXTERNAL MODULE: ./build/hex/wire.js
var wire = __webpack_require__(7925);
// EXTERNAL MODULE: ./build/parallel.js
var parallel = __webpack_require__(8325);
// EXTERNAL MODULE: ./build/run/calls.js
var calls = __webpack_require__(1883);
// EXTERNAL MODULE: ./build/run/outcome.js
var outcome = __webpack_require__(5302);
// EXTERNAL MODULE: ./build/run/recent-runs.js
var recent_runs = __webpack_require__(2097);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
;// CONCATENATED MODULE: ./build/cancel/watch.js






/** Waits before each poll: short at first, because a cancelled run usually ends within seconds. The last one repeats. */
const pollWaitsMs = [300, 700, 1_500, 3_000, 5_000];
const maxPollWaitMs = 10_000;
/** A request that takes longer is better retried. */
const watchRequestTimeoutMs = 10_000;
/** Up to this many runs are read one by one. For more, one page of the project's list shows most of them. */
const maxSingleReads = 2;
/**
 * Watches runs until they have ended, the deadline, or an abort. Runs whose end is not confirmed by then are
 * `unconfirmed`. Results are by run id.
 * @param untilMs no request begins after it, except for a last poll, milliseconds since the epoch.
 */
async function watchThemEnd(accepted, untilMs, world) {
    const { clock, abort } = world;
    const results = new Map();
    const troubles = new Map();
    let open = accepted;
    for (let polls = 0, waitMs = pollWaitsMs[0] ?? 0; open.length > 0;) {
        await (0,build_clock/* sleep */.yy)(clock, Math.min(waitMs, untilMs - clock.now()), abort.signal);
        if (abort.signal.aborted)
            break;
        const isLast = clock.now() >= untilMs;
        polls += 1;
        waitMs = pollWaitsMs[polls] ?? maxPollWaitMs;
        for (const [projectId, ofProject] of Map.groupBy(open, (each) => each.projectId)) {
            const { seen, error } = await readRuns(projectId, ofProject, untilMs, world);
            for (const each of seen) {
                if (!(0,outcome/* hasEnded */.hY)(each.run.status))
                    continue;
                const result = each.run.status === 'KILLED' ? 'cancelled' : 'ended';
                results.set(each.run.runId, { ...each, result });
            }
            troubles.delete(projectId);
            if (error === undefined)
                continue;
            troubles.set(projectId, (0,calls/* troubleOf */.LH)(error));
            const { failure } = (0,calls/* hexErrorOf */.Ld)(error);
            if ((0,retry/* mayRetry */.KO)('GET', failure))
                waitMs = Math.max(waitMs, (0,retry/* retryWaitMs */.Ko)(failure, polls, world.random()));
            else
                open = open.filter((each) => each.projectId !== projectId);
        }
        open = open.filter((each) => !results.has(each.run.runId));
        if (isLast)
            break;
    }
    for (const each of accepted) {
        if (results.has(each.run.runId))
            continue;
        const trouble = (0,json/* withoutUndefined */.r$)({ trouble: troubles.get(each.projectId) });
        results.set(each.run.runId, { ...each, result: 'unconfirmed', ...trouble });
    }
    return results;
}
/** Reads runs of one project. Returns those that could be read, and the error that prevented reading the others. */
async function readRuns(projectId, ofProject, untilMs, { hex, abort }) {
    const options = { signal: abort.signal, notAfterMs: untilMs, timeoutMs: watchRequestTimeoutMs };
    const seen = [];
    try {
        const listed = new Map();
        if (ofProject.length > maxSingleReads) {
            const page = await hex.getProjectRuns(projectId, { limit: recent_runs/* maxPageSize */.Nt, trigger: 'ALL' }, options);
            for (const run of page.runs)
                listed.set(run.runId, run);
        }
        for (const each of ofProject) {
            const { runId } = each.run;
            const run = listed.get(runId) ?? (await hex.getRunStatus(projectId, runId, options));
            seen.push({ ...each, run: { ...each.run, ...run } });
        }
        return { seen };
    }
    catch (error) {
        return { seen, error };
    }
}

;// CONCATENATED MODULE: ./build/cancel/cancel-active.js







/** 2,000 active runs per status. A user has 25 kernels (API overview). */
const maxPages = 20;
/** Max cancels at the same time: few enough that each keeps its connection. */
const maxAtOnce = 5;
/**
 * Cancels all active runs of some projects that match the choice, and watches them end. All runs are listed before the
 * first cancel. A run that ends meanwhile is not a failure. A project that can't be read is one, but does not affect the
 * others. Only unexpected errors are thrown.
 */
async function cancelActiveRuns(projectIds, choice, limits, world) {
    const chosen = [];
    const spared = [];
    const failures = [];
    for (const projectId of projectIds) {
        try {
            const runs = await listActiveRuns(projectId, choice, world, limits.deadlineAtMs);
            const ours = await choice.except?.(runs);
            const nowMs = world.hex.serverNow()?.earliestMs ?? world.clock.now();
            for (const run of runs) {
                const why = whySpared(run, choice, nowMs, ours);
                if (why === undefined)
                    chosen.push({ projectId, run });
                else
                    spared.push({ projectId, run, why });
            }
        }
        catch (error) {
            failures.push({ projectId, trouble: (0,calls/* troubleOf */.LH)((0,calls/* hexErrorOf */.Ld)(error)) });
        }
    }
    return { runs: await cancelRuns(chosen, limits, world), failures, spared };
}
/** Cancels one run. Reads its status first, for the report, and because a run that has ended needs no cancel. */
async function cancelOneRun(projectId, runId, limits, world) {
    const known = { runId, status: 'unknown' };
    const run = (await readRun({ projectId, run: known }, limits, world)) ?? known;
    const runs = (0,outcome/* hasEnded */.hY)(run.status)
        ? [{ projectId, run, result: 'ended' }]
        : await cancelRuns([{ projectId, run }], limits, world);
    return { runs, failures: [], spared: [] };
}
/**
 * Why this run must not be cancelled; undefined if it can be. In doubt, a run is left alone: cancelling the wrong run is
 * worse than leaving one active.
 */
function whySpared(run, choice, nowMs, ours = new Set()) {
    if (ours.has(run.runId))
        return 'ours';
    if (!(0,wire/* hasTrigger */.vl)(run, choice.trigger))
        return 'other-trigger';
    if (choice.olderThanMs === undefined)
        return undefined;
    const age = ageMs(run, nowMs);
    if (age === undefined)
        return 'age-unknown';
    return age >= choice.olderThanMs ? undefined : 'too-young';
}
/** The age of a run in milliseconds, since its start, or before that, since its id was made. */
function ageMs(run, nowMs) {
    const sinceMs = (0,wire/* timeOf */.nR)(run);
    return sinceMs === undefined ? undefined : Math.max(0, nowMs - sinceMs);
}
/**
 * Lists all active runs of a project, every page of every status, before anything is cancelled: a list that is paged by
 * offset skips runs if others leave it meanwhile. Throws the HexError of a list that can't be read.
 * @param untilMs no request begins after it, milliseconds since the epoch.
 */
async function listActiveRuns(projectId, { statuses, trigger }, world, untilMs) {
    const found = new Map();
    const options = { signal: world.abort.signal, notAfterMs: untilMs };
    for (const status of statuses) {
        const { runs, isComplete } = await (0,recent_runs/* listPages */.pN)(maxPages, (paging) => (0,calls/* withRetries */.c5)(world, untilMs, () => world.hex.getProjectRuns(projectId, { ...paging, status, trigger }, options)));
        if (!isComplete) {
            world.onEvent({
                kind: 'note',
                text: `Project ${projectId} has more than ${runs.length} ${status} runs. This step cancels only ${runs.length} of them. To cancel the rest, re-run the job.`,
            });
        }
        // A run that started between the two lists is in both. The later list is newer.
        for (const run of runs)
            found.set(run.runId, run);
    }
    return [...found.values()];
}
/** Sends the cancels, then watches the runs whose cancel Hex accepted. Results are in the order of the runs. */
async function cancelRuns(chosen, limits, world) {
    if (limits.dryRun)
        return chosen.map((each) => ({ ...each, result: 'listed' }));
    if (chosen.length > 0) {
        const count = chosen.length === 1 ? 'one run' : `${chosen.length} runs`;
        world.onEvent({ kind: 'note', text: `Cancelling ${count}.` });
    }
    const results = await (0,parallel/* mapInParallel */.H)(chosen, maxAtOnce, (each) => requestCancel(each, limits, world));
    if (!limits.wait)
        return results;
    const accepted = results.filter((each) => each.result === 'requested');
    const watched = await watchThemEnd(accepted, limits.deadlineAtMs, world);
    return results.map((each) => watched.get(each.run.runId) ?? each);
}
/** Sends one cancel. `requested` means that Hex accepted it. */
async function requestCancel(chosen, limits, world) {
    const { abort, clock, hex } = world;
    if (abort.signal.aborted || clock.now() >= limits.deadlineAtMs)
        return { ...chosen, result: 'untried' };
    // After a lost response the cancel is retried, and Hex refuses it if the first one worked.
    let mayBeOurs = false;
    try {
        await (0,calls/* withRetries */.c5)(world, limits.deadlineAtMs, async () => {
            try {
                await hex.cancelRun(chosen.projectId, chosen.run.runId, {
                    unsentSignal: abort.signal,
                    signal: abort.timeOver('start'),
                    notAfterMs: limits.deadlineAtMs,
                });
            }
            catch (error) {
                mayBeOurs ||= (0,retry/* mayHaveHappened */.dk)((0,calls/* hexErrorOf */.Ld)(error).failure);
                throw error;
            }
        });
        return { ...chosen, result: 'requested' };
    }
    catch (error) {
        const trouble = (0,calls/* troubleOf */.LH)(error);
        const isUntried = abort.signal.aborted || (0,retry/* isOverLimit */.kM)((0,calls/* hexErrorOf */.Ld)(error).failure);
        if (isUntried && !mayBeOurs)
            return { ...chosen, result: 'untried', trouble };
        const run = (await readRun(chosen, limits, world)) ?? chosen.run;
        if (!(0,outcome/* hasEnded */.hY)(run.status))
            return { ...chosen, run, result: 'refused', trouble };
        return { ...chosen, run, result: run.status === 'KILLED' && mayBeOurs ? 'cancelled' : 'ended' };
    }
}
/** The run as it is now; undefined if it can't be read. */
async function readRun({ projectId, run }, limits, world) {
    const options = { signal: world.abort.timeOver('start'), notAfterMs: limits.deadlineAtMs };
    try {
        const status = await (0,calls/* withRetries */.c5)(world, limits.deadlineAtMs, () => world.hex.getRunStatus(projectId, run.runId, options));
        return { ...run, ...status };
    }
    catch (error) {
        // A token that can run projects but not read them can still cancel.
        const text = `Run ${run.runId} could not be read.`;
        world.onEvent({ kind: 'note', text, trouble: (0,calls/* troubleOf */.LH)(error) });
        return undefined;
    }
}


/***/ }),

/***/ 4439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ cancelledRun),
/* harmony export */   Dj: () => (/* binding */ originAndResult),
/* harmony export */   Xb: () => (/* binding */ resultWords),
/* harmony export */   nT: () => (/* binding */ runResultLine)
/* harmony export */ });
/** The results as the end of a sentence that begins with the run. */
const resultWords = {
    cancelled: 'was cancelled',
    requested: 'is being cancelled',
    ended: 'had already ended',
    listed: 'would be cancelled',
    unconfirmed: 'is being cancelled and may still be running',
    refused: 'could not be cancelled and may still be running',
    untried: 'was not cancelled in time',
};
/** What is known about a run's origin and what became of it, as the end of a sentence that begins with the run. */
function originAndResult({ run, result }) {
    const { runTrigger, startTime } = run;
    const origin = [
        ...(runTrigger === undefined ? [] : [`trigger ${runTrigger}`]),
        ...(startTime === undefined ? [] : [`started at ${startTime}`]),
    ].join(', ');
    return `${origin && `(${origin}) `}${resultWords[result]}`;
}
/** A run in words, for the log and for annotations. */
function runResultLine({ run, result }) {
    const status = result === 'ended' ? ` (${run.status})` : '';
    const address = run.runUrl === undefined ? '' : ` ${run.runUrl}`;
    return `Run ${run.runId} ${originAndResult({ run, result })}${status}.${address}`;
}
/** A run that was to be cancelled, for a `results` output. */
function cancelledRun(run) {
    return {
        run_id: run?.runId ?? null,
        run_url: run?.runUrl ?? null,
        status: run?.status || null,
        trigger: run?.runTrigger ?? null,
        start_time: run?.startTime ?? null,
    };
}


/***/ }),

/***/ 7007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHexClient: () => (/* binding */ createHexClient),
/* harmony export */   limitGroupOf: () => (/* binding */ limitGroupOf),
/* harmony export */   startTimeoutMs: () => (/* binding */ startTimeoutMs)
/* harmony export */ });
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7925);

/** Timeout of RunProject: long enough that a slow start is not treated as lost. Hex documents no figure. */
const startTimeoutMs = 60_000;
/** A chart image of 2000 by 2000 pixels is a few MB; base64 adds a third. */
const maxImageBytes = 24_000_000;
/** The limit that each operation of the client counts against, by their names in Hex's OpenAPI document. */
const limitGroupOf = {
    RunProject: 'hex-run-kernel',
    GetRunStatus: 'hex-api',
    GetProjectRuns: 'hex-api',
    GetProject: 'hex-api',
    CancelRun: 'general',
    Me: 'general',
    GetChartImageFromRun: 'hex-chart-image',
};
/** Hex's API. Each method makes one attempt and throws a HexError if it fails; callers decide on retries (`retry.ts`). */
function createHexClient(caller) {
    const project = (projectId) => `/api/v1/projects/${encodeURIComponent(projectId)}`;
    const run = (projectId, runId) => `${project(projectId)}/runs/${encodeURIComponent(runId)}`;
    const call = (operation, options, spec) => caller.call({ method: 'GET', operation, group: limitGroupOf[operation], ...spec }, options);
    return {
        runProject: (projectId, settings, options) => call('RunProject', options, {
            method: 'POST',
            path: `${project(projectId)}/runs`,
            body: settingsOnTheWire(settings),
            read: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readStartedRun */ .R3,
            timeoutMs: startTimeoutMs,
            ownConnection: true,
        }),
        getRunStatus: (projectId, runId, options) => call('GetRunStatus', options, {
            path: run(projectId, runId),
            read: (body) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readRun */ .cI)(body, runId),
        }),
        getProjectRuns: (projectId, { limit, offset, status, trigger }, options) => call('GetProjectRuns', options, {
            path: `${project(projectId)}/runs${queryOf({ limit, offset, statusFilter: status, runTriggerFilter: trigger })}`,
            read: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunPage */ .xk,
        }),
        cancelRun: (projectId, runId, options) => call('CancelRun', options, {
            method: 'DELETE',
            path: run(projectId, runId),
            read: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readNothing */ .MS,
            bodyless: true,
        }),
        getProject: (projectId, options) => call('GetProject', options, {
            path: project(projectId),
            read: (body, { dateMs }) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readProject */ .Wh)(body, dateMs),
        }),
        me: (options) => call('Me', options, { path: '/api/v1/users/me', read: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readIdentity */ .xN }),
        getChartImageFromRun: (projectId, runId, { staticId, ...size }, options) => call('GetChartImageFromRun', options, {
            path: `${run(projectId, runId)}/cells/${encodeURIComponent(staticId)}/image${queryOf(size)}`,
            read: _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readChartImage */ .wV,
            maxResponseBytes: maxImageBytes,
        }),
        /** The server's time now, from `Date` headers; undefined before the first one. */
        serverNow: caller.serverNow,
        /** Milliseconds until no read was throttled for two minutes; 0 means now. */
        calmInMs: () => caller.calmInMs(limitGroupOf.GetProject),
        /** True while responses show that no other process uses the quota for status requests. */
        isAlone: () => caller.isAlone(limitGroupOf.GetRunStatus),
        /** Milliseconds until a start may be sent; 0 means now. */
        startWaitMs: () => caller.waitMs(limitGroupOf.RunProject),
    };
}
/** Hex rejects `null`, and an empty mapping together with published results, with a 422. Neither is ever sent. */
function settingsOnTheWire(settings) {
    const entries = Object.entries(settings).filter(([, value]) => value !== null && !(typeof value === 'object' && Object.keys(value).length === 0));
    return JSON.stringify(Object.fromEntries(entries));
}
function queryOf(facts) {
    const query = Object.entries(facts)
        .filter((entry) => entry[1] !== undefined)
        .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    return query.length === 0 ? '' : `?${query.join('&')}`;
}


/***/ }),

/***/ 532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c0: () => (/* binding */ readCancelInputs)
/* harmony export */ });
/* unused harmony exports cancelInputDefaults, cancelOutputNames */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _project_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(401);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3237);





/** The names and defaults of the cancel action's inputs. A test compares them with its `action.yml`. */
const cancelInputDefaults = {
    token: '',
    'project-id': '',
    'run-id': '',
    statuses: 'PENDING, RUNNING',
    trigger: 'API',
    'older-than': '',
    'dry-run': 'false',
    wait: 'true',
    timeout: '5m',
    'base-url': 'https://app.hex.tech',
    summary: 'true',
};
/** The names of its outputs, in the order of `action.yml`. */
const cancelOutputNames = (/* unused pure expression or super */ null && (['cancelled-count', 'cancelled-run-ids', 'results']));
/** Each project costs at least two requests, and Hex allows 30 per minute (API reference up to 2025). */
const maxProjects = 100;
const activeStatuses = ['PENDING', 'RUNNING'];
/** Reads all inputs of the cancel action. Throws one InputError that contains every problem. */
function readCancelInputs(inputText) {
    const reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .openInputs */ .AR)(inputText, cancelInputDefaults);
    const { read, readOptional } = reader;
    const address = (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readAddress */ .zq)(reader);
    const projects = reader.readLines('project-id', _project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProjectReference */ .iJ);
    const runId = readOptional('run-id', _project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRunReference */ .o_);
    const statuses = read('statuses', parseStatuses);
    const trigger = read('trigger', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTrigger */ .uc);
    const olderThanMs = readOptional('older-than', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAge */ .F1);
    const others = {
        dryRun: read('dry-run', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG),
        wait: read('wait', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG),
        timeoutMs: read('timeout', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCompanionTimeout */ .No),
        summary: read('summary', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG),
    };
    const projectIds = (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .checkProjects */ .Js)(projects, { baseUrl: address.baseUrl, max: maxProjects }, reader);
    checkTarget(projectIds, reader);
    const choice = (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .validOrThrow */ .oJ)({ statuses, trigger }, reader);
    return Object.freeze({
        ...(0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .validOrThrow */ .oJ)({ ...address, projectIds, ...others }, reader),
        choice: { ...choice, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({ olderThanMs }) },
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({ runId }),
    });
}
/** Only active runs can be cancelled, and Hex has two statuses for them. */
function parseStatuses(text) {
    const words = text.split(/[\s,]/).filter((word) => word !== '');
    const unknown = words.find((word) => !activeStatuses.some((each) => each === word.toUpperCase()));
    if (unknown !== undefined) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`Runs with the status ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(unknown)} cannot be cancelled. Use PENDING, RUNNING, or both.`);
    }
    return activeStatuses.filter((status) => words.some((word) => word.toUpperCase() === status));
}
/** With `run-id`, there is one project, and inputs that choose among runs would be silently ignored. */
function checkTarget(projectIds, { text, add }) {
    if (text('project-id') === '')
        add('project-id', `Missing. Enter one or more project IDs, one per line. ${_project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyExpressionHint */ .Pb}`);
    if (text('run-id') === '')
        return;
    if (projectIds.length > 1)
        add('project-id', "With 'run-id', enter only the project that the run belongs to.");
    for (const name of ['statuses', 'trigger', 'older-than']) {
        if (text(name).toUpperCase() !== cancelInputDefaults[name])
            add(name, "Cannot be combined with 'run-id', which specifies the run to cancel. Remove this input.");
    }
}


/***/ }),

/***/ 5569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ checkHosts),
/* harmony export */   Js: () => (/* binding */ checkProjects),
/* harmony export */   Pb: () => (/* binding */ emptyExpressionHint),
/* harmony export */   iJ: () => (/* binding */ parseProjectReference),
/* harmony export */   o_: () => (/* binding */ parseRunReference)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3237);


const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/**
 * Parses any reference to a project: its id, the 22 characters at the end of an app's URL, or the URL of the notebook
 * (`…/hex/<id>/…`) or the app (`…/app/<title>-<22 characters>/latest`). The 22 characters are the UUID in base 62 (digits,
 * upper case, lower case; DataHub's hex_utils.py has examples), so no request to Hex is needed.
 */
function parseProjectReference(text) {
    const trimmed = text.trim();
    if (URL.canParse(trimmed) && /^https?:/i.test(trimmed))
        return fromAddress(new URL(trimmed), trimmed);
    const projectId = fromWord(trimmed);
    return projectId === undefined
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a project. Enter its ID (in Hex: project menu, "Copy project id"), or the URL of the project or app.`)
        : { projectId };
}
/** GitHub passes the same empty text for an expression without a value and for an input that is not set. */
const emptyExpressionHint = "If you use an expression, such as a 'vars' variable, check that its value is not empty.";
/** Parses a reference to a run: its UUID, or a URL that ends with it (Hex's run log). */
function parseRunReference(text) {
    if (text.toLowerCase() === 'none') {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)("The expression for 'run-id' is empty. Check that the job that starts the run is listed in 'needs' and declares the output, and that the step that starts the run succeeded.");
    }
    const last = URL.canParse(text) ? new URL(text).pathname.split('/').filter(Boolean).at(-1) : text;
    return last !== undefined && _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .uuid */ .uR.test(last)
        ? last.toLowerCase()
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a run ID. Use the 'run-id' output of the step that started the run.`);
}
/** The projects' ids, each once. Reports projects on another host, and too many of them. */
function checkProjects(projects, { baseUrl, max }, problems) {
    checkHosts(projects, baseUrl, problems);
    const ids = [...new Set(projects.map(({ projectId }) => projectId))];
    if (ids.length > max)
        problems.add('project-id', `Lists ${ids.length} projects. The limit is ${max}.`);
    return ids;
}
/** Reports a project URL on another Hex host than `base-url`. The token is valid on one host only, and a 401 does not say why. */
function checkHosts(projects, baseUrl, problems) {
    if (baseUrl === undefined)
        return;
    const isHexHost = (host) => host.endsWith('.hex.tech');
    const { host } = new URL(baseUrl);
    const other = projects
        .map((project) => project.host)
        .find((each) => each !== undefined && each !== host && isHexHost(each));
    if (other !== undefined && isHexHost(host)) {
        problems.add('base-url', `The project's URL is on ${other}, but 'base-url' is set to ${host}. Set 'base-url' to "https://${other}".`);
    }
}
function fromAddress(url, text) {
    const parts = url.pathname.split('/').filter(Boolean);
    // A workspace can itself be named "hex" or "app", so look for one that an id follows.
    const projectId = parts
        .filter((_, index) => parts[index - 1] === 'hex' || parts[index - 1] === 'app')
        .map(fromWord)
        .find((id) => id !== undefined);
    return projectId === undefined
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not the URL of a project or app. Open the project or app in Hex, and copy the URL that contains "/hex/" or "/app/".`)
        : { projectId, host: url.host };
}
/** A UUID, or the base 62 form at the end of `<title>-<22 characters>`. Titles can contain dashes. */
function fromWord(word) {
    if (_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .uuid */ .uR.test(word))
        return word.toLowerCase();
    const compact = /(?:^|-)([0-9A-Za-z]{22})$/.exec(word)?.[1];
    return compact === undefined ? undefined : fromBase62(compact);
}
function fromBase62(compact) {
    let number = 0n;
    for (const character of compact)
        number = number * 62n + BigInt(digits.indexOf(character));
    // 62^22 is a little more than 2^128, so some words of 22 characters are not UUIDs.
    if (number >= 2n ** 128n)
        return undefined;
    const hex = number.toString(16).padStart(32, '0');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}


/***/ }),

/***/ 401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ openInputs),
/* harmony export */   HN: () => (/* binding */ areValid),
/* harmony export */   c3: () => (/* binding */ setText),
/* harmony export */   cN: () => (/* binding */ inputReader),
/* harmony export */   dw: () => (/* binding */ asMapping),
/* harmony export */   oJ: () => (/* binding */ validOrThrow),
/* harmony export */   vX: () => (/* binding */ collectProblems),
/* harmony export */   wi: () => (/* binding */ notSingle),
/* harmony export */   zq: () => (/* binding */ readAddress)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9368);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3237);



function collectProblems() {
    const all = [];
    const inputs = new Set();
    const add = (input, message) => {
        all.push({ input, message });
        inputs.add(input);
    };
    return {
        all,
        has: (input) => inputs.has(input),
        add,
        take: (input, parse) => (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedOr */ .F4)(parse, (message) => add(input, message)),
    };
}
/** Reads the inputs of an action. An empty input, for example from an expression without a value, means its default. */
function openInputs(inputText, defaults) {
    return inputReader((name) => setText(inputText, name), defaults);
}
/** The untrimmed text of an input, because leading spaces are part of YAML's indentation; undefined if it is not set. */
function setText(inputText, name) {
    const text = inputText(name);
    return text.trim() === '' ? undefined : text;
}
/** @param written what is written for an input: its text, or in an entry of `runs` any value. */
function inputReader(written, defaults, problems = collectProblems()) {
    const { add, take } = problems;
    const isSet = (name) => {
        const it = written(name);
        return typeof it === 'string' ? it.trim() !== '' : it !== undefined;
    };
    const text = (name) => {
        const it = written(name);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(it))
            return String(it).trim();
        if (it !== undefined)
            add(name, notSingle);
        return defaults[name];
    };
    const read = (name, parse) => take(name, () => parse(text(name)));
    return {
        ...problems,
        isSet,
        text,
        read,
        readOptional: (name, parse) => (text(name) === '' ? undefined : read(name, parse)),
        async readStructured(name, parse, rules) {
            const it = isSet(name) ? written(name) : undefined;
            if (it === undefined)
                return undefined;
            if (typeof it !== 'string')
                return take(name, () => parse(it));
            // Loaded only where it is needed, because the YAML parser takes long to load (docs/decisions/0001-dependencies.md).
            const { parseStructured } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(712)]).then(__webpack_require__.bind(__webpack_require__, 4712));
            return take(name, () => parse(parseStructured(it, rules)));
        },
        readLines: (name, parse) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(text(name))
            .map((line) => take(name, () => parse(line)))
            .filter((item) => item !== undefined),
    };
}
/** The problem with a list or a mapping where a single value is expected. */
const notSingle = 'Must be a single value.';
/** Returns the value if it is a mapping. */
function asMapping(it) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(it)
        ? it
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('Must be a mapping. Enter one "name: value" pair per line, or a JSON object.');
}
/** Reads the inputs that every action has: scheme and host of Hex, and the token for it. */
function readAddress({ read }) {
    return { token: read('token', _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .parseToken */ .pI), baseUrl: read('base-url', _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBaseUrl */ .Q2) };
}
/** True if none of the values is undefined, so all inputs are valid. */
function areValid(values) {
    return Object.values(values).every((it) => it !== undefined);
}
/** Returns the values if all inputs are valid. Throws one InputError that contains every problem. */
function validOrThrow(values, { all }) {
    if (all.length > 0 || !areValid(values))
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(all);
    return values;
}


/***/ }),

/***/ 8325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ mapInParallel)
/* harmony export */ });
/** Does the work for all items in the order of the list, at most `max` at a time. Results keep that order. */
async function mapInParallel(items, max, work) {
    const done = new Map();
    const queue = items.entries();
    const worker = async () => {
        for (const [index, item] of queue)
            done.set(index, await work(item, index));
    };
    await Promise.all(Array.from({ length: Math.min(max, items.length) }, worker));
    return items.flatMap((_, index) => done.get(index) ?? []);
}


/***/ }),

/***/ 8649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ cancelOutputs),
/* harmony export */   t: () => (/* binding */ cancelReport)
/* harmony export */ });
/* harmony import */ var _cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7212);
/* harmony import */ var _cancel_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4439);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4902);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4702);




/** A step that leaves one of these has not done everything that was requested. */
const unfinished = ['unconfirmed', 'refused', 'untried'];
/** Max rows. The `results` output contains up to 1,000. */
const maxRows = 200;
/** Max runs with an alert. What Hex responded is mostly the same for each. */
const maxAlerts = 10;
/** Reports what happened. The step succeeds only if it did everything that was requested. */
function cancelReport(outcome, isAborted, nowMs) {
    const { runs, failures } = outcome;
    const isFailed = failures.length > 0 || runs.some(({ result }) => unfinished.includes(result));
    const headline = headlineOf(outcome);
    const icon = isFailed ? (isAborted ? '🚫' : '❌') : '🧹';
    const spared = sparedWords(outcome);
    const failed = runs.flatMap(({ run, trouble }) => trouble === undefined ? [] : [`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .runLink */ .ut)(run)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .withLinks */ .q9)(trouble.text)}`]);
    return {
        isFailed,
        lines: [
            ...runs.map(lineOf),
            ...(spared === '' ? [] : [spared]),
            ...(isFailed ? [] : [`${headline}.`]),
        ],
        annotations: isFailed ? annotationsOf(outcome, `${headline}.`, isAborted) : [],
        summary: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryPage */ .qe)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .heading */ .R_)(icon, headline), ...failures.map(({ projectId, trouble }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .alert */ .xE)('CAUTION', `The runs of project ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(projectId)} could not be listed, so no runs of this project were cancelled. ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .withLinks */ .q9)(trouble.text)}`)), runs.length === 0 ? '' : runTable(runs.slice(0, maxRows), nowMs), ...failed.slice(0, maxAlerts).map((words) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .alert */ .xE)('CAUTION', words)), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .hiddenRunsNote */ .LK)(runs.length - maxRows), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(spared)),
    };
}
/** What happened, in one sentence without a full stop. */
function headlineOf({ runs, failures }) {
    const results = Map.groupBy(runs, ({ result }) => result);
    const counts = [...results].map(([result, { length }]) => {
        const words = _cancel_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .resultWords */ .Xb[result];
        return length === 1 ? `one run ${words}` : `${length} runs ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(words)}`;
    });
    const words = counts.join(', ');
    if (failures.length === 0)
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)(words) || 'No active runs to cancel';
    const projects = failures.length === 1 ? 'one project' : `${failures.length} projects`;
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)(`${words && `${words}; `}${projects} could not be read`);
}
/** One per project that could not be read, then one for the step. */
function annotationsOf({ runs, failures }, headline, isAborted) {
    const refused = runs.filter(({ result }) => result === 'refused').map(lineOf);
    const annotationOf = (title, ...lines) => (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .annotation */ .w7)(isAborted ? 'warning' : 'error', title, ...lines);
    return [
        ...(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationsWithin */ .cK)(_words_js__WEBPACK_IMPORTED_MODULE_3__/* .maxAnnotations */ .Z6 - 1, failures.map(({ projectId, trouble }) => `Project ${projectId}: ${trouble.text}`), (line) => annotationOf('Hex runs not cancelled', line), (rest) => annotationOf('Hex runs not cancelled', `${rest.length} more projects:`, ...rest)),
        annotationOf('Hex runs may still be running', `${isAborted ? 'This step was stopped. ' : ''}${headline}`, ...refused),
    ];
}
/** Ids are long, so the project's id is shown only if there are several projects. */
function runTable(runs, nowMs) {
    const isSeveral = new Set(runs.map(({ projectId }) => projectId)).size > 1;
    const rows = runs.map(({ projectId, run, result }) => {
        const age = (0,_cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__/* .ageMs */ .WO)(run, nowMs);
        return [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .runLink */ .ut)(run),
            ...(isSeveral ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(projectId)] : []),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(run.runTrigger ?? ''),
            age === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .durationInWords */ .ji)(age),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(run.status),
            (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)(_cancel_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .resultWords */ .Xb[result]),
        ];
    });
    const head = ['Run', ...(isSeveral ? ['Project'] : []), 'Trigger', 'Age', 'Status', 'Result'];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(head, rows, ['Age']);
}
const sparedBecause = {
    'other-trigger': 'with a different trigger',
    ours: 'started by this step',
    'too-young': "too recent for 'older-than'",
    'age-unknown': 'of unknown age',
};
/** How many active runs were not cancelled and why, in one sentence; '' if there are none. */
function sparedWords({ spared }) {
    const reasons = Map.groupBy(spared, ({ why }) => why);
    const words = [...reasons].map(([why, { length }]) => `${length} ${sparedBecause[why]}`);
    return words.length === 0 ? '' : `Not cancelled: ${words.join(', ')}.`;
}
function lineOf(each) {
    const line = (0,_cancel_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .runResultLine */ .nT)(each);
    return each.trouble === undefined ? line : `${line} ${each.trouble.text}`;
}
/** GitHub limits an output to 1 MB (as UTF-16). A result has about 400 characters, an ID 39 with its quotes and comma. */
const maxResults = 1_000;
const maxIds = 10_000;
/** The outputs. Without an outcome (invalid inputs), those of a step that cancelled nothing. */
function cancelOutputs(outcome) {
    const { runs, failures } = outcome ?? { runs: [], failures: [] };
    const accepted = ['cancelled', 'requested', 'unconfirmed'];
    const cancelled = runs.filter(({ result }) => accepted.includes(result));
    const results = [...failures.map(resultOf), ...runs.map(resultOf)];
    return {
        'cancelled-count': String(cancelled.length),
        'cancelled-run-ids': JSON.stringify(cancelled.map(({ run }) => run.runId).slice(0, maxIds)),
        results: JSON.stringify(results.slice(0, maxResults)),
    };
}
/** One run in the `results` output, or a project whose runs could not be listed. A fact that is not known is null. */
function resultOf(each) {
    const { projectId, run, result, trouble } = { run: undefined, result: 'unreadable', ...each };
    return {
        project_id: projectId,
        ...(0,_cancel_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledRun */ .$b)(run),
        result,
        error: trouble?.text ?? null,
        trace_id: trouble?.traceId ?? run?.traceId ?? null,
    };
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   LK: () => (/* binding */ hiddenRunsNote),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   S1: () => (/* binding */ openRunLink),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   q9: () => (/* binding */ withLinks),
/* harmony export */   qe: () => (/* binding */ summaryPage),
/* harmony export */   rb: () => (/* binding */ factRow),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   xE: () => (/* binding */ alert)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8046);

/** An invisible character that keeps GitHub from making a mention, a reference, an emoji, or a link of a word. */
const zeroWidthSpace = '\u200b';
/** The text after a colon that makes it the start of an emoji (`:tada:`) or of a URL. */
const emojiOrUrl = /:(?=\/\/|(?=[\w+-]{1,62}:)[^a-z:]*[a-z]|[+-]1:|100:|1234:)/g;
/**
 * Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. Only what can mean
 * something in its position is escaped (CommonMark 0.31, GFM), so that the summary's source stays readable.
 * GitHub finds mentions, references, and emoji in the finished HTML, where a backslash does not help.
 */
function escapeMarkdown(text) {
    return ((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text)
        .trim()
        .replace(/[\\`*[\]|~]/g, '\\$&')
        .replace(/&(?=#?\w{1,40};)/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(emojiOrUrl, `:${zeroWidthSpace}`)
        .replace(/^:|(?<=:):/g, '\\:')
        .replace(/@(?=[\w-])|www(?=\.)|(?<![a-z0-9])gh(?=-\d)|#(?=\d)/gi, `$&${zeroWidthSpace}`)
        // A heading's mark is at the start, or alone.
        .replace(/(?<![^ ])#/g, '\\#')
        .replace(/^[>=+-]|(?<=^\d{1,9})[.)]|(?<=\])\(/g, '\\$&')
        .replace(/\$/g, '&#36;')
        // Between letters or digits, an underscore is part of the word.
        .replace(/(?<!_)(?:(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}_]))/gu, (run) => run.replaceAll('_', '\\_')));
}
/** Text as code. Characters that would end the code or a table's cell need HTML, which all renderers read alike. */
function code(text) {
    const line = (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).trim();
    if (line === '')
        return '';
    return /[\\`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``;
}
/** A link whose text is Markdown. Without a valid web address, only the text. */
function link(text, address) {
    if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address))
        return text;
    const safe = new URL(address).href
        .replace(/[()<>|\s"'\\`*_$]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
        .replaceAll('&', '&amp;');
    return `[${text}](${safe})`;
}
/** A run's ID, linked to the run. */
function runLink({ runId, runUrl }) {
    return runUrl === undefined ? code(runId) : link(escapeMarkdown(runId), runUrl);
}
/** The link to a run that a report begins with; '' if the run has no URL. */
function openRunLink(runUrl) {
    return runUrl === undefined ? '' : `**${link('Open the run in Hex', runUrl)}**`;
}
/** An image, described by text from outside. */
function image(description, address) {
    return `!${link(escapeMarkdown(description), address)}`;
}
/**
 * A plain sentence as Markdown. URLs of these runs become links with the run's ID as text. Other plain URLs become code,
 * which can be copied as it is and which GitHub does not link, so a URL from outside is safe there too. Statuses become
 * code, as in the tables.
 */
function withLinks(sentence, runs = []) {
    const ids = new Map(runs.map(({ runUrl, runId }) => [runUrl, runId]));
    return (sentence
        .replace(/\s+/g, ' ')
        // A comma or full stop after a URL belongs to the sentence.
        .split(/(?<=^|[ "'(])(https?:\/\/\S+?)(?=[.,]?(?: |$))/)
        .map((part) => {
        const runId = ids.get(part);
        return runId === undefined ? withCode(part) : link(code(runId), part);
    })
        .join(''));
}
/**
 * A URL or a status. A URL has only characters that mean nothing in Markdown's code or in a table, and no punctuation at
 * the end.
 */
const codeWord = /(?<=^|[ "'(])(https?:\/\/[\w.:/@%?&=#~+-]*[\w/]|PENDING|RUNNING|COMPLETED|ERRORED|KILLED|UNABLE_TO_ALLOCATE_KERNEL)(?=[.,;:"')]*(?: |$))/;
function withCode(text) {
    // Every second part is a URL or a status. Spaces at the ends of the others separate them from it.
    return text
        .split(codeWord)
        .map((part, at) => (at % 2 === 1 ? code(part) : part.replace(/\S(?:.*\S)?/s, escapeMarkdown)))
        .join('');
}
/** The known facts in one row, with their names as the head; '' if none is known. */
function factRow(facts) {
    const known = facts.filter(([, value]) => value !== '');
    if (known.length === 0)
        return '';
    return table(known.map(([name]) => name), [known.map(([, value]) => value)]);
}
/** A table of Markdown cells. `right` names the columns of numbers. */
function table(head, rows, right = []) {
    const rule = head.map((name) => (right.includes(name) ? '--:' : ':--'));
    return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Text that stays on one line in a narrow table. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}
/** The heading of a report. `headline` is plain text. */
function heading(icon, headline) {
    return `### ${icon} ${escapeMarkdown(headline)}`;
}
/** A box that GitHub colors by its kind. */
function alert(kind, markdown) {
    const lines = markdown.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
    return [`> [!${kind}]`, ...lines].join('\n');
}
/** The note below a table that does not show all runs. */
function hiddenRunsNote(count) {
    return count <= 0
        ? ''
        : alert('NOTE', `Runs not shown: ${count}. See the ${code('results')} output.`);
}
/** A section that readers open with a click; '' if it is empty. */
function folded(title, markdown) {
    return markdown === '' ? '' : `<details><summary>${title}</summary>\n\n${markdown}\n\n</details>`;
}
/** Markdown blocks one below the other; '' is left out. */
function blocks(...parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
/** GitHub drops a step's summary above 1 MiB completely (actions/runner, FileCommandManager.cs). */
const maxSummaryBytes = 1_000_000;
/** A job summary of these blocks, cut to the size that GitHub accepts. */
function summaryPage(...parts) {
    return fitted(`${blocks(...parts)}\n`, maxSummaryBytes);
}
/** Cuts Markdown to a number of UTF-8 bytes at the end of a line, with a note. */
function fitted(markdown, maxBytes) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = `\n\n${alert('NOTE', 'The rest did not fit and was omitted.')}\n`;
    const bytes = Math.max(0, maxBytes - Buffer.byteLength(note));
    const cut = Buffer.from(markdown).subarray(0, bytes).toString('utf8');
    return `${cut.slice(0, Math.max(0, cut.lastIndexOf('\n')))}${note}`;
}


/***/ }),

/***/ 1883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ waitingFor),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Ld: () => (/* binding */ hexErrorOf),
/* harmony export */   c5: () => (/* binding */ withRetries)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3380);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9368);




/**
 * Retries a call until it succeeds, fails permanently, is aborted, or has no time left for another try. Then throws the
 * last failure. Unless `rule` says otherwise, the method of the request that failed decides (`mayRetry` in `retry.ts`),
 * so a start whose response was lost is not sent twice.
 * @param untilMs no try starts after this time, milliseconds since the epoch.
 */
async function withRetries(world, untilMs, call, rule = {}) {
    const { rateLimitUntilMs = untilMs } = rule;
    for (let tries = 1;; tries += 1) {
        try {
            return await call();
        }
        catch (error) {
            const { failure, call: failed } = hexErrorOf(error);
            const waitMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryWaitMs */ .Ko)(failure, tries, world.random());
            const lastMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isRateLimit */ .a5)(failure) ? rateLimitUntilMs : untilMs;
            const inTime = world.clock.now() + waitMs < lastMs;
            const isRetryable = rule.mayRetry?.(failure) ?? (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .mayRetry */ .KO)(failed.method, failure);
            const isHopeless = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isOverLimit */ .kM)(failure) || !isRetryable;
            if (world.abort.signal.aborted || !inTime || isHopeless)
                throw error;
            world.onEvent({
                kind: 'waiting',
                why: waitingFor(failure),
                waitMs,
                trouble: troubleOf(error),
            });
            await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitMs, world.abort.signal);
            if (world.abort.signal.aborted)
                throw error;
        }
    }
}
/** Hex's own 503 to a start means that all 25 kernels of the user are in use (API overview). */
function waitingFor(failure, isStart = false) {
    if (failure.kind !== 'refused')
        return 'connection';
    if (failure.status === 429)
        return 'rate-limit';
    return isStart ? 'kernel' : 'hex';
}
/** A failed call for reports. Rethrows anything but a HexError, because it is an unexpected error. */
function troubleOf(error) {
    const { call, message } = hexErrorOf(error);
    return { text: message, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutUndefined */ .r$)({ traceId: call.traceId }) };
}
/** The error as a HexError. Rethrows anything else, so that an unexpected error is never reported as Hex's. */
function hexErrorOf(error) {
    if (error instanceof _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HexError */ ._W)
        return error;
    throw error;
}


/***/ }),

/***/ 2097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   BC: () => (/* binding */ listingLifeMs),
/* harmony export */   Nt: () => (/* binding */ maxPageSize),
/* harmony export */   j2: () => (/* binding */ isNewestFirst),
/* harmony export */   kv: () => (/* binding */ listRecentRuns),
/* harmony export */   pN: () => (/* binding */ listPages),
/* harmony export */   uR: () => (/* binding */ listBeforeStart)
/* harmony export */ });
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);
/* harmony import */ var _hex_wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7925);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1883);




/** Hex's largest page (OpenAPI document, mid-2026). */
const maxPageSize = 100;
/** Three pages of active API runs are enough: a user has 25 kernels (API overview). */
const maxActivePages = 3;
/** A list older than this does not show what others have started since. */
const listingLifeMs = 3_000;
/**
 * Lists the runs before a start. It may fail: it serves the estimate, and finding a lost run. It never waits for
 * the limit of reads, which is not the limit of starts. One response serves all runs of a project in this process.
 */
function listBeforeStart(plan, world) {
    const atMs = world.clock.now();
    const known = world.jobRuns.listings.get(plan.projectId);
    if (known !== undefined && atMs - known.atMs <= listingLifeMs)
        return known.listing;
    const listing = readListing(plan, world, atMs);
    world.jobRuns.listings.set(plan.projectId, { atMs, listing });
    return listing;
}
async function readListing(plan, world, atMs) {
    try {
        const options = { signal: world.abort.signal, timeoutMs: 10_000, notAfterMs: atMs };
        return { runs: await listRecentRuns(world.hex, plan.projectId, options), atMs };
    }
    catch (error) {
        return { atMs: world.clock.now(), isThrottled: isThrottled((0,_calls_js__WEBPACK_IMPORTED_MODULE_3__/* .hexErrorOf */ .Ld)(error).failure) };
    }
}
/** Hex's rate limit, or our own limiter: another request now would fail too. */
function isThrottled(failure) {
    return (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isOverLimit */ .kM)(failure) || (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isRateLimit */ .a5)(failure);
}
/**
 * The project's recent API-triggered runs, including all active ones. The order of GetProjectRuns is not documented. If a
 * full page may contain the oldest runs, the active ones are listed by status, which finds a new run in any order.
 */
async function listRecentRuns(hex, projectId, options) {
    const filter = { limit: maxPageSize, trigger: 'API' };
    const page = await hex.getProjectRuns(projectId, filter, options);
    if (!page.hasNextPage || isNewestFirst(page.runs))
        return page.runs.filter(isApiRun);
    const found = new Map(page.runs.map((run) => [run.runId, run]));
    for (const status of ['PENDING', 'RUNNING']) {
        const { runs, isComplete } = await listPages(maxActivePages, (paging) => hex.getProjectRuns(projectId, { ...paging, trigger: 'API', status }, options));
        // In an incomplete list, someone else's run could look like the only new one.
        if (!isComplete) {
            throw new _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HexError */ ._W({
                operation: 'GetProjectRuns',
                method: 'GET',
                path: `/v1/projects/${projectId}/runs`,
                failure: { kind: 'unreadable', status: 200 },
                words: `The project has more than ${runs.length} runs with the status ${status}.`,
                remedy: '',
            });
        }
        for (const run of runs)
            found.set(run.runId, run);
    }
    return [...found.values()].filter(isApiRun);
}
/**
 * Lists runs page by page.
 * @param isEnough whether the first page makes the others unnecessary.
 */
async function listPages(maxPages, read, isEnough = () => false) {
    const found = new Map();
    for (let pages = 1;; pages += 1) {
        const page = await read({ limit: maxPageSize, offset: (pages - 1) * maxPageSize });
        for (const run of page.runs)
            found.set(run.runId, run);
        const isComplete = !page.hasNextPage || (pages === 1 && isEnough(page.runs));
        if (isComplete || pages === maxPages)
            return { runs: [...found.values()], pages, isComplete };
    }
}
/**
 * No source states the order of GetProjectRuns. A page is newest first when its times never rise, be it those of the
 * ids or those of the starts, which differ where runs were queued.
 */
function isNewestFirst(runs) {
    const ids = runs.flatMap(({ runId }) => (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .timeInId */ .qt)(runId) ?? []);
    const starts = runs.flatMap(({ startTime }) => startTime === undefined ? [] : Date.parse(startTime));
    return [ids, starts].some((times) => 
    // A few known times among many unknown ones prove nothing.
    times.length * 2 > runs.length &&
        times.every((time, at) => time <= (times[at - 1] ?? time)) &&
        (times[0] ?? 0) > (times.at(-1) ?? 0));
}
function isApiRun(run) {
    return (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .hasTrigger */ .vl)(run, 'API');
}


/***/ })

};
