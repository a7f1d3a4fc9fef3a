export const id = 443;
export const ids = [443,7];
export const modules = {

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

/***/ 1998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _N: () => (/* binding */ end),
/* harmony export */   ge: () => (/* binding */ endUnstarted),
/* harmony export */   mr: () => (/* binding */ endedBy),
/* harmony export */   ys: () => (/* binding */ endFinished)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9368);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5302);


/** The outcome of a life, with everything known about it. */
function end(life, conclusion, reason, facts = {}) {
    const { plan, world, learned, earlierRuns, run } = life;
    // A run that something else started continues after this step.
    const isLeft = plan.start.kind !== 'new' && run !== undefined && !(0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(run.status);
    return {
        conclusion,
        reason: reason === 'aborted' && world.abort.cause() === 'fail-fast' ? 'fail_fast' : reason,
        projectId: plan.projectId,
        attempt: life.attempt,
        adopted: life.adopted,
        tookMs: world.clock.now() - plan.beganAtMs,
        timeoutMs: plan.deadlineAtMs - plan.beganAtMs,
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutUndefined */ .r$)({
            name: plan.name,
            projectTitle: learned.project?.title,
            run,
            typicalMs: learned.typical?.typicalMs,
            earlierRuns: earlierRuns.length === 0 ? undefined : earlierRuns,
            cleared: life.cleared,
            stop: isLeft ? { kind: 'left' } : undefined,
            ...facts,
        }),
    };
}
/** The outcome of a life whose run ended by itself. */
function endFinished(life) {
    const progress = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .progressOf */ .jA)(life.run.status);
    if (progress === 'going')
        throw new Error(`A run that has not ended (${life.run.status}) was treated as ended.`);
    const conclusion = progress === 'completed' ? 'success' : 'failure';
    return end(life, conclusion, progress, { endedBefore: endedBefore(life) });
}
/** For a followed run that had ended before this step began, so this attempt of the job did not start it. */
function endedBefore(life) {
    const { start, beganAtMs, isRerun } = life.plan;
    if (start.kind === 'new' || !endedBy(beganAtMs, life))
        return undefined;
    return { isFromRerun: start.kind === 'existing' && isRerun };
}
/** Did the run end before this time by our clock, according to Hex? */
function endedBy(atMs, { run, world: { hex, clock } }) {
    const aheadMs = (hex.serverNow()?.latestMs ?? clock.now()) - clock.now();
    return Date.parse(run.endTime ?? '') - aheadMs <= atMs;
}
/** The outcome of a life that was aborted, or had no time left, before its next run was started. */
function endUnstarted(life, trouble) {
    if (life.world.abort.signal.aborted)
        return end(life, 'cancelled', 'aborted');
    // The time ran out before another attempt: then the last one is the end.
    return life.run === undefined
        ? end(life, 'timed_out', 'not_started_in_time', { trouble })
        : endFinished({ ...life, run: life.run });
}


/***/ }),

/***/ 305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ whyNotRunnable),
/* harmony export */   Mz: () => (/* binding */ preflight),
/* harmony export */   T5: () => (/* binding */ freshnessOf),
/* harmony export */   Vh: () => (/* binding */ learnTypical),
/* harmony export */   rW: () => (/* binding */ learnBeside)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1883);
/* harmony import */ var _ends_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1998);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7594);
/* harmony import */ var _recent_runs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2097);






/** If Hex can't be read for this long, no start is sent. */
const patienceMs = 60_000;
/** Two windows of Hex's limits (API overview). A job that waited long for its start knows nothing of the limit of reads. */
const calmMs = 120_000;
/** All jobs become calm at about the same time, and are spread over a window. */
const spreadMs = 60_000;
/**
 * Reads the project and its recent runs before anything is started. A project that cannot run stops here,
 * with the reason in words. A project that the token may run but not read is started.
 * @returns the life's outcome if it ends here.
 */
async function preflight(life) {
    const { plan, world } = life;
    const reading = readProject(life);
    // `run-id: latest` lists the runs again and again, and derives the usual duration from that.
    const listed = plan.start.kind === 'latest' ? undefined : (0,_recent_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .listBeforeStart */ .uR)(plan, world);
    // If the project cannot run, nothing waits for the list.
    listed?.catch(() => undefined);
    const read = await reading;
    if (world.abort.signal.aborted)
        return (0,_ends_js__WEBPACK_IMPORTED_MODULE_3__/* .end */ ._N)(life, 'cancelled', 'aborted');
    if ('conclusion' in read)
        return read;
    if (read.project !== undefined) {
        learnProject(life, read.project);
        const detail = plan.start.kind === 'new' ? whyNotRunnable(read.project) : undefined;
        if (detail !== undefined)
            return (0,_ends_js__WEBPACK_IMPORTED_MODULE_3__/* .end */ ._N)(life, 'failure', 'not_runnable', { detail });
    }
    const listing = (await listed) ?? { atMs: world.clock.now() };
    if (world.abort.signal.aborted)
        return (0,_ends_js__WEBPACK_IMPORTED_MODULE_3__/* .end */ ._N)(life, 'cancelled', 'aborted');
    learnTypical(life, listing.runs ?? []);
    return { isThrottled: read.isThrottled || listing.isThrottled === true, listing };
}
/** Derives the usual duration from the project's runs, if they show it, and reports it. */
function learnTypical({ learned, world }, runs) {
    const typical = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .typicalOf */ .y)(runs);
    if (typical === undefined)
        return;
    learned.typical = typical;
    const { typicalMs, latestMs, fromRuns } = typical;
    world.onEvent({ kind: 'typical', typicalMs, latestMs, fromRuns });
}
function learnProject({ learned, world }, project) {
    learned.project = project;
    world.onEvent({ kind: 'project', title: project.title });
}
/**
 * Reads what only the reports and the polling need, beside the run and at most until its end. It begins two minutes after
 * the start, and not before two minutes without a throttled read: earlier it would take requests from jobs that wait for
 * a status (100 jobs of 30 s: p95 lateness 210 s with, 37 s without; `bench/fleet.ts`). A run that ends sooner is
 * reported without a title.
 */
async function learnBeside(life) {
    const { plan, world, learned, over } = life;
    const { hex, clock } = world;
    const options = { signal: over, notAfterMs: plan.deadlineAtMs };
    for (let calmInMs = calmMs; calmInMs > 0; calmInMs = hex.calmInMs()) {
        await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, calmInMs + world.random() * spreadMs, over);
        if (over.aborted)
            return;
    }
    try {
        if (learned.project === undefined)
            learnProject(life, await hex.getProject(plan.projectId, options));
        if (learned.typical === undefined)
            learnTypical(life, await (0,_recent_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .listRecentRuns */ .kv)(hex, plan.projectId, options));
    }
    catch {
        // A report without a title is still a report, and nothing here may end the run's own life.
    }
}
/** Why a start would be refused or would run something else, in one sentence; undefined if the project can run. */
function whyNotRunnable(project) {
    if (project.trashed)
        return 'The project is in the trash. Restore it in Hex.';
    if (project.archived)
        return 'The project is archived. Unarchive it in Hex.';
    if (project.type === 'COMPONENT')
        return 'This is a component, and only projects can run. Enter the ID of a project.';
    if (project.lastPublishedAt === null) {
        return 'The project has never been published, and Hex runs only published versions. Publish it in Hex.';
    }
    return undefined;
}
async function readProject(life) {
    const { plan, world } = life;
    const { clock, abort, hex } = world;
    const untilMs = Math.min(plan.deadlineAtMs, clock.now() + patienceMs);
    // The project shows whether the published results are fresh.
    const isNeeded = plan.skipIfNewerThanMs !== undefined;
    try {
        const call = () => hex.getProject(plan.projectId, {
            signal: abort.signal,
            notAfterMs: isNeeded ? plan.deadlineAtMs : clock.now(),
            // An earlier run of this step may have refreshed the results meanwhile.
            uncached: isNeeded,
        });
        const rateLimitUntilMs = isNeeded ? plan.deadlineAtMs : 0;
        const project = await (0,_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .withRetries */ .c5)(world, untilMs, call, { rateLimitUntilMs });
        return { project, isThrottled: false };
    }
    catch (error) {
        const { failure } = (0,_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .hexErrorOf */ .Ld)(error);
        const trouble = (0,_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .LH)(error);
        // Starts are in another limit group: RunProject goes out with what is known.
        if ((0,_recent_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .isThrottled */ .B5)(failure) && !isNeeded)
            return { isThrottled: true };
        if (!(0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isClientRefusal */ .mt)(failure, [401, 429])) {
            const reason = plan.start.kind === 'new' ? 'start_refused' : 'lost_contact';
            return (0,_ends_js__WEBPACK_IMPORTED_MODULE_3__/* .end */ ._N)(life, 'failure', reason, { trouble });
        }
        // A token with only 'Run projects' may not read the project, and can still run it. The start shows whether it can.
        const text = 'Could not read the project, so its title and state are unknown. Continuing without them.';
        world.onEvent({ kind: 'note', text, trouble });
        return { isThrottled: false };
    }
}
/** A time further in the future than this is invalid. Less is a difference between the clocks of Hex's hosts. */
const toleranceMs = 60_000;
/**
 * The age of the published results when they are fresh enough to start nothing (`skip-if-newer-than`), else
 * undefined. In doubt the run is started, and the log says why. Both times are Hex's, from one response.
 */
function freshnessOf({ plan, world, learned }) {
    const { skipIfNewerThanMs, isRerun } = plan;
    const { project } = learned;
    if (skipIfNewerThanMs === undefined)
        return undefined;
    const start = (why) => {
        world.onEvent({
            kind: 'note',
            text: `${why} Ignoring 'skip-if-newer-than' and starting a run.`,
        });
        return undefined;
    };
    if (isRerun) {
        // A failed refresh may have changed the time, and whoever re-runs jobs wants a run.
        return start('This is a re-run.');
    }
    if (project === undefined)
        return start('The project could not be read.');
    const updatedAt = project.publishedResultsUpdatedAt;
    if (updatedAt === undefined || project.readAtMs === undefined) {
        return start('Hex did not report when the published results were updated.');
    }
    const ageMs = project.readAtMs - Date.parse(updatedAt);
    if (ageMs < -toleranceMs)
        return start('Hex reported an update time in the future.');
    if (ageMs <= skipIfNewerThanMs)
        return { updatedAt, ageMs: Math.max(0, ageMs) };
    return undefined;
}


/***/ })

};
