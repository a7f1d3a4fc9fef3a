export const id = 410;
export const ids = [410,313];
export const modules = {

/***/ 7212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ cancelActiveRuns),
  W: () => (/* binding */ cancelOneRun)
});

// EXTERNAL MODULE: ./build/hex/retry.js
var retry = __webpack_require__(3380);
// EXTERNAL MODULE: ./build/lanes.js
var lanes = __webpack_require__(6667);
// EXTERNAL MODULE: ./build/run/calls.js
var calls = __webpack_require__(1883);
// EXTERNAL MODULE: ./build/run/outcome.js
var outcome = __webpack_require__(5302);
// EXTERNAL MODULE: ./build/cancel/choice.js
var cancel_choice = __webpack_require__(5436);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/run/recent-runs.js
var recent_runs = __webpack_require__(4478);
;// CONCATENATED MODULE: ./build/cancel/watch.js






/** Waits before each poll: short at first, because a cancelled run usually ends within seconds. The last one repeats. */
const pollWaitsMs = [300, 700, 1_500, 3_000, 5_000];
const maxPollWaitMs = 10_000;
/** A request that takes longer is better retried. */
const requestDeadlineMs = 10_000;
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
    const options = { signal: abort.signal, notAfterMs: untilMs, deadlineMs: requestDeadlineMs };
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
            const runs = await (0,cancel_choice/* listActiveRuns */.NC)(projectId, choice, world, limits.deadlineAtMs);
            const nowMs = world.hex.serverNow()?.earliestMs ?? world.clock.now();
            for (const run of runs) {
                const why = (0,cancel_choice/* whySpared */.M3)(run, choice, nowMs);
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
/** Sends the cancels, then watches the runs whose cancel Hex accepted. Results are in the order of the runs. */
async function cancelRuns(chosen, limits, world) {
    if (limits.dryRun)
        return chosen.map((each) => ({ ...each, result: 'listed' }));
    if (chosen.length > 0) {
        const count = chosen.length === 1 ? 'one run' : `${chosen.length} runs`;
        world.onEvent({ kind: 'note', text: `Cancelling ${count}.` });
    }
    const results = await (0,lanes/* inLanes */.L)(chosen, maxAtOnce, (each) => requestCancel(each, limits, world));
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

/***/ 5436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M3: () => (/* binding */ whySpared),
/* harmony export */   NC: () => (/* binding */ listActiveRuns),
/* harmony export */   WO: () => (/* binding */ ageMs)
/* harmony export */ });
/* harmony import */ var _hex_wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7925);
/* harmony import */ var _run_calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1883);
/* harmony import */ var _run_recent_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4478);



/** 2,000 active runs per status. A user has 25 kernels (API overview). */
const maxPages = 20;
/**
 * Why this run must not be cancelled; undefined if it can be. Older Hex reports no trigger and lists API runs only, so a
 * run without a trigger counts as an API run. In doubt, a run is left alone: cancelling the wrong run is worse than leaving
 * one active.
 */
function whySpared(run, choice, nowMs) {
    if (choice.except?.has(run.runId))
        return 'ours';
    if (choice.trigger !== 'ALL' && (run.runTrigger ?? 'API') !== choice.trigger)
        return 'other-trigger';
    if (choice.olderThanMs === undefined)
        return undefined;
    const age = ageMs(run, nowMs);
    if (age === undefined)
        return 'age-unknown';
    return age >= choice.olderThanMs ? undefined : 'too-young';
}
/**
 * The age of a run in milliseconds, since its start, or before that, since its id was made. Only Hex's newer ids contain
 * that time (UUID version 7), so a pending run with an older id has no age.
 */
function ageMs(run, nowMs) {
    const sinceMs = run.startTime === undefined ? (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .timeInId */ .qt)(run.runId) : Date.parse(run.startTime);
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
        const { runs, isComplete } = await (0,_run_recent_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .listPages */ .pN)(maxPages, (paging) => (0,_run_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .withRetries */ .c5)(world, untilMs, () => world.hex.getProjectRuns(projectId, { ...paging, status, trigger }, options)));
        if (!isComplete) {
            world.onEvent({
                kind: 'note',
                text: `Project ${projectId} has more than ${runs.length} ${status} runs. Only these are cancelled. To cancel the rest, run the step again.`,
            });
        }
        // A run that started between the two lists is in both. The later list is newer.
        for (const run of runs)
            found.set(run.runId, run);
    }
    return [...found.values()];
}


/***/ }),

/***/ 4439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ resultWords)
/* harmony export */ });
/** The results as the end of a sentence that begins with the run. */
const resultWords = {
    cancelled: 'was cancelled',
    requested: 'is being cancelled',
    ended: 'had already ended',
    listed: 'would be cancelled',
    unconfirmed: 'was cancelled, but its end is not confirmed',
    refused: 'could not be cancelled and may still be running',
    untried: 'was not reached in time',
};


/***/ }),

/***/ 9313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createHexClient: () => (/* binding */ createHexClient)
});

;// CONCATENATED MODULE: ./build/hex/operations.js
/** The limit that each operation counts against, from Hex's OpenAPI document. */
const limitGroupOf = {
    RunProject: 'hex-run-kernel',
    GetRunStatus: 'hex-api',
    GetProjectRuns: 'hex-api',
    GetProject: 'hex-api',
    CancelRun: 'general',
    Me: 'general',
    GetChartImageFromRun: 'hex-chart-image',
};

// EXTERNAL MODULE: ./build/hex/wire.js
var wire = __webpack_require__(7925);
;// CONCATENATED MODULE: ./build/hex/client.js


/** Long enough that a slow start is not treated as lost. Hex documents no figure. */
const startDeadlineMs = 60_000;
/** A chart image of 2000 by 2000 pixels is a few MB; base64 adds a third. */
const maxImageBytes = 24_000_000;
function createHexClient(caller) {
    const { serverNow, paceMs, calmInMs, isAlone, waitMs } = caller;
    const project = (projectId) => `/api/v1/projects/${encodeURIComponent(projectId)}`;
    const run = (projectId, runId) => `${project(projectId)}/runs/${encodeURIComponent(runId)}`;
    const call = (operation, spec, options) => caller.call({ method: 'GET', operation, group: limitGroupOf[operation], ...spec }, options);
    return {
        runProject: (projectId, settings, options) => call('RunProject', {
            method: 'POST',
            path: `${project(projectId)}/runs`,
            body: settingsOnTheWire(settings),
            read: wire/* readStartedRun */.R3,
            deadlineMs: startDeadlineMs,
            ownConnection: true,
        }, options),
        getRunStatus: (projectId, runId, options) => call('GetRunStatus', { path: run(projectId, runId), read: (body) => (0,wire/* readRun */.cI)(body, runId) }, options),
        getProjectRuns: (projectId, filter, options) => call('GetProjectRuns', { path: `${project(projectId)}/runs${queryOf(runQuery(filter))}`, read: wire/* readRunPage */.xk }, options),
        cancelRun: (projectId, runId, options) => call('CancelRun', { method: 'DELETE', path: run(projectId, runId), read: () => undefined, bodyless: true }, options),
        getProject: (projectId, options) => call('GetProject', { path: project(projectId), read: (body, { dateMs }) => (0,wire/* readProject */.Wh)(body, dateMs) }, options),
        me: (options) => call('Me', { path: '/api/v1/users/me', read: wire/* readIdentity */.xN }, options),
        getChartImageFromRun: (projectId, runId, { staticId, ...size }, options) => call('GetChartImageFromRun', {
            path: `${run(projectId, runId)}/cells/${encodeURIComponent(staticId)}/image${queryOf(size)}`,
            read: wire/* readChartImage */.wV,
            maxResponseBytes: maxImageBytes,
        }, options),
        serverNow,
        pollPaceMs: () => paceMs(limitGroupOf.GetRunStatus),
        calmInMs: () => calmInMs(limitGroupOf.GetProject),
        isAlone: () => isAlone(limitGroupOf.GetRunStatus),
        startWaitMs: () => waitMs(limitGroupOf.RunProject),
    };
}
/** Hex rejects `null`, and an empty mapping together with published results, with a 422. Neither is ever sent. */
function settingsOnTheWire(settings) {
    const entries = Object.entries(settings).filter(([, value]) => value !== undefined &&
        value !== null &&
        !(typeof value === 'object' && Object.keys(value).length === 0));
    return JSON.stringify(Object.fromEntries(entries));
}
function runQuery({ limit, offset, status, trigger }) {
    return { limit, offset, statusFilter: status, runTriggerFilter: trigger };
}
function queryOf(facts) {
    const query = Object.entries(facts)
        .filter((entry) => entry[1] !== undefined)
        .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    return query.length === 0 ? '' : `?${query.join('&')}`;
}


/***/ }),

/***/ 5569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ checkHosts),
/* harmony export */   Js: () => (/* binding */ checkProjects),
/* harmony export */   VH: () => (/* binding */ readProjects),
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
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a project. Enter its ID (in Hex: project menu, "Copy project id"), or the address of the project or app.`)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)({ projectId });
}
/** Parses a reference to a run: its UUID, or a URL that ends with it (Hex's run log). */
function parseRunReference(text) {
    const trimmed = text.trim();
    if (trimmed.toLowerCase() === 'none') {
        // GitHub passes the same empty text for an expression without a value and for an input that is not set.
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)("The expression for 'run-id' is empty. Check that the job that starts the run is listed in 'needs', that it declares the output, and that its start step did not fail and was not skipped.");
    }
    const last = URL.canParse(trimmed)
        ? new URL(trimmed).pathname.split('/').filter(Boolean).at(-1)
        : trimmed;
    return last !== undefined && _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .uuid */ .uR.test(last)
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(last.toLowerCase())
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a run ID. Use the 'run-id' output of the step that started the run.`);
}
/** Reads `project-id` as a list, one project per line. `checkProjects` checks the whole list. */
function readProjects({ text, take }) {
    return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(text('project-id')).flatMap((line) => take('project-id', parseProjectReference(line)) ?? []);
}
/** The projects' ids, each once. Reports projects on another host, and too many of them. */
function checkProjects(projects, { baseUrl, max }, problems) {
    checkHosts(projects, baseUrl, problems);
    const ids = [...new Set(projects.map(({ projectId }) => projectId))];
    if (ids.length > max)
        problems.add('project-id', `It lists ${ids.length} projects. The max is ${max}.`);
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
        problems.add('base-url', `The project's address is on ${other}, but 'base-url' is on ${host}. Use "https://${other}".`);
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
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not the address of a project or app. Open it in Hex, and copy the address that contains "/hex/" or "/app/".`)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)({ projectId, host: url.host });
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
    return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        hex.slice(12, 16),
        hex.slice(16, 20),
        hex.slice(20),
    ].join('-');
}


/***/ }),

/***/ 401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ openInputs),
/* harmony export */   HN: () => (/* binding */ areValid),
/* harmony export */   cN: () => (/* binding */ inputReader),
/* harmony export */   oJ: () => (/* binding */ validOrThrow),
/* harmony export */   vX: () => (/* binding */ collectProblems),
/* harmony export */   zq: () => (/* binding */ readAddress)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3237);


function collectProblems() {
    const all = [];
    return {
        all,
        add: (input, message) => void all.push({ input, message }),
        take(input, result) {
            if (result.ok)
                return result.value;
            all.push({ input, message: result.problem });
            return undefined;
        },
    };
}
/** @param text the trimmed text of an input, or its default. */
function inputReader(text, problems = collectProblems()) {
    const read = (name, parse) => problems.take(name, parse(text(name)));
    return {
        ...problems,
        text,
        read,
        readOptional: (name, parse) => (text(name) === '' ? undefined : read(name, parse)),
    };
}
/** Reads the inputs of an action. An empty input, for example from an expression without a value, means its default. */
function openInputs(inputText, defaults) {
    return inputReader((name) => inputText(name).trim() || defaults[name]);
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


/***/ })

};
