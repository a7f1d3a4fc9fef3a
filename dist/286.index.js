export const id = 286;
export const ids = [286];
export const modules = {

/***/ 9478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $9: () => (/* binding */ annotateProblems),
  EK: () => (/* binding */ keepTlsChecked),
  gg: () => (/* binding */ maskToken),
  Z6: () => (/* binding */ maxAnnotations),
  b0: () => (/* binding */ openStep),
  xo: () => (/* binding */ printEvents),
  y6: () => (/* binding */ runCompanion)
});

// EXTERNAL MODULE: ./build/clock.js
var clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/inputs/problems.js
var problems = __webpack_require__(6790);
// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __webpack_require__(8046);
// EXTERNAL MODULE: ./build/report/progress.js
var report_progress = __webpack_require__(5364);
// EXTERNAL MODULE: ./build/run/abort.js
var run_abort = __webpack_require__(488);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(3327);
;// CONCATENATED MODULE: ./build/runner/runner.js


const annotations = {
    error: core/* error */.z3,
    warning: core/* warning */.$e,
    notice: core/* notice */.lm,
};
/** The error codes of writes that nobody reads: a closed pipe, a terminal that hung up, a closed pipe on Windows. */
const unreadCodes = ['EPIPE', 'EIO', 'EOF'];
/** How often a debug line checks that someone still reads. GitHub shows debug lines only if a repository enables them. */
const heartbeatMs = 10_000;
/** Below GitHub's limit of 4,096 characters for a message (actions/runner, ExecutionContext.cs). */
const maxMessage = 4_000;
/** Opens the runner of this process. What cannot be written is a warning, because a report never changes the verdict. */
function openRunner(process) {
    const streams = [process.stdout, process.stderr];
    // Without a listener, a failed write would end the process before the cleanup of its run.
    for (const stream of streams)
        stream.on('error', () => undefined);
    const annotate = (level, title, message) => {
        const text = message.split('\n').map(plain_text/* plainLine */.h0).join('\n');
        annotations[level]((0,plain_text/* firstCharacters */.DR)(text, maxMessage), { title: (0,plain_text/* plainLine */.h0)(title) });
    };
    const warn = (title, error) => annotate('warning', title, (0,plain_text/* messageOf */.bD)(error));
    const attempt = (what, write) => {
        try {
            write();
        }
        catch (error) {
            warn(`${what} could not be written`, error);
        }
    };
    return {
        env: process.env,
        input: (name) => process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '',
        mask: core/* setSecret */.Pq,
        line: (text) => (0,core/* info */.pq)((0,plain_text/* plainLine */.h0)(text)),
        group(title, lines) {
            (0,core/* startGroup */.Oh)((0,plain_text/* plainLine */.h0)(title));
            for (const line of lines)
                (0,core/* info */.pq)((0,plain_text/* plainLine */.h0)(line));
            (0,core/* endGroup */.N4)();
        },
        annotate,
        output: (name, value) => attempt(`Output '${name}'`, () => (0,core/* setOutput */.uH)(name, value)),
        saveState: (name, value) => attempt('State for the post step', () => (0,core/* saveState */.LZ)(name, value)),
        state: core/* getState */.Gu,
        async summary(markdown) {
            if (!process.env['GITHUB_STEP_SUMMARY']) {
                // Some other runners never set it, so this is not a warning.
                (0,core/* info */.pq)('No job summary, because this runner does not set GITHUB_STEP_SUMMARY.');
                return;
            }
            await summary/* summary */.z
                .addRaw(markdown)
                .write()
                .catch((error) => warn('The job summary could not be written', error));
        },
        fail() {
            process.exitCode = 1;
        },
        onStop(callback) {
            // The runner's second signal is SIGTERM, or SIGBREAK on Windows (actions/runner, ProcessInvoker.cs). SIGHUP comes when
            // the terminal of a self-hosted runner closes. Without a listener, each of them would end the process.
            for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'])
                process.on(signal, () => callback('signal'));
            // A runner that is gone sends no signal. Only a write shows that nobody reads its pipes.
            setInterval(() => (0,core/* debug */.Yz)('Still running.'), heartbeatMs).unref();
            for (const stream of streams) {
                stream.on('error', (error) => {
                    if ('code' in error && unreadCodes.includes(error.code))
                        callback('unread');
                });
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/step.js






/** GitHub keeps ten annotations of a level per step (actions/runner, ExecutionContext.cs). */
const maxAnnotations = 10;
/**
 * Opens a stage. Listens for signals before anything else, so that a cancelled job still gets its outputs.
 * @param beforeAbort called at each request of the runner to stop, before it counts.
 */
function openStep(beforeAbort = () => undefined) {
    const runner = openRunner(process);
    const abort = (0,run_abort/* createAbort */.x)(clock/* systemClock */.ml);
    runner.onStop((source) => {
        beforeAbort(abort);
        abort.request(source);
    });
    const token = runner.input('token').trim() || (runner.env['HEX_API_TOKEN'] ?? '').trim();
    maskToken(runner, token);
    return {
        runner,
        clock: clock/* systemClock */.ml,
        random: Math.random,
        abort,
        beganAtMs: clock/* systemClock */.ml.now(),
        token,
        input: (name) => (name === 'token' ? token : runner.input(name)),
    };
}
/** Masks a token in the log. The runner refuses an empty mask, and one of a few characters would hide half the log. */
function maskToken({ mask }, token) {
    if (token.length >= 4)
        mask(token);
}
/**
 * Keeps certificate checks on. If this variable is 0, Node turns them off for the whole process, and would send the tokens
 * to any server. Node reads the variable at every connection, so it is removed before the first one.
 */
function keepTlsChecked({ annotate }) {
    const name = 'NODE_TLS_REJECT_UNAUTHORIZED';
    if (process.env[name] !== '0')
        return;
    delete process.env[name];
    annotate('warning', 'Certificate checks stay enabled', `${name}=0 is ignored, because it would send the token to an unverified server. To trust your own CA, set NODE_EXTRA_CA_CERTS.`);
}
/** Adds an annotation per problem. If there are more than GitHub keeps, the last ones share one. */
function annotateProblems({ annotate }, { problems }) {
    const shown = problems.length > maxAnnotations ? problems.slice(0, maxAnnotations - 1) : problems;
    for (const { input, message } of shown)
        annotate('error', `Input '${input}'`, `'${input}': ${message}`);
    const rest = problems.slice(shown.length);
    if (rest.length > 0) {
        const lines = rest.map(({ input, message }) => `'${input}': ${message}`);
        annotate('error', `${rest.length} more inputs`, lines.join('\n'));
    }
}
/** Prints the log lines of a run's events. */
function printEvents({ runner, clock }, { prefix = '', progress = (0,report_progress/* createProgress */.m)() } = {}) {
    return (event) => {
        for (const line of progress(event, clock.now()))
            runner.line(`${prefix}${line}`);
    };
}
/** Runs a companion action: reads the inputs, acts, reports. Sets the outputs on every exit. */
async function runCompanion({ runner, abort, input }, { failure, read, act, report, outputs }) {
    keepTlsChecked(runner);
    let outcome;
    try {
        const inputs = await read(input);
        outcome = await act(inputs);
        abort.close();
        await report?.(outcome, inputs);
    }
    catch (error) {
        runner.fail();
        if (error instanceof problems/* InputError */.dz)
            annotateProblems(runner, error);
        else {
            const words = `Unexpected error. Please report it with this line. ${(0,plain_text/* stackOf */.US)(error)}`;
            runner.annotate('error', failure, words);
        }
    }
    abort.close();
    for (const [name, text] of Object.entries(outputs(outcome)))
        runner.output(name, text);
}


/***/ }),

/***/ 7094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eh: () => (/* binding */ secondsInWords),
/* harmony export */   ml: () => (/* binding */ systemClock),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/** The clock of this machine. It is monotonic, so that an adjusted system clock does not change a wait. */
const systemClock = {
    now: () => performance.timeOrigin + performance.now(),
    after(ms, callback) {
        // A longer timer overflows and fires at once. Nothing here waits for 24 days.
        const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1));
        return () => clearTimeout(timer);
    },
};
/**
 * Resolves after `ms` milliseconds, or at once when a signal is or becomes aborted.
 * It never rejects. The caller checks the signal itself, so there is one place to branch.
 */
function sleep(clock, ms, ...signals) {
    return new Promise((resolve) => {
        if (signals.some((signal) => signal.aborted)) {
            resolve();
            return;
        }
        const wake = () => {
            forget();
            for (const signal of signals)
                signal.removeEventListener('abort', wake);
            resolve();
        };
        const forget = clock.after(Math.max(0, ms), wake);
        for (const signal of signals)
            signal.addEventListener('abort', wake);
    });
}
/** A duration in seconds for a log line: with tenths below 10 s, without from there on. */
function secondsInWords(ms) {
    return `${Number((ms / 1_000).toFixed(ms < 10_000 ? 1 : 0))} s`;
}


/***/ }),

/***/ 4027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ HexError),
/* harmony export */   m: () => (/* binding */ UnreadableBody)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8046);

/** The error of every failed call to Hex: the request, Hex's words, the remedy, and the trace ID. */
class HexError extends Error {
    call;
    constructor(call, options) {
        super(sentenceOf(call), options);
        this.name = 'HexError';
        this.call = call;
    }
    get failure() {
        return this.call.failure;
    }
}
/** The body is not this operation's. The message says what is wrong with it. */
class UnreadableBody extends Error {
    constructor(what) {
        super(what);
        this.name = 'UnreadableBody';
    }
}
function sentenceOf({ method, path, failure, words, remedy, traceId }) {
    const status = failure.kind === 'refused' ? `${failure.status}. ` : '';
    const trace = traceId === undefined ? '' : ` (trace ID ${traceId})`;
    return `${method} ${path}: ${status}${[(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(words), remedy].filter(Boolean).join(' ')}${trace}`;
}


/***/ }),

/***/ 3380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isRefusedInFront),
/* harmony export */   KO: () => (/* binding */ mayRetry),
/* harmony export */   Ko: () => (/* binding */ retryWaitMs),
/* harmony export */   LV: () => (/* binding */ namesNoWait),
/* harmony export */   dk: () => (/* binding */ mayHaveHappened),
/* harmony export */   fb: () => (/* binding */ isUntrusted),
/* harmony export */   kM: () => (/* binding */ isOverLimit)
/* harmony export */ });
/**
 * May this request be retried? A 429 is sent before any work begins, and a request that never left did nothing, so every
 * method may be retried after those. Hex's own 503 means that no run was created because no kernel was free (API
 * overview). After any other failure, a POST may already have had its effect and is not retried.
 */
function mayRetry(method, failure) {
    switch (failure.kind) {
        case 'no-response':
            if (isUntrusted(failure.code))
                return false;
            return !failure.sent || isSafe(method);
        case 'unreadable':
            return isSafe(method);
        case 'refused':
            if (failure.status === 429)
                return true;
            if (failure.status === 503 && failure.hexOwn)
                return true;
            return isSafe(method) && mayHaveHappened(failure);
    }
    return failure;
}
/**
 * Statuses with which a proxy, a firewall, or a sign-in page responds without forwarding the request. The other 4xx (408,
 * 425, 499, and those that only applications use) do not prove that Hex never received it.
 */
const refusalsInFront = new Set([
    401, 403, 404, 405, 407, 411, 413, 414, 415, 417, 421, 426, 431, 451,
]);
/** Did something in front of Hex refuse this request? Redirects count, because the API sends none. */
function isRefusedInFront(failure) {
    if (failure.kind !== 'refused' || failure.hexOwn)
        return false;
    return (failure.status >= 300 && failure.status < 400) || refusalsInFront.has(failure.status);
}
/**
 * May the request have had its effect? After a failed POST, only these prove that no run exists: a 429, any 4xx or a 503
 * in Hex's own error format, and a refusal by something in front of Hex.
 */
function mayHaveHappened(failure) {
    switch (failure.kind) {
        case 'no-response':
            return failure.sent;
        case 'unreadable':
            return true;
        case 'refused':
            if (failure.status === 429 || isRefusedInFront(failure))
                return false;
            return !failure.hexOwn || (failure.status >= 500 && failure.status !== 503);
    }
    return failure;
}
/** Those who were refused together are spread over so long; more would lose them their places (`limiter.ts`). */
const spreadMs = 1_500;
/**
 * The wait before the next try, in milliseconds. A wait that the server asked for is never shortened. Jitter is only added,
 * so that jobs that were refused together do not retry together.
 * @param tries failed tries in a row, from 1.
 * @param random from 0 up to 1.
 */
function retryWaitMs(failure, tries, random) {
    // Back off even if the server asks for a wait of 0.
    const base = Math.min(30_000, 1_000 * 2 ** Math.min(tries - 1, 10));
    const backoffMs = base / 2 + (random * base) / 2;
    if (failure.kind !== 'refused')
        return backoffMs;
    const { status, askedWaitMs } = failure;
    if (status === 429) {
        // Hex's windows reset a minute after their first request (API overview), so a minute is enough.
        return askedWaitMs === undefined ? 60_000 + random * 15_000 : askedWaitMs + random * spreadMs;
    }
    if (askedWaitMs === undefined)
        return backoffMs;
    const jitterMs = random * Math.min(5_000, 250 + askedWaitMs / 4);
    return Math.max(askedWaitMs + jitterMs, backoffMs);
}
/** A 429 that names no wait: where requests go through the limiter, it finds out when they may be sent again. */
function namesNoWait(failure) {
    return failure.kind === 'refused' && failure.status === 429 && failure.askedWaitMs === undefined;
}
/** Our own limiter did not allow the request in time; nothing is wrong with Hex. */
function isOverLimit(failure) {
    return failure.kind === 'no-response' && failure.code === 'OVER_LIMIT';
}
/** The certificate is not trusted. A retry would only delay the message. */
function isUntrusted(code) {
    return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code);
}
function isSafe(method) {
    return method === 'GET' || method === 'DELETE';
}


/***/ }),

/***/ 7925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R3: () => (/* binding */ readStartedRun),
/* harmony export */   Wh: () => (/* binding */ readProject),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   qt: () => (/* binding */ timeInId),
/* harmony export */   wV: () => (/* binding */ readChartImage),
/* harmony export */   xN: () => (/* binding */ readIdentity),
/* harmony export */   xk: () => (/* binding */ readRunPage)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9368);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8046);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4027);



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
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutUndefined */ .r$)({
            runUrl: linkIn(record['runUrl']),
            projectVersion: versionIn(record['projectVersion']),
            traceId: shortText(record['traceId']),
        }),
    };
}
/** Reads one run. `expectedRunId` guards against a response about another run, from a cache in between. */
function readRun(body, expectedRunId) {
    const record = recordOf(body);
    const run = readStartedRun(record);
    if (expectedRunId !== undefined && run.runId.toLowerCase() !== expectedRunId.toLowerCase()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .m('The response is about a different run.');
    }
    const status = shortText(record['status'])?.trim();
    if (status === undefined || status === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .m('The run in the response has no status.');
    return {
        ...run,
        status,
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutUndefined */ .r$)({
            runTrigger: shortText(record['runTrigger']),
            startTime: timeIn(record['startTime']),
            endTime: timeIn(record['endTime']),
            elapsedMs: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asNumber */ .i)(record['elapsedTime']),
        }),
    };
}
function readRunPage(body) {
    const record = recordOf(body);
    const runs = record['runs'];
    if (!Array.isArray(runs))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .m('The response has no list of runs.');
    const nextPage = record['nextPage'];
    return {
        runs: runs.map((run) => readRun(run)),
        hasNextPage: typeof nextPage === 'string' && nextPage !== '',
    };
}
function readProject(body, dateMs) {
    const record = recordOf(body);
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(record['id']);
    const title = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(record['title']);
    if (id === undefined || title === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .m('The response is not a project.');
    const lastPublishedAt = record['lastPublishedAt'];
    return {
        id,
        title: (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(title, maxTitle),
        archived: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(record['archivedAt']) !== undefined,
        trashed: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(record['trashedAt']) !== undefined,
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutUndefined */ .r$)({
            type: shortText(record['type']),
            publishedResultsUpdatedAt: timeIn((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(record['analytics'])?.['publishedResultsUpdatedAt']),
            readAtMs: dateMs,
            lastPublishedAt: lastPublishedAt === null ? null : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(lastPublishedAt),
        }),
    };
}
function readIdentity(body) {
    const record = recordOf(body);
    const email = shortText(record['email']);
    const org = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(record['org']);
    // Any other JSON object proves nothing about the token.
    if (email === undefined && org === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .m('The response has neither a user nor a workspace.');
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutUndefined */ .r$)({
        email,
        role: shortText(record['role']),
        organisationId: shortText(org?.['id']),
        tokenExpiresAtMs: expiryIn((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(record['token'])?.['exp']),
    });
}
/**
 * The unit of `exp` is not documented. Numbers above 1e12 are milliseconds, because seconds since the epoch reach that
 * only in the year 33658. Numbers beyond JavaScript's last date (8.64e15 ms) are ignored.
 */
function expiryIn(exp) {
    if (exp === null)
        return null;
    const number = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asNumber */ .i)(exp);
    if (number === undefined || number <= 0)
        return undefined;
    const ms = number > 1e12 ? number : number * 1000;
    return ms <= 8.64e15 ? ms : undefined;
}
function readChartImage(body) {
    const record = recordOf(body);
    const base64 = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(record['imageBase64']);
    const mimeType = shortText(record['mimeType']);
    if (base64 === undefined ||
        mimeType === undefined ||
        !/^image\/[\w.+-]+$/.test(mimeType) ||
        !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .m('The response has no image.');
    }
    return { mimeType, base64 };
}
/**
 * The time in a run's id, milliseconds since the epoch: a UUID of version 7 begins with the time it was made
 * (RFC 9562 §5.7). Hex's newer ids are of that version. Undefined for all others.
 */
function timeInId(id) {
    const match = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/i.exec(id);
    return match === null ? undefined : Number.parseInt(`${match[1]}${match[2]}`, 16);
}
function recordOf(body) {
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(body);
    if (record === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .m('The response is not a JSON object.');
    return record;
}
/** An id becomes part of paths, files, and Markdown, so any other characters are refused here. */
function runIdIn(record) {
    const runId = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(record['runId']);
    if (runId === undefined || !/^[0-9A-Za-z-]{1,64}$/.test(runId)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .m('The response has no run ID.');
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
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(value);
    return text !== undefined && text.length <= maxWord ? text : undefined;
}
/** Only web URLs can become links in a report. Anything else is left out. */
function linkIn(value) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(value);
    if (text === undefined || text.length > maxLink || !URL.canParse(text))
        return undefined;
    const { protocol, hostname, username, password, href } = new URL(text);
    const loopback = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
    return (protocol === 'https:' || loopback) && username === '' && password === ''
        ? href
        : undefined;
}


/***/ }),

/***/ 6790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   HM: () => (/* binding */ chained),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8046);

function value(it) {
    return { ok: true, value: it };
}
function problem(sentence) {
    return { ok: false, problem: sentence };
}
/** Parses the value of a parsed text further. */
function chained(parsed, next) {
    return parsed.ok ? next(parsed.value) : parsed;
}
/** Invalid inputs. Nothing was sent. */
class InputError extends Error {
    problems;
    constructor(problems) {
        super(problems.map(({ input, message }) => `'${input}': ${message}`).join('\n'));
        this.name = 'InputError';
        this.problems = problems;
    }
}
/** The first five complaints and the number of the others: a value can have thousands of problems. */
function someOf(complaints) {
    const rest = complaints.length - 5;
    return [...complaints.slice(0, 5), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
}
/** Quotes the user's text for a log line: shortened, and without control characters. */
function quoted(text) {
    return `"${short(text)}"`;
}
/** A key or a path of keys, quoted for a problem. */
function named(key) {
    return `'${short(key)}'`;
}
function short(text) {
    return (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, 60).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}


/***/ }),

/***/ 3237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   F1: () => (/* binding */ parseAge),
/* harmony export */   No: () => (/* binding */ parseCompanionTimeout),
/* harmony export */   Q2: () => (/* binding */ parseBaseUrl),
/* harmony export */   cG: () => (/* binding */ parseInteger),
/* harmony export */   kB: () => (/* binding */ parseWord),
/* harmony export */   pI: () => (/* binding */ parseToken),
/* harmony export */   uR: () => (/* binding */ uuid),
/* harmony export */   uc: () => (/* binding */ parseTrigger),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);

/** A UUID in any case. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Longer than any address: a DNS name has at most 253 characters. */
const maxAddress = 300;
/**
 * Parses the token for the Authorization header. Its format is not checked beyond what a header can contain, because Hex
 * may change its prefixes (`hxtp_`, `hxtw_`).
 */
function parseToken(text) {
    const token = text.trim();
    if (token === '') {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('It is empty. Check that the secret exists and is available to this event. Pull requests from forks and Dependabot do not get secrets.');
    }
    if (token.startsWith('${{'))
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('It is an expression that GitHub did not evaluate. Check the quotes around it.');
    if (/^bearer\s/i.test(token))
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('It starts with "Bearer". Use only the token.');
    if (!/^[\x21-\x7e]+$/.test(token)) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)('It contains spaces, line breaks or characters that tokens do not have. Copy the token into the secret again.');
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(token);
}
/**
 * Parses the scheme and host of a Hex instance, for example `https://eu.hex.tech`. Accepts it without `https://`, and
 * with the `/api` or `/api/v1` that other tools require. Plain http would expose the token.
 */
function parseBaseUrl(text) {
    const trimmed = text.trim();
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
    if (trimmed.length > maxAddress || /\s/.test(trimmed) || !URL.canParse(withScheme)) {
        // Text with an @ can contain a password, so the message does not repeat it.
        const shown = trimmed.includes('@') ? 'It' : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text);
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${shown} is not a valid address. Use an address such as "https://app.hex.tech".`);
    }
    const url = new URL(withScheme);
    if (url.username !== '' || url.password !== '') {
        // The text contains a password, so the message does not repeat it.
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`The address contains a user name or password. Use "https://${url.host}" and set the token with 'token'.`);
    }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`It would send the token unencrypted. Use "https://${url.host}".`);
    }
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`It must start with https, for example "https://app.hex.tech".`);
    }
    if (!/^\/(api(\/v1)?\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`It is more than a host. Use "${url.origin}".`);
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(url.origin);
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
/** Parses true or false in any case, so that `'True'` never silently means false. */
function parseBoolean(text) {
    switch (text.trim().toLowerCase()) {
        case 'true':
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(true);
        case 'false':
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(false);
        default:
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a boolean. Use true or false.`);
    }
}
/** Parses a whole number from `low` to `high`. */
function parseInteger(text, low, high) {
    const trimmed = text.trim();
    const number = /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
    return number >= low && number <= high
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(number)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} must be a whole number from ${low} to ${high}.`);
}
/** Parses one of several words, in any case. */
function parseWord(text, words) {
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    return found === undefined
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a valid value. Use one of ${words.join(', ')}.`)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(found);
}
const triggers = ['API', 'SCHEDULED', 'APP_REFRESH', 'ALL'];
/** Parses what started a run. */
function parseTrigger(text) {
    return parseWord(text, triggers);
}
const unitMs = { h: 3_600_000, m: 60_000, s: 1_000 };
/**
 * Parses a duration to milliseconds: `90s`, `30m`, `1h30m`, `1h 30m`. Refuses a number without a unit, because it could
 * mean minutes or seconds; the message shows how to write both.
 */
function parseDuration(text, bounds) {
    const trimmed = text.trim().toLowerCase();
    if (/^\d{1,6}$/.test(trimmed)) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(trimmed)} has no unit. Use ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(`${trimmed}s`)} for seconds or ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(`${trimmed}m`)} for minutes.`);
    }
    const match = /^(?:(\d{1,6})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,6})s)?$/.exec(trimmed);
    if (match === null || trimmed === '') {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a duration. Use a value such as "90s", "30m" or "1h30m".`);
    }
    const [hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
    const ms = (hours ?? 0) * unitMs.h + (minutes ?? 0) * unitMs.m + (seconds ?? 0) * unitMs.s;
    if (ms < bounds.minMs || ms > bounds.maxMs) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is out of range. Use a duration from ${inWords(bounds.minMs)} to ${inWords(bounds.maxMs)}.`);
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(ms);
}
/** Parses the age of a run, up to a year. */
function parseAge(text) {
    return parseDuration(text, { minMs: 1_000, maxMs: 365 * 24 * unitMs.h });
}
/** Parses the timeout of a companion action: from the time of a few responses to the max duration of a hosted job. */
function parseCompanionTimeout(text) {
    return parseDuration(text, { minMs: 5_000, maxMs: 6 * unitMs.h });
}
function inWords(ms) {
    if (ms % unitMs.h === 0)
        return `${ms / unitMs.h}h`;
    if (ms % unitMs.m === 0)
        return `${ms / unitMs.m}m`;
    return `${ms / unitMs.s}s`;
}
/** The items of a list with one item per line, trimmed, without blank lines. */
function linesOf(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}


/***/ }),

/***/ 9368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   i: () => (/* binding */ asNumber),
/* harmony export */   qY: () => (/* binding */ asRecord),
/* harmony export */   r$: () => (/* binding */ withoutUndefined)
/* harmony export */ });
/** The value as a record of unknown values, or undefined if it is not a JSON object. */
function asRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
/** The value if it is a string, else undefined. */
function asText(value) {
    return typeof value === 'string' ? value : undefined;
}
/** The value if it is a finite number, else undefined. */
function asNumber(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
/** The record without the fields that are undefined, as JSON writes it: an optional field is absent, never undefined. */
function withoutUndefined(record) {
    const entries = Object.entries(record).filter(([, it]) => it !== undefined);
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 8046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ firstCharacters),
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   US: () => (/* binding */ stackOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/**
 * Makes text from outside one harmless log line. The runner parses commands in our output: `::name::` at the start of a
 * line, `##[name]` anywhere, and a carriage return ends a line (actions/runner, ActionCommand.cs). Escape sequences
 * could color or hide the text that follows, and direction marks could reorder it.
 */
function plainLine(text) {
    const oneLine = text
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{feff}]+/gu, ' ')
        .replace(/[\u202a-\u202e\u2066-\u2069]+/g, '')
        .replaceAll('##[', '## [');
    return /^\s*::/.test(oneLine) ? `│ ${oneLine.trimStart()}` : oneLine;
}
/** The start of a text, at most `max` UTF-16 units, never cut inside a surrogate pair. */
function firstCharacters(text, max) {
    return text.slice(0, isHighSurrogate(text.charCodeAt(max - 1)) ? max - 1 : max);
}
/** A text of at most `max` UTF-16 units, with an ellipsis in place of what did not fit. */
function shortened(text, max) {
    return text.length > max ? `${firstCharacters(text, max - 1)}…` : text;
}
function isHighSurrogate(unit) {
    return unit >= 0xd800 && unit <= 0xdbff;
}
/** Adds a full stop to a text that has no end mark, so that another sentence can follow. Empty stays empty. */
function asSentence(text) {
    return text === '' || /[.!?…]["')\]]?$/.test(text) ? text : `${text}.`;
}
/** The message of anything that was thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Everything about an unexpected error, for a report to this action's maintainers. */
function stackOf(error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}


/***/ }),

/***/ 5364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ createWaits),
/* harmony export */   m: () => (/* binding */ createProgress)
/* harmony export */ });
/* harmony import */ var _run_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _run_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5302);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4702);



/** The interval between signs of life. It grows, so that a long run does not fill the log. */
function heartbeatMs(elapsedMs) {
    if (elapsedMs < 5 * 60_000)
        return 60_000;
    return elapsedMs < 30 * 60_000 ? 2 * 60_000 : 5 * 60_000;
}
/**
 * The log of one run: each change once, and a sign of life in between. The run's URL comes first, and what was known before
 * follows it.
 * @param whyAborted why an abort cancels the run. Main can't distinguish a cancelled job from a stopped step.
 */
function createProgress(whyAborted = 'this step was stopped') {
    let title;
    /** A sentence about the usual duration. */
    let typical;
    let latestMs = Number.POSITIVE_INFINITY;
    let startedAtMs = 0;
    let status = '';
    let loggedAtMs = 0;
    let isFailing = false;
    /** The wait that the last line is about. */
    let waitingFor;
    let isFollowing = false;
    /** A followed run whose URL is not known before the first status. */
    let unnamed;
    let lookedCandidates;
    const log = (nowMs, ...lines) => {
        loggedAtMs = nowMs;
        waitingFor = undefined;
        return lines.filter((line) => line !== undefined);
    };
    const isQuiet = (nowMs, elapsedMs) => nowMs - loggedAtMs < heartbeatMs(elapsedMs);
    const followingLines = ({ runId, runUrl }) => {
        const following = `Following run ${runId}${title === undefined ? '' : ` of ${title}`}.`;
        return [runUrl, sentences(following, typical)].filter((line) => line !== undefined);
    };
    const linesOf = (event, nowMs) => {
        const elapsedMs = nowMs - startedAtMs;
        switch (event.kind) {
            case 'project':
                title = event.title;
                return [];
            case 'typical':
                typical = `Its last ${event.fromRuns} completed runs took about ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .roughDuration */ .Um)(event.typicalMs)}.`;
                latestMs = event.latestMs ?? latestMs;
                return [];
            case 'started':
                startedAtMs = nowMs;
                status = '';
                return log(nowMs, event.run.runUrl ?? `Run ${event.run.runId}`, sentences(title === undefined ? undefined : `Project: ${title}.`, typical), event.adopted
                    ? "The response to the start was lost. This is the project's only new run, so it is assumed to be the started one."
                    : undefined);
            case 'following':
                startedAtMs = nowMs;
                isFollowing = true;
                if (event.run.runUrl !== undefined)
                    return log(nowMs, ...followingLines(event.run));
                unnamed = event.run;
                return [];
            case 'polled': {
                const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(elapsedMs);
                const elapsed = isFollowing ? `followed for ${words}` : `${words} after the start`;
                const recovered = isFailing ? 'Hex is responding again.' : undefined;
                isFailing = false;
                if (event.run.status !== status) {
                    status = event.run.status;
                    const unknown = (0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .isKnownStatus */ .ih)(status) ? '' : ' (unknown status, still waiting)';
                    return log(nowMs, recovered, `${status}${unknown}${endWords(event.run) ?? `, ${elapsed}`}`);
                }
                if (recovered === undefined && isQuiet(nowMs, elapsedMs))
                    return [];
                const usual = estimate(typical, elapsedMs > latestMs);
                return log(nowMs, recovered, `still ${status}, ${elapsed}${usual}`);
            }
            case 'poll-failed':
                if (isFailing && isQuiet(nowMs, elapsedMs))
                    return [];
                isFailing = true;
                return log(nowMs, `Could not read the run's status; retrying. The run is not affected. ${event.trouble.text}`);
            case 'waiting': {
                if (waitingFor === event.why && isQuiet(nowMs, 0))
                    return [];
                const lines = log(nowMs, `${waitingWords[event.why]} Retrying in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(event.waitMs)}. ${event.trouble.text}`);
                waitingFor = event.why;
                return lines;
            }
            case 'no-kernel':
                return log(nowMs, `Hex had no kernel for run ${event.run.runId}, so nothing ran. Starting again in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(event.waitMs)}.`);
            case 'again':
                return log(nowMs, `Run ${event.run.runId} failed. Starting attempt ${event.attempt} of ${event.maxAttempts}.`);
            case 'response-lost':
                return log(nowMs, `The response to the start was lost. Looking for the run. ${event.trouble.text}`);
            case 'searched':
                if (event.candidates === lookedCandidates)
                    return [];
                lookedCandidates = event.candidates;
                return log(nowMs, lookedWords(event.candidates));
            case 'note':
                return log(nowMs, sentences(event.text, event.trouble?.text));
            case 'cancelling':
                return log(nowMs, `Cancelling run ${event.runId}: ${cancelWords(event, whyAborted)}.`);
        }
        return event;
    };
    return (event, nowMs) => {
        if (unnamed === undefined)
            return linesOf(event, nowMs);
        // The run's URL comes first. The first status has it.
        const run = event.kind === 'polled' ? { ...unnamed, ...event.run } : unnamed;
        unnamed = undefined;
        return [...followingLines(run), ...linesOf(event, nowMs)];
    };
}
/** The known sentences in one line; undefined if there are none. */
function sentences(...parts) {
    const known = parts.filter((part) => part !== undefined);
    return known.length === 0 ? undefined : known.join(' ');
}
/** How long a run took as Hex reports it, like in the other reports; undefined while it is active. */
function endWords(run) {
    const tookMs = (0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(run.status) ? (0,_run_history_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(run) : undefined;
    return tookMs === undefined ? undefined : ` after ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(tookMs)}`;
}
/** The usual duration. A run that takes longer than all recent ones is marked. */
function estimate(typical, isLonger) {
    if (typical === undefined)
        return '';
    const words = typical.toLowerCase().replace(/\.$/, '');
    return ` (${isLonger ? 'longer than usual: ' : ''}${words})`;
}
function lookedWords(candidates) {
    if (candidates === 0)
        return "The run is not in the project's list yet. Checking again until it is clear whether it exists.";
    return candidates === 1
        ? 'Found one new run of the project. Checking that it is the only one.'
        : `Found ${candidates} new runs of the project.`;
}
function cancelWords({ why, timeoutMs }, whyAborted) {
    switch (why) {
        case 'abort':
            return whyAborted;
        case 'fail-fast':
            return "another run failed, and 'fail-fast' is set";
        case 'timeout':
            return `the timeout${timeoutMs === undefined ? '' : ` of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(timeoutMs)}`} is over`;
        case 'lost-contact':
            return 'its status can no longer be read';
    }
    return why;
}
const waitingWords = {
    kernel: 'All kernels are in use. Waiting for one.',
    'rate-limit': "Hex's rate limit is exceeded.",
    connection: 'Hex could not be reached.',
    hex: 'Hex could not respond.',
};
const waitedWords = {
    kernel: 'for a kernel',
    'rate-limit': "for Hex's rate limit",
    connection: 'for a connection to Hex',
    hex: 'for Hex to respond',
};
/** Shorter waits are not reported. */
const minWaitMs = 10_000;
function createWaits() {
    const totals = new Map();
    let current;
    const begin = (why, nowMs) => {
        if (current !== undefined) {
            const waitedMs = Math.max(0, nowMs - current.fromMs);
            totals.set(current.why, (totals.get(current.why) ?? 0) + waitedMs);
        }
        current = why === undefined ? undefined : { why, fromMs: nowMs };
    };
    return {
        note(event, nowMs) {
            if (event.kind === 'waiting')
                begin(event.why, nowMs);
            else if (event.kind === 'no-kernel')
                begin('kernel', nowMs);
            else if (['started', 'following', 'polled', 'response-lost', 'cancelling'].includes(event.kind))
                begin(undefined, nowMs);
        },
        sentence(nowMs) {
            begin(undefined, nowMs);
            const parts = [...totals]
                .filter(([, ms]) => ms >= minWaitMs)
                .map(([why, ms]) => `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(ms)} ${waitedWords[why]}`);
            return parts.length === 0 ? '' : `Waited ${parts.join(' and ')}.`;
        },
    };
}


/***/ }),

/***/ 4702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ utcSecond),
/* harmony export */   Iu: () => (/* binding */ capitalised),
/* harmony export */   Um: () => (/* binding */ roughDuration),
/* harmony export */   dA: () => (/* binding */ utcDay),
/* harmony export */   ji: () => (/* binding */ durationInWords),
/* harmony export */   vD: () => (/* binding */ utcMinute)
/* harmony export */ });
/** A duration in words, for instance `4 s`, `3 min 12 s`, `1 h 5 min`, `3 days`. */
function durationInWords(ms) {
    if (ms < 500)
        return 'less than 1 s';
    const exact = Math.round(ms / 1000);
    // Seconds are rounded away from ten minutes on, and minutes from two days on: nobody needs them.
    const seconds = exact < 600 ? exact : Math.round(exact / 60) * 60;
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3_600)
        return inTwoUnits(seconds, 60, 'min', 's');
    if (seconds < 172_800)
        return inTwoUnits(seconds / 60, 60, 'h', 'min');
    return inTwoUnits(Math.round(seconds / 3_600), 24, 'days', 'h');
}
/** A usual duration, as people estimate it: `2 s`, `1 min 20 s`, `1 h 5 min`. */
function roughDuration(ms) {
    const seconds = ms / 1000;
    const stepSeconds = seconds < 60 ? 1 : seconds < 600 ? 10 : seconds < 3_600 ? 60 : 300;
    return durationInWords(Math.round(seconds / stepSeconds) * stepSeconds * 1_000);
}
function inTwoUnits(count, size, large, small) {
    const rest = count % size;
    return rest === 0
        ? `${count / size} ${large}`
        : `${Math.floor(count / size)} ${large} ${rest} ${small}`;
}
/** A time from Hex as `2026-03-01 12:00:05 UTC`; '' if it is missing or not a time. */
function utcSecond(time) {
    const ms = Date.parse(time ?? '');
    return Number.isNaN(ms) ? '' : `${utc(ms, 19)} UTC`;
}
/** A time in milliseconds since the epoch as `2026-03-01 12:00 UTC`. */
function utcMinute(ms) {
    return `${utc(ms, 16)} UTC`;
}
/** The day of a time in milliseconds since the epoch, in UTC, as `2026-03-01`. */
function utcDay(ms) {
    return utc(ms, 10);
}
function utc(ms, length) {
    return new Date(ms).toISOString().slice(0, length).replace('T', ' ');
}
/** A sentence with a capital letter at its start. */
function capitalised(sentence) {
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}


/***/ }),

/***/ 488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ createFailFast),
/* harmony export */   x: () => (/* binding */ createAbort)
/* harmony export */ });
/**
 * Time after a job is cancelled: the runner sends SIGTERM 7.5 s after SIGINT and SIGKILL 2.5 s later (actions/runner,
 * ProcessInvoker.cs). Background steps are abandoned after 7.5 s.
 */
const signalGraceMs = {
    start: 4_000,
    // The post step searches.
    search: 0,
    cancel: 6_000,
    report: 7_000,
};
/** If only another run failed, nothing kills this process, so a cancel can be confirmed. */
const failFastGraceMs = {
    start: 60_000,
    search: 0,
    cancel: 60_000,
    report: Number.POSITIVE_INFINITY,
};
/** A runner that has died sends no SIGKILL and runs no post step, so a start is followed to its end, even if lost. */
const unreadGraceMs = {
    start: 60_000,
    search: 120_000,
    cancel: 150_000,
    report: 160_000,
};
/** The switch that the runner's signals trigger. */
function createAbort(clock) {
    return createSwitch(clock, 'job', { signal: signalGraceMs, unread: unreadGraceMs });
}
/** A switch for runs that stop when one of them fails, or when the job is cancelled. */
function createFailFast(clock, job) {
    return createSwitch(clock, 'fail-fast', { signal: failFastGraceMs, unread: failFastGraceMs }, job);
}
function createSwitch(clock, ownCause, graceMs, parent) {
    const controller = new AbortController();
    const forgets = [];
    const askedAtMs = new Map();
    const listeners = new Set();
    let cause;
    const stop = (by) => {
        cause ??= by;
        controller.abort();
    };
    const onParent = () => stop('job');
    if (parent?.signal.aborted)
        onParent();
    parent?.signal.addEventListener('abort', onParent);
    forgets.push(() => parent?.signal.removeEventListener('abort', onParent));
    const endsAtMs = (part) => Math.min(...[...askedAtMs].map(([source, atMs]) => atMs + graceMs[source][part]), parent?.endsAtMs(part) ?? Number.POSITIVE_INFINITY);
    const onRequest = (callback) => {
        listeners.add(callback);
        const forget = parent?.onRequest(callback);
        return () => {
            listeners.delete(callback);
            forget?.();
        };
    };
    const timeOver = (part) => {
        const late = new AbortController();
        const start = () => {
            const leftMs = endsAtMs(part) - clock.now();
            if (leftMs <= 0)
                late.abort();
            else if (Number.isFinite(leftMs))
                forgets.push(clock.after(leftMs, () => late.abort()));
        };
        start();
        // Several requests may come, one after the other, and the shortest time counts.
        forgets.push(onRequest(start));
        return late.signal;
    };
    return {
        signal: controller.signal,
        cause: () => cause,
        endsAtMs,
        timeOver,
        onRequest,
        request(source = 'signal') {
            if (askedAtMs.has(source))
                return;
            askedAtMs.set(source, clock.now());
            stop(ownCause);
            for (const listener of listeners)
                listener();
        },
        close() {
            for (const forget of forgets.splice(0))
                forget();
        },
    };
}


/***/ }),

/***/ 1883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Ld: () => (/* binding */ hexErrorOf),
/* harmony export */   c5: () => (/* binding */ withRetries)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3380);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2493);





/**
 * Retries a call until it succeeds, fails permanently, is aborted, or has no time left for another try. Then throws the
 * last failure.
 * @param untilMs no try starts after this time, milliseconds since the epoch.
 * @param rateLimitUntilMs the same after a 429.
 */
async function withRetries(world, untilMs, call, rateLimitUntilMs = untilMs) {
    for (let tries = 1;; tries += 1) {
        try {
            return await call();
        }
        catch (error) {
            const { failure } = hexErrorOf(error);
            const waitMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryWaitMs */ .Ko)(failure, tries, world.random());
            const isRateLimit = (0,_events_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingFor */ .F)(failure) === 'rate-limit';
            const inTime = world.clock.now() + waitMs < (isRateLimit ? rateLimitUntilMs : untilMs);
            const isHopeless = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isOverLimit */ .kM)(failure) || !(0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .mayRetry */ .KO)('GET', failure);
            if (world.abort.signal.aborted || !inTime || isHopeless)
                throw error;
            world.onEvent({
                kind: 'waiting',
                why: (0,_events_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingFor */ .F)(failure),
                waitMs,
                trouble: troubleOf(error),
            });
            await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitMs, world.abort.signal);
            if (world.abort.signal.aborted)
                throw error;
        }
    }
}
/** A failed call for reports. Rethrows anything but a HexError, because it is an unexpected error. */
function troubleOf(error) {
    const { call, message } = hexErrorOf(error);
    return { text: message, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({ traceId: call.traceId }) };
}
/** The error as a HexError. Rethrows anything else, so that an unexpected error is never reported as Hex's. */
function hexErrorOf(error) {
    if (error instanceof _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HexError */ ._)
        return error;
    throw error;
}


/***/ }),

/***/ 2493:
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


/***/ }),

/***/ 7594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ durationMs),
/* harmony export */   y: () => (/* binding */ typicalOf)
/* harmony export */ });
/* harmony import */ var _hex_wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7925);

const maxRuns = 20;
/** Tukey's outer fences: a value further from the middle half than three times its width is an outlier. */
const fence = 3;
/**
 * How far the next run can lie outside the known ones, in average distances between two of them. Of ten runs that vary
 * evenly, the eleventh is the shortest or the longest with a probability of 2 in 11. If a run ends before it is expected,
 * we notice it up to a minute late, so the margin is generous. Each distance costs a tenth more requests.
 */
const margin = 2.5;
/** Min margin on both sides, as a part of the median: runs of equal length say less than they seem to. */
const minMargin = 0.02;
/** How long a run usually takes; undefined if fewer than two completed runs have a duration. */
function typicalOf(runs) {
    const recent = runs
        .filter((run) => run.status === 'COMPLETED')
        .sort((a, b) => (b.startTime ?? '').localeCompare(a.startTime ?? ''))
        .slice(0, maxRuns);
    const durations = recent.flatMap((run) => durationMs(run) ?? []).sort((a, b) => a - b);
    const typicalMs = durations[Math.floor(durations.length / 2)];
    if (typicalMs === undefined || durations.length < 2)
        return undefined;
    const usual = withoutExceptions(durations);
    const shortestMs = usual[0] ?? typicalMs;
    const longestMs = usual.at(-1) ?? typicalMs;
    const distanceMs = (longestMs - shortestMs) / Math.max(1, usual.length - 1);
    const marginMs = Math.max(distanceMs * margin, typicalMs * minMargin);
    return {
        typicalMs,
        earliestMs: Math.max(0, shortestMs - marginMs),
        latestMs: longestMs + marginMs,
        pendingMs: shortestPendingMs(recent),
        fromRuns: durations.length,
    };
}
/** A run's duration in milliseconds: Hex's own figure, or else the time between its start and its end. */
function durationMs(run) {
    if (run.elapsedMs !== undefined && run.elapsedMs >= 0)
        return run.elapsedMs;
    const between = Date.parse(run.endTime ?? '') - Date.parse(run.startTime ?? '');
    return between >= 0 ? between : undefined;
}
function shortestPendingMs(runs) {
    const times = runs.flatMap(({ runId, startTime }) => {
        const madeAtMs = (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .timeInId */ .qt)(runId);
        const pendingMs = Date.parse(startTime ?? '') - (madeAtMs ?? Number.NaN);
        return pendingMs >= 0 ? [pendingMs] : [];
    });
    return times.length < 2 ? 0 : Math.min(...times);
}
/** Drops outliers: because of one run that had nothing to do, or one that hung, the next would be polled too often. */
function withoutExceptions(sorted) {
    const quarter = (part) => sorted[Math.round((sorted.length - 1) * part)] ?? 0;
    const width = quarter(0.75) - quarter(0.25);
    const low = quarter(0.25) - fence * width;
    const high = quarter(0.75) + fence * width;
    return sorted.filter((value) => value >= low && value <= high);
}


/***/ }),

/***/ 5302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ hasFailedItself),
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   gf: () => (/* binding */ isGreen),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   ih: () => (/* binding */ isKnownStatus),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   pD: () => (/* binding */ leadingOutcome),
/* harmony export */   wL: () => (/* binding */ isHandedOn)
/* harmony export */ });
/**
 * The statuses are those of Hex's OpenAPI document (2025 and 2026). Hex added UNABLE_TO_ALLOCATE_KERNEL later, so it may
 * add more. An unknown status, or none, is neither an end nor a success.
 */
function progressOf(status) {
    switch (status) {
        case 'COMPLETED':
            return 'completed';
        case 'ERRORED':
            return 'errored';
        case 'KILLED':
            return 'killed';
        case 'UNABLE_TO_ALLOCATE_KERNEL':
            return 'no-kernel';
        default:
            return 'going';
    }
}
function hasEnded(status) {
    return progressOf(status) !== 'going';
}
/** Is this one of the statuses that Hex documents? */
function isKnownStatus(status) {
    return status === 'PENDING' || status === 'RUNNING' || hasEnded(status);
}
/** Is it certain that no run of ours is active, or that the user wants it to be? */
function isSettled(outcome) {
    if (outcome.reason === 'start_unknown')
        return false;
    return outcome.stop === undefined || outcome.stop.kind === 'ended' || outcome.stop.kind === 'left';
}
/**
 * The run that a step with several reports as its own (the plain outputs): the first that failed by itself, else the
 * first that did not succeed, else the first. A run that was cancelled because of another one explains nothing.
 */
function leadingOutcome(outcomes) {
    return (outcomes.find(hasFailedItself) ??
        outcomes.find(({ conclusion }) => !isGreen(conclusion)) ??
        outcomes[0]);
}
/** Did this run fail for a reason of its own? One that was cancelled did not. */
function hasFailedItself({ conclusion }) {
    return conclusion === 'failure' || conclusion === 'timed_out';
}
/** Was this step stopped before it could confirm the end of its run? Then the post step confirms and reports it. */
function isHandedOn(outcome) {
    return outcome.conclusion === 'cancelled' && outcome.reason !== 'fail_fast' && !isSettled(outcome);
}
/** Does the step succeed? Only if the user got what they asked for. */
function isGreen(conclusion) {
    switch (conclusion) {
        case 'success':
        case 'detached':
        case 'dry_run':
        case 'skipped':
            return true;
        case 'failure':
        case 'cancelled':
        case 'timed_out':
            return false;
    }
    return conclusion;
}


/***/ })

};
