export const id = 148;
export const ids = [148,355];
export const modules = {

/***/ 7355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

;// CONCATENATED MODULE: ./build/hex/operations.js
/** Which limit a call counts against, as Hex's OpenAPI document groups them. */
const limitGroupOf = {
    RunProject: 'hex-run-kernel',
    GetRunStatus: 'hex-api',
    GetProjectRuns: 'hex-api',
    GetProject: 'hex-api',
    CancelRun: 'general',
    Me: 'general',
    GetChartImageFromRun: 'hex-chart-image',
};

// EXTERNAL MODULE: ./build/hex/checks.js
var checks = __webpack_require__(1881);
// EXTERNAL MODULE: ./build/hex/errors.js
var errors = __webpack_require__(4027);
;// CONCATENATED MODULE: ./build/hex/wire.js


/** The longest title that is shown whole; Hex documents no limit, and a log line has one. */
const maxTitle = 300;
/** Browsers and GitHub cut longer addresses. */
const maxLink = 2_000;
/** Words and numbers of Hex are far shorter; longer is none of them. */
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
/** Reads one run. `expectedRunId` guards against an answer about another run (a cache in between). */
function readRun(body, expectedRunId) {
    const record = recordOf(body);
    const runId = runIdIn(record);
    if (expectedRunId !== undefined && runId.toLowerCase() !== expectedRunId.toLowerCase()) {
        throw new errors/* UnreadableBody */.m('The answer speaks of another run.');
    }
    const status = shortText(record['status'])?.trim();
    if (status === undefined || status === '')
        throw new errors/* UnreadableBody */.m('The run in the answer has no status.');
    return {
        runId,
        status,
        ...known('runUrl', linkIn(record['runUrl'])),
        ...known('projectVersion', versionIn(record['projectVersion'])),
        ...known('runTrigger', shortText(record['runTrigger'])),
        ...known('traceId', shortText(record['traceId'])),
        ...known('startTime', timeIn(record['startTime'])),
        ...known('endTime', timeIn(record['endTime'])),
        ...known('elapsedMs', (0,checks/* asNumber */.i)(record['elapsedTime'])),
    };
}
function readRunPage(body) {
    const record = recordOf(body);
    const runs = record['runs'];
    if (!Array.isArray(runs))
        throw new errors/* UnreadableBody */.m('The answer has no list of runs.');
    const nextPage = record['nextPage'];
    return {
        runs: runs.map((run) => readRun(run)),
        hasNextPage: typeof nextPage === 'string' && nextPage !== '',
    };
}
function readProject(body, dateMs) {
    const record = recordOf(body);
    const id = (0,checks/* asText */.e1)(record['id']);
    const title = (0,checks/* asText */.e1)(record['title']);
    if (id === undefined || title === undefined)
        throw new errors/* UnreadableBody */.m('The answer is not a project.');
    const lastPublishedAt = record['lastPublishedAt'];
    return {
        id,
        title: title.length > maxTitle ? `${title.slice(0, maxTitle - 1)}…` : title,
        archived: (0,checks/* asText */.e1)(record['archivedAt']) !== undefined,
        trashed: (0,checks/* asText */.e1)(record['trashedAt']) !== undefined,
        ...known('type', shortText(record['type'])),
        ...known('publishedResultsUpdatedAt', timeIn((0,checks/* asRecord */.qY)(record['analytics'])?.['publishedResultsUpdatedAt'])),
        ...known('readAtMs', dateMs),
        ...known('lastPublishedAt', lastPublishedAt === null ? null : (0,checks/* asText */.e1)(lastPublishedAt)),
    };
}
function readIdentity(body) {
    const record = recordOf(body);
    const email = shortText(record['email']);
    const org = (0,checks/* asRecord */.qY)(record['org']);
    // A JSON object of somebody else proves nothing about the token.
    if (email === undefined && org === undefined)
        throw new errors/* UnreadableBody */.m('The answer names neither a user nor a workspace.');
    return {
        ...known('email', email),
        ...known('role', shortText(record['role'])),
        ...known('organisationId', shortText(org?.['id'])),
        ...known('tokenExpiresAtMs', expiryIn((0,checks/* asRecord */.qY)(record['token'])?.['exp'])),
    };
}
/**
 * The unit of `exp` is not documented; seconds since the epoch pass 1e12 only in the year 33658. A number that is no
 * time (JavaScript's dates end at 8.64e15 ms) is not known.
 */
function expiryIn(exp) {
    if (exp === null)
        return null;
    const number = (0,checks/* asNumber */.i)(exp);
    if (number === undefined || number <= 0)
        return undefined;
    const ms = number > 1e12 ? number : number * 1000;
    return ms <= 8.64e15 ? ms : undefined;
}
function readChartImage(body) {
    const record = recordOf(body);
    const base64 = (0,checks/* asText */.e1)(record['imageBase64']);
    const mimeType = shortText(record['mimeType']);
    if (base64 === undefined ||
        mimeType === undefined ||
        !/^image\/[\w.+-]+$/.test(mimeType) ||
        !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
        throw new errors/* UnreadableBody */.m('The answer has no picture.');
    }
    return { mimeType, base64 };
}
function recordOf(body) {
    const record = (0,checks/* asRecord */.qY)(body);
    if (record === undefined)
        throw new errors/* UnreadableBody */.m('The answer is not a JSON object.');
    return record;
}
/** An id ends up in paths, files and Markdown: one of any other make is refused here. */
function runIdIn(record) {
    const runId = (0,checks/* asText */.e1)(record['runId']);
    if (runId === undefined || !/^[0-9A-Za-z-]{1,64}$/.test(runId)) {
        throw new errors/* UnreadableBody */.m('The answer names no run.');
    }
    return runId;
}
/** Version numbers come as integers from older Hex and as texts ("draft" included) from newer. */
function versionIn(value) {
    return typeof value === 'number' ? String(value) : shortText(value);
}
/** ISO 8601 to the second at least. Date.parse alone also takes prose, as long as a year is in it. */
function timeIn(value) {
    const text = shortText(value);
    return text !== undefined &&
        /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/.test(text) &&
        !Number.isNaN(Date.parse(text))
        ? text
        : undefined;
}
function shortText(value) {
    const text = (0,checks/* asText */.e1)(value);
    return text !== undefined && text.length <= maxWord ? text : undefined;
}
/** Only a web address may become a link in a report; anything else Hex sends is left out. */
function linkIn(value) {
    const text = (0,checks/* asText */.e1)(value);
    if (text === undefined || text.length > maxLink || !URL.canParse(text))
        return undefined;
    const { protocol, hostname, username, password, href } = new URL(text);
    const loopback = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
    return (protocol === 'https:' || loopback) && username === '' && password === ''
        ? href
        : undefined;
}
/** An absent fact is an absent key, never a key with undefined in it. */
function known(key, value) {
    return value === undefined ? {} : { [key]: value };
}

;// CONCATENATED MODULE: ./build/hex/client.js


/** Long enough that a slow but healthy start is not taken for a lost one. Hex documents no figure. */
const startDeadlineMs = 60_000;
/** A chart image of 2000 by 2000 pixels is a few MB, a third more in base64. */
const maxImageBytes = 24_000_000;
function createHexClient({ call, serverNow, paceMs, waitMs }) {
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
        startWaitMs: (politeUntilMs) => waitMs(limitGroupOf.RunProject, politeUntilMs),
    };
}
/** Hex answers 422 to a `null` and to an empty mapping beside published results: neither is ever sent. */
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

// EXTERNAL MODULE: ./build/actions/open-caller.js + 9 modules
var open_caller = __webpack_require__(5690);
;// CONCATENATED MODULE: ./build/actions/connect.js


/** Opens a client over the network with the process's one budget. Nothing is sent yet. */
async function connect(address, env, clock) {
    const { caller, close } = await (0,open_caller/* openCaller */.I)(address, env, clock);
    return { hex: createHexClient(caller), close };
}


/***/ }),

/***/ 6773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ annotateProblems)
/* harmony export */ });
/** Shows every problem where people look. GitHub shows ten errors of a step: from the tenth on, they share one. */
function annotateProblems({ annotate }, { problems }) {
    const shown = problems.length > 10 ? problems.slice(0, 9) : problems;
    for (const { input, message } of shown)
        annotate('error', `Input '${input}'`, `'${input}': ${message}`);
    const rest = problems.slice(shown.length);
    if (rest.length > 0) {
        const lines = rest.map(({ input, message }) => `'${input}': ${message}`);
        annotate('error', `${rest.length} more inputs`, lines.join('\n'));
    }
}


/***/ }),

/***/ 7198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);

const unitMs = { h: 3_600_000, m: 60_000, s: 1_000 };
/**
 * A duration in milliseconds: `90s`, `30m`, `1h30m`, `1h 30m`. A number without a unit is refused, because
 * half of its readers take it for minutes and half for seconds; the sentence shows how to write both.
 */
function parseDuration(text, bounds) {
    const trimmed = text.trim().toLowerCase();
    if (/^\d{1,6}$/.test(trimmed)) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(trimmed)} has no unit: write ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(`${trimmed}s`)} for seconds or ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(`${trimmed}m`)} for minutes.`);
    }
    const match = /^(?:(\d{1,6})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,6})s)?$/.exec(trimmed);
    if (match === null || trimmed === '') {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a duration: write for instance "90s", "30m" or "1h30m".`);
    }
    const [hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
    const ms = (hours ?? 0) * unitMs.h + (minutes ?? 0) * unitMs.m + (seconds ?? 0) * unitMs.s;
    if (ms < bounds.leastMs || ms > bounds.mostMs) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is out of bounds: write a duration from ${inWords(bounds.leastMs)} to ${inWords(bounds.mostMs)}.`);
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(ms);
}
function inWords(ms) {
    if (ms % unitMs.h === 0)
        return `${ms / unitMs.h}h`;
    if (ms % unitMs.m === 0)
        return `${ms / unitMs.m}m`;
    return `${ms / unitMs.s}s`;
}


/***/ }),

/***/ 4059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ checkHosts)
/* harmony export */ });
/** A token of one Hex is unknown to another, and the 401 would not say why. */
function checkHosts(projects, baseUrl, problems) {
    if (baseUrl === undefined)
        return;
    const isHexHost = (host) => host.endsWith('.hex.tech');
    const { host } = new URL(baseUrl);
    const other = projects
        .map((project) => project.host)
        .find((each) => each !== undefined && each !== host && isHexHost(each));
    if (other !== undefined && isHexHost(host)) {
        problems.add('base-url', `The project's address is on ${other}, and this is ${host}: write "https://${other}".`);
    }
}


/***/ }),

/***/ 5569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ parseProjectReference),
/* harmony export */   o: () => (/* binding */ parseRunReference)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/**
 * Reads whatever people have at hand for a project: its id, the 22 characters at the end of an app's address,
 * or the address itself, of the notebook (`…/hex/<id>/…`) or the app (`…/app/<title>-<22 characters>/latest`).
 * The 22 characters are the UUID in base 62 (digits, capitals, small letters; DataHub's hex_utils.py shows it
 * with examples), so no call to Hex is needed.
 */
function parseProjectReference(text) {
    const trimmed = text.trim();
    if (URL.canParse(trimmed) && /^https?:/i.test(trimmed))
        return fromAddress(new URL(trimmed), trimmed);
    const projectId = fromWord(trimmed);
    return projectId === undefined
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a project: write its id (in Hex: project menu, "Copy project id") or paste the address of the project or app.`)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)({ projectId });
}
/** A run: its UUID, or an address that ends in it (Hex's run log). */
function parseRunReference(text) {
    const trimmed = text.trim();
    if (trimmed.toLowerCase() === 'none') {
        // GitHub hands over the same empty text for an expression that came to nothing and for no input at all.
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)("The expression behind 'run-id' came to nothing. Check that the job that starts the run is listed in 'needs', that it declares the output, and that its start neither failed nor was skipped.");
    }
    const last = URL.canParse(trimmed)
        ? new URL(trimmed).pathname.split('/').filter(Boolean).at(-1)
        : trimmed;
    return last !== undefined && uuid.test(last)
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(last.toLowerCase())
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a run: write the 'run-id' output of the step that started it.`);
}
function fromAddress(url, text) {
    const parts = url.pathname.split('/').filter(Boolean);
    // A workspace may itself be named "hex" or "app": what counts is that an id follows.
    const projectId = parts
        .filter((_, index) => parts[index - 1] === 'hex' || parts[index - 1] === 'app')
        .map(fromWord)
        .find((id) => id !== undefined);
    return projectId === undefined
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not the address of a project or app: open one in Hex and copy the address with "/hex/" or "/app/" in it.`)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)({ projectId, host: url.host });
}
/** A UUID, or base 62 at the end of `<title>-<22 characters>`; titles keep their own dashes. */
function fromWord(word) {
    if (uuid.test(word))
        return word.toLowerCase();
    const compact = /(?:^|-)([0-9A-Za-z]{22})$/.exec(word)?.[1];
    return compact === undefined ? undefined : fromBase62(compact);
}
function fromBase62(compact) {
    let number = 0n;
    for (const character of compact)
        number = number * 62n + BigInt(digits.indexOf(character));
    // 62^22 is a little more than 2^128, so some words of 22 characters are no UUID.
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

/***/ 3237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseInteger),
/* harmony export */   y: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);

/** YAML 1.2's words for yes and no. `'True'` counts too: a wrong case must never silently mean no. */
function parseBoolean(text) {
    switch (text.trim().toLowerCase()) {
        case 'true':
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(true);
        case 'false':
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(false);
        default:
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is neither true nor false: write one of the two.`);
    }
}
/** A whole number from `low` to `high`. */
function parseInteger(text, low, high) {
    const trimmed = text.trim();
    const number = /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
    return number >= low && number <= high
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(number)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a whole number from ${low} to ${high}: write one.`);
}


/***/ }),

/***/ 2085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ parseToken)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);

/**
 * The token as it goes into the Authorization header. Its form is not checked beyond what a header can carry:
 * Hex's prefixes (`hxtp_`, `hxtw_`) may change.
 */
function parseToken(text) {
    const token = text.trim();
    if (token === '') {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('It is empty: is the secret set, and available to this event? Pull requests from forks and Dependabot get no secrets.');
    }
    if (token.startsWith('${{'))
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('It is an expression that GitHub did not evaluate: write it without quotes in an outer text.');
    if (/^bearer\s/i.test(token))
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('It begins with "Bearer": give the token alone.');
    if (!/^[\x21-\x7e]+$/.test(token)) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('It holds blanks, line breaks or characters that no token has: copy the secret again.');
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(token);
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   aH: () => (/* binding */ maxSummaryBytes),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Breaks what GitHub would turn into a mention, a reference, an emoji or a link of its own. Shows nothing. */
const zeroWidthSpace = '\u200b';
/** All that can mean something to Markdown or GitHub somewhere, as runs where the run decides. */
const suspects = /_+|#+|www(?=\.)|(?<![A-Za-z0-9])gh(?=-\d)|@(?=[\w-])|&(?=#?\w{1,40};)|[\\`*[\]<|~$>=+:.()-]/gi;
/** What after a colon makes it one of an emoji (`:tada:`) or of an address. */
const emojiOrAddress = /^(?:\/\/|[\w+-]*[a-z][\w+-]*:|[+-]1:|100:|1234:)/;
/**
 * Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. Only what can mean
 * something where it stands is escaped (CommonMark 0.31, GFM), so that the summary's source stays readable.
 * Mentions, references and emoji are found by GitHub in the finished HTML, where a backslash is no help.
 */
function escapeMarkdown(text) {
    const line = oneLine(text);
    return line.replace(suspects, (found, index) => escapedAt(line, found, index));
}
function escapedAt(line, found, index) {
    const before = index === 0 ? '' : line.charAt(index - 1);
    const after = line.charAt(index + found.length);
    switch (found.charAt(0)) {
        case '_':
            // Between letters or digits it is one of them.
            return isWordy(before) && isWordy(after) ? found : '\\_'.repeat(found.length);
        case '#': {
            // A heading's mark stands at the start, or alone; with a number after it, it is an issue.
            const marks = before === '' || before === ' ' ? '\\#'.repeat(found.length) : found;
            return /\d/.test(after) ? marks + zeroWidthSpace : marks;
        }
        case '>':
        case '=':
        case '+':
        case '-':
            return index === 0 ? `\\${found}` : found;
        case '.':
        case ')':
            return index < 10 && /^\d+$/.test(line.slice(0, index)) ? `\\${found}` : found;
        case '(':
            return before === ']' ? `\\${found}` : found;
        case ':': {
            const mark = index === 0 || before === ':' ? '\\:' : ':';
            return emojiOrAddress.test(line.slice(index + 1, index + 64)) ? mark + zeroWidthSpace : mark;
        }
        case '<':
            return '&lt;';
        case '&':
            return '&amp;';
        case '$':
            return '&#36;';
        case '\\':
        case '`':
        case '*':
        case '[':
        case ']':
        case '|':
        case '~':
            return `\\${found}`;
        default:
            // www, gh, @
            return found + zeroWidthSpace;
    }
}
/** Text as code. What would end the code or a table's cell is written as HTML, which all readers take alike. */
function code(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    return /[\\`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``;
}
/** A link whose text is ours or was escaped; what is no web address stays text. */
function link(text, address) {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
        return text;
    const safe = new URL(address).href
        .replace(/[()<>|\s"'\\`*_$]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
        .replaceAll('&', '&amp;');
    return `[${text}](${safe})`;
}
/** A table of two columns without a head that says anything. */
function factTable(rows) {
    const shown = rows.filter(([, value]) => value !== '');
    if (shown.length === 0)
        return '';
    return ['| | |', '|:--|:--|', ...shown.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}
/** A table whose cells are Markdown already; `right` names the columns of numbers. */
function table(head, rows, right = []) {
    const rule = head.map((name) => (right.includes(name) ? '--:' : ':--'));
    return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Text that stays on one line where a table is narrow. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}
/** A picture, described by text from outside. */
function image(description, address) {
    return `!${link(escapeMarkdown(description), address)}`;
}
/** GitHub drops a step's summary above 1 MiB whole (actions/runner, FileCommandManager.cs). */
const maxSummaryBytes = 1_000_000;
/** Cuts Markdown to a number of UTF-8 bytes at a line's end and says so; GitHub drops a longer summary whole. */
function fitted(markdown, maxBytes) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = '\n\n> [!NOTE]\n> The rest did not fit and was left out.\n';
    const room = maxBytes - Buffer.byteLength(note);
    const cut = Buffer.from(markdown).subarray(0, Math.max(0, room)).toString('utf8');
    const lineEnd = cut.lastIndexOf('\n');
    return `${lineEnd > 0 ? cut.slice(0, lineEnd) : ''}${note}`;
}
function isWordy(character) {
    return /[\p{L}\p{N}]/u.test(character);
}
/** Without line breaks and control characters, and without those that turn the direction of the text around. */
function oneLine(text) {
    return text
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/[\u202a-\u202e\u2066-\u2069]+/g, '')
        .trim();
}


/***/ }),

/***/ 8286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ persist)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7094);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3380);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1189);
/* harmony import */ var _waiting_for_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6727);




/**
 * Makes a call that may be made again until it succeeds, fails for good, is aborted, or has no time left
 * for another try; then the last failure is thrown.
 * @param untilMs no new try begins after this time, milliseconds since the epoch.
 * @param rateLimitUntilMs the same for tries that only the rate limit keeps from their answer.
 */
async function persist(world, untilMs, call, rateLimitUntilMs = untilMs) {
    for (let tries = 1;; tries += 1) {
        try {
            return await call();
        }
        catch (error) {
            const { failure } = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .hexErrorOf */ .L)(error);
            const waitMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .waitBeforeRepeatMs */ .ye)(failure, tries, world.random());
            const isRateLimit = (0,_waiting_for_js__WEBPACK_IMPORTED_MODULE_2__/* .waitingFor */ .F)(failure) === 'rate-limit';
            const inTime = world.clock.now() + waitMs < (isRateLimit ? rateLimitUntilMs : untilMs);
            const isHopeless = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isNoRoom */ .Ry)(failure) || !(0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .mayRepeat */ .xg)('GET', failure);
            if (world.abort.signal.aborted || !inTime || isHopeless)
                throw error;
            world.tell({ kind: 'waiting', why: (0,_waiting_for_js__WEBPACK_IMPORTED_MODULE_2__/* .waitingFor */ .F)(failure), waitMs, trouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .c)(error) });
            await (0,_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .sleep */ .y)(world.clock, waitMs, world.abort.signal);
            if (world.abort.signal.aborted)
                throw error;
        }
    }
}


/***/ }),

/***/ 6727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ waitingFor)
/* harmony export */ });
/** A 503 in Hex's own words is the limit of 25 kernels a user, and only a start meets it (API overview). */
function waitingFor(failure, isStart = false) {
    if (failure.kind !== 'refused')
        return 'connection';
    if (failure.status === 429)
        return 'rate-limit';
    return isStart ? 'kernel' : 'hex';
}


/***/ })

};
