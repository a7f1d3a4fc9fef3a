export const id = 235;
export const ids = [235,727];
export const modules = {

/***/ 4727:
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

// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __webpack_require__(8046);
// EXTERNAL MODULE: ./build/hex/errors.js
var errors = __webpack_require__(4027);
;// CONCATENATED MODULE: ./build/hex/wire.js



/** Longer titles are cut for log lines. Hex documents no limit. */
const maxTitle = 300;
/** Browsers and GitHub truncate longer URLs. */
const maxLink = 2_000;
/** Hex's words and numbers are far shorter. A longer value is ignored. */
const maxWord = 200;
function readStartedRun(body) {
    const record = recordOf(body);
    return {
        runId: runIdIn(record),
        ...known('runUrl', linkIn(record['runUrl'])),
        ...known('projectVersion', versionIn(record['projectVersion'])),
        ...known('traceId', shortText(record['traceId'])),
    };
}
/** Reads one run. `expectedRunId` guards against a response about another run, from a cache in between. */
function readRun(body, expectedRunId) {
    const record = recordOf(body);
    const runId = runIdIn(record);
    if (expectedRunId !== undefined && runId.toLowerCase() !== expectedRunId.toLowerCase()) {
        throw new errors/* UnreadableBody */.m('The response is about a different run.');
    }
    const status = shortText(record['status'])?.trim();
    if (status === undefined || status === '')
        throw new errors/* UnreadableBody */.m('The run in the response has no status.');
    return {
        runId,
        status,
        ...known('runUrl', linkIn(record['runUrl'])),
        ...known('projectVersion', versionIn(record['projectVersion'])),
        ...known('runTrigger', shortText(record['runTrigger'])),
        ...known('traceId', shortText(record['traceId'])),
        ...known('startTime', timeIn(record['startTime'])),
        ...known('endTime', timeIn(record['endTime'])),
        ...known('elapsedMs', (0,json/* asNumber */.i)(record['elapsedTime'])),
    };
}
function readRunPage(body) {
    const record = recordOf(body);
    const runs = record['runs'];
    if (!Array.isArray(runs))
        throw new errors/* UnreadableBody */.m('The response has no list of runs.');
    const nextPage = record['nextPage'];
    return {
        runs: runs.map((run) => readRun(run)),
        hasNextPage: typeof nextPage === 'string' && nextPage !== '',
    };
}
function readProject(body, dateMs) {
    const record = recordOf(body);
    const id = (0,json/* asText */.e1)(record['id']);
    const title = (0,json/* asText */.e1)(record['title']);
    if (id === undefined || title === undefined)
        throw new errors/* UnreadableBody */.m('The response is not a project.');
    const lastPublishedAt = record['lastPublishedAt'];
    return {
        id,
        title: (0,plain_text/* shortened */.vI)(title, maxTitle),
        archived: (0,json/* asText */.e1)(record['archivedAt']) !== undefined,
        trashed: (0,json/* asText */.e1)(record['trashedAt']) !== undefined,
        ...known('type', shortText(record['type'])),
        ...known('publishedResultsUpdatedAt', timeIn((0,json/* asRecord */.qY)(record['analytics'])?.['publishedResultsUpdatedAt'])),
        ...known('readAtMs', dateMs),
        ...known('lastPublishedAt', lastPublishedAt === null ? null : (0,json/* asText */.e1)(lastPublishedAt)),
    };
}
function readIdentity(body) {
    const record = recordOf(body);
    const email = shortText(record['email']);
    const org = (0,json/* asRecord */.qY)(record['org']);
    // Any other JSON object proves nothing about the token.
    if (email === undefined && org === undefined)
        throw new errors/* UnreadableBody */.m('The response has neither a user nor a workspace.');
    return {
        ...known('email', email),
        ...known('role', shortText(record['role'])),
        ...known('organisationId', shortText(org?.['id'])),
        ...known('tokenExpiresAtMs', expiryIn((0,json/* asRecord */.qY)(record['token'])?.['exp'])),
    };
}
/**
 * The unit of `exp` is not documented. Numbers above 1e12 are milliseconds, because seconds since the epoch reach that
 * only in the year 33658. Numbers beyond JavaScript's last date (8.64e15 ms) are ignored.
 */
function expiryIn(exp) {
    if (exp === null)
        return null;
    const number = (0,json/* asNumber */.i)(exp);
    if (number === undefined || number <= 0)
        return undefined;
    const ms = number > 1e12 ? number : number * 1000;
    return ms <= 8.64e15 ? ms : undefined;
}
function readChartImage(body) {
    const record = recordOf(body);
    const base64 = (0,json/* asText */.e1)(record['imageBase64']);
    const mimeType = shortText(record['mimeType']);
    if (base64 === undefined ||
        mimeType === undefined ||
        !/^image\/[\w.+-]+$/.test(mimeType) ||
        !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
        throw new errors/* UnreadableBody */.m('The response has no image.');
    }
    return { mimeType, base64 };
}
function recordOf(body) {
    const record = (0,json/* asRecord */.qY)(body);
    if (record === undefined)
        throw new errors/* UnreadableBody */.m('The response is not a JSON object.');
    return record;
}
/** An id becomes part of paths, files, and Markdown, so any other characters are refused here. */
function runIdIn(record) {
    const runId = (0,json/* asText */.e1)(record['runId']);
    if (runId === undefined || !/^[0-9A-Za-z-]{1,64}$/.test(runId)) {
        throw new errors/* UnreadableBody */.m('The response has no run ID.');
    }
    return runId;
}
/** Older Hex sends version numbers as integers, newer Hex as strings, including "draft". */
function versionIn(value) {
    return typeof value === 'number' ? String(value) : shortText(value);
}
/**
 * ISO 8601 with seconds and a zone. Hex's times are UTC; without a zone, a runner would read them as local times.
 * Date.parse alone also accepts prose that contains a year.
 */
function timeIn(value) {
    const text = shortText(value);
    const zone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/.exec(text ?? '');
    if (text === undefined || zone === null || Number.isNaN(Date.parse(text)))
        return undefined;
    return zone[1] === undefined ? `${text}Z` : text;
}
function shortText(value) {
    const text = (0,json/* asText */.e1)(value);
    return text !== undefined && text.length <= maxWord ? text : undefined;
}
/** Only web URLs can become links in a report. Anything else is left out. */
function linkIn(value) {
    const text = (0,json/* asText */.e1)(value);
    if (text === undefined || text.length > maxLink || !URL.canParse(text))
        return undefined;
    const { protocol, hostname, username, password, href } = new URL(text);
    const loopback = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
    return (protocol === 'https:' || loopback) && username === '' && password === ''
        ? href
        : undefined;
}
/** A missing fact is a missing key, never a key with the value undefined. */
function known(key, value) {
    return value === undefined ? {} : { [key]: value };
}

;// CONCATENATED MODULE: ./build/hex/client.js


/** Long enough that a slow start is not treated as lost. Hex documents no figure. */
const startDeadlineMs = 60_000;
/** A chart image of 2000 by 2000 pixels is a few MB; base64 adds a third. */
const maxImageBytes = 24_000_000;
function createHexClient(caller) {
    const { call, serverNow, paceMs, calmInMs, isAlone, waitMs } = caller;
    const project = (projectId) => `/api/v1/projects/${encodeURIComponent(projectId)}`;
    const run = (projectId, runId) => `${project(projectId)}/runs/${encodeURIComponent(runId)}`;
    const get = (operation, path, read) => ({
        operation,
        group: limitGroupOf[operation],
        method: 'GET',
        path,
        read,
    });
    return {
        runProject: (projectId, settings, callOptions) => call({
            operation: 'RunProject',
            group: limitGroupOf.RunProject,
            method: 'POST',
            path: `${project(projectId)}/runs`,
            body: settingsOnTheWire(settings),
            read: readStartedRun,
            deadlineMs: startDeadlineMs,
            ownConnection: true,
        }, callOptions),
        getRunStatus: (projectId, runId, callOptions) => call(get('GetRunStatus', run(projectId, runId), (body) => readRun(body, runId)), callOptions),
        getProjectRuns: (projectId, filter, callOptions) => call(get('GetProjectRuns', `${project(projectId)}/runs${queryOf(runQuery(filter))}`, readRunPage), callOptions),
        cancelRun: (projectId, runId, callOptions) => call({
            operation: 'CancelRun',
            group: limitGroupOf.CancelRun,
            method: 'DELETE',
            path: run(projectId, runId),
            read: () => undefined,
            bodyless: true,
        }, callOptions),
        getProject: (projectId, callOptions) => call(get('GetProject', project(projectId), (body, { dateMs }) => readProject(body, dateMs)), callOptions),
        me: (callOptions) => call(get('Me', '/api/v1/users/me', readIdentity), callOptions),
        getChartImageFromRun: (projectId, runId, staticId, size, callOptions) => call({
            ...get('GetChartImageFromRun', `${run(projectId, runId)}/cells/${encodeURIComponent(staticId)}/image${queryOf({ ...size })}`, readChartImage),
            maxAnswerBytes: maxImageBytes,
        }, callOptions),
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


/***/ }),

/***/ 8286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ persist)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1189);
/* harmony import */ var _waiting_for_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6727);




/**
 * Retries a call until it succeeds, fails permanently, is aborted, or has no time left for another try. Then throws the
 * last failure.
 * @param untilMs no try starts after this time, milliseconds since the epoch.
 * @param rateLimitUntilMs the same after a 429.
 */
async function persist(world, untilMs, call, rateLimitUntilMs = untilMs) {
    for (let tries = 1;; tries += 1) {
        try {
            return await call();
        }
        catch (error) {
            const { failure } = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .hexErrorOf */ .L)(error);
            const waitMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .waitBeforeRepeatMs */ .ye)(failure, tries, world.random());
            const isRateLimit = (0,_waiting_for_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingFor */ .F)(failure) === 'rate-limit';
            const inTime = world.clock.now() + waitMs < (isRateLimit ? rateLimitUntilMs : untilMs);
            const isHopeless = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoRoom */ .Ry)(failure) || !(0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .mayRepeat */ .xg)('GET', failure);
            if (world.abort.signal.aborted || !inTime || isHopeless)
                throw error;
            world.onEvent({
                kind: 'waiting',
                why: (0,_waiting_for_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingFor */ .F)(failure),
                waitMs,
                trouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .c)(error),
            });
            await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitMs, world.abort.signal);
            if (world.abort.signal.aborted)
                throw error;
        }
    }
}


/***/ }),

/***/ 305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ whyNotRunnable),
/* harmony export */   Mz: () => (/* binding */ preflight),
/* harmony export */   rW: () => (/* binding */ learnBeside)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7594);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8286);
/* harmony import */ var _recent_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2097);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1189);





/** Hex that cannot be read for so long is not a place to send a start to. */
const patienceMs = 60_000;
/** A window of Hex's limits. */
const spreadMs = 60_000;
/**
 * Reads the project and its recent runs before anything is started. A project that cannot run stops here,
 * with the reason in words; one that the token may start but not read is started all the same.
 */
async function preflight(plan, world) {
    const reading = readProject(plan, world);
    // `run-id: latest` lists the runs again and again, and derives the usual duration from that.
    const listed = plan.start.kind === 'latest' ? undefined : (0,_recent_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .listBeforeStart */ .uR)(plan, world);
    // If the project cannot run, nothing waits for the list.
    listed?.catch(() => undefined);
    const project = await reading;
    if (world.abort.signal.aborted)
        return { kind: 'stopped' };
    if (project.kind === 'failed')
        return project;
    if (project.project !== undefined) {
        world.onEvent({ kind: 'project', title: project.project.title });
        const detail = plan.start.kind === 'new' ? whyNotRunnable(project.project) : undefined;
        if (detail !== undefined)
            return { kind: 'not-runnable', project: project.project, detail };
    }
    const listing = (await listed) ?? { atMs: world.clock.now() };
    if (world.abort.signal.aborted)
        return { kind: 'stopped' };
    const typical = typicalIn(listing.runs ?? [], world);
    return {
        kind: 'go',
        isThrottled: project.isThrottled || listing.isThrottled === true,
        ...(project.project === undefined ? {} : { project: project.project }),
        listing,
        ...(typical === undefined ? {} : { typical }),
    };
}
/**
 * Reads beside the run what only the reports and the polling need, once no read was throttled for a minute: before that
 * it would take requests from jobs that wait for a status (25 jobs of 30 s: p95 lateness 83 s with, 26 s without;
 * `bench/fleet.ts`). A run that ends sooner is reported without a title.
 * @returns ends the reading; nothing of it outlives the run.
 */
function learnBeside(plan, world, learned) {
    const over = new AbortController();
    void readLate(plan, world, learned, over.signal);
    return () => over.abort();
}
async function readLate(plan, world, learned, signal) {
    const options = { signal, notAfterMs: plan.deadlineAtMs };
    for (;;) {
        const calmInMs = world.hex.calmInMs();
        if (signal.aborted)
            return;
        if (calmInMs <= 0)
            break;
        // All jobs become calm at about the same time, and are spread over the next window.
        await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, calmInMs + world.random() * spreadMs, signal);
    }
    try {
        if (learned.project === undefined) {
            learned.project = await world.hex.getProject(plan.projectId, options);
            world.onEvent({ kind: 'project', title: learned.project.title });
        }
        if (learned.typical === undefined) {
            const typical = typicalIn(await (0,_recent_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .listRecentRuns */ .kv)(world.hex, plan.projectId, options), world);
            if (typical !== undefined)
                learned.typical = typical;
        }
    }
    catch {
        // A report without a title is still a report, and nothing here may end the run's own life.
    }
}
function typicalIn(runs, world) {
    const typical = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .typicalOf */ .y)(runs);
    if (typical !== undefined) {
        const { typicalMs, latestMs, fromRuns } = typical;
        world.onEvent({ kind: 'typical', typicalMs, latestMs, fromRuns });
    }
    return typical;
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
        return 'The project was never published, and Hex runs only published versions. Publish it in Hex.';
    }
    return undefined;
}
async function readProject(plan, world) {
    const untilMs = Math.min(plan.deadlineAtMs, world.clock.now() + patienceMs);
    // The project shows whether the published results are fresh.
    const isNeeded = plan.skipIfNewerThanMs !== undefined;
    try {
        const call = () => world.hex.getProject(plan.projectId, {
            signal: world.abort.signal,
            notAfterMs: isNeeded ? plan.deadlineAtMs : world.clock.now(),
            // An earlier run of this step may have refreshed the results meanwhile.
            uncached: isNeeded,
        });
        const project = await (0,_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .persist */ .Z)(world, untilMs, call, isNeeded ? plan.deadlineAtMs : 0);
        return { kind: 'read', project, isThrottled: false };
    }
    catch (error) {
        const { failure } = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .hexErrorOf */ .L)(error);
        // Starts are in another limit group: RunProject goes out with what is known.
        if ((0,_recent_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .isThrottled */ .B5)(failure) && !isNeeded)
            return { kind: 'read', isThrottled: true };
        const mayGoOn = failure.kind === 'refused' &&
            failure.status >= 400 &&
            failure.status < 500 &&
            failure.status !== 401;
        if (!mayGoOn || failure.status === 429)
            return { kind: 'failed', trouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .troubleOf */ .c)(error) };
        // A token with only 'Run projects' may not read the project, and can run it: the start will tell.
        const text = 'Could not read the project, so its title and state are unknown. Continuing without them.';
        world.onEvent({ kind: 'note', text, trouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .troubleOf */ .c)(error) });
        return { kind: 'read', isThrottled: false };
    }
}


/***/ }),

/***/ 6727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ waitingFor)
/* harmony export */ });
/** Hex's own 503 to a start means that all 25 kernels of the user are in use (API overview). */
function waitingFor(failure, isStart = false) {
    if (failure.kind !== 'refused')
        return 'connection';
    if (failure.status === 429)
        return 'rate-limit';
    return isStart ? 'kernel' : 'hex';
}


/***/ })

};
