/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ function (module) {

module.exports = process.getBuiltinModule("assert");

/***/ },

/***/ 4434:
/***/ function (module) {

module.exports = process.getBuiltinModule("events");

/***/ },

/***/ 9896:
/***/ function (module) {

module.exports = process.getBuiltinModule("fs");

/***/ },

/***/ 8611:
/***/ function (module) {

module.exports = process.getBuiltinModule("http");

/***/ },

/***/ 5692:
/***/ function (module) {

module.exports = process.getBuiltinModule("https");

/***/ },

/***/ 9278:
/***/ function (module) {

module.exports = process.getBuiltinModule("net");

/***/ },

/***/ 4589:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:assert");

/***/ },

/***/ 6698:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:async_hooks");

/***/ },

/***/ 4573:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:buffer");

/***/ },

/***/ 7598:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:crypto");

/***/ },

/***/ 3053:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:diagnostics_channel");

/***/ },

/***/ 8474:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:events");

/***/ },

/***/ 1455:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:fs/promises");

/***/ },

/***/ 7067:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:http");

/***/ },

/***/ 2467:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:http2");

/***/ },

/***/ 7030:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:net");

/***/ },

/***/ 6760:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:path");

/***/ },

/***/ 643:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:perf_hooks");

/***/ },

/***/ 1792:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:querystring");

/***/ },

/***/ 99:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:sqlite");

/***/ },

/***/ 7075:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:stream");

/***/ },

/***/ 7830:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:stream/web");

/***/ },

/***/ 1692:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:tls");

/***/ },

/***/ 3136:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:url");

/***/ },

/***/ 7975:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:util");

/***/ },

/***/ 3429:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:util/types");

/***/ },

/***/ 5919:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:worker_threads");

/***/ },

/***/ 8522:
/***/ function (module) {

module.exports = process.getBuiltinModule("node:zlib");

/***/ },

/***/ 857:
/***/ function (module) {

module.exports = process.getBuiltinModule("os");

/***/ },

/***/ 4756:
/***/ function (module) {

module.exports = process.getBuiltinModule("tls");

/***/ },

/***/ 9023:
/***/ function (module) {

module.exports = process.getBuiltinModule("util");

/***/ },

/***/ 4237:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ keepTlsChecked)
/* harmony export */ });
/**
 * Certificates are always checked. Node turns the check off for a whole process where this variable is 0, and would
 * send the tokens to whoever answers; it reads the variable at every connection, so it is removed before the first.
 */
function keepTlsChecked({ annotate }) {
    const name = 'NODE_TLS_REJECT_UNAUTHORIZED';
    if (process.env[name] !== '0')
        return;
    delete process.env[name];
    annotate('warning', 'Certificates are checked', `${name}=0 is ignored, because it would send the token to an unverified server. To trust a CA of your own, set NODE_EXTRA_CA_CERTS.`);
}


/***/ },

/***/ 6027:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fD: () => (/* binding */ finishReports)
/* harmony export */ });
/* unused harmony exports noCharts, openReports */
/* harmony import */ var _reports_check_state_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5644);

const noCharts = { paths: [], shown: [] };
const noReports = {
    started: () => undefined,
    charts: async () => noCharts,
    ended: async () => undefined,
};
/**
 * Opens the reports that were asked for; most uses ask for none, and then nothing of them is loaded.
 * @param projectIds of all runs; a part of what tells this use of the action from others.
 */
async function openReports(inputs, projectIds, world) {
    if (!inputs.prComment && inputs.checkName === undefined && inputs.charts.length === 0)
        return noReports;
    const { openWantedReports } = await Promise.all(/* import() */[__nccwpck_require__.e(325), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4961));
    return openWantedReports(inputs, projectIds, world);
}
/** In the post step: completes the check run that a killed main step left open. */
async function finishReports(world) {
    if (world.runner.state(_reports_check_state_js__WEBPACK_IMPORTED_MODULE_0__/* .checkStateName */ .H) === '')
        return;
    const { finishOpenCheck } = await Promise.all(/* import() */[__nccwpck_require__.e(325), __nccwpck_require__.e(841)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4841));
    await finishOpenCheck(world);
}


/***/ },

/***/ 5644:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ checkStateName),
/* harmony export */   t: () => (/* binding */ readOpenCheck)
/* harmony export */ });
/** The name under which main keeps its open check run for the post step; '' when there is none. */
const checkStateName = 'check';
/** Reads it back; undefined for anything else. */
function readOpenCheck(text) {
    try {
        const value = JSON.parse(text);
        if (typeof value !== 'object' || value === null)
            return undefined;
        const { name, headSha, externalId, id, runUrl, verdict } = value;
        if (typeof name !== 'string' || typeof headSha !== 'string' || typeof externalId !== 'string') {
            return undefined;
        }
        return {
            name,
            headSha,
            externalId,
            ...(typeof id === 'number' ? { id } : {}),
            ...(typeof runUrl === 'string' ? { runUrl } : {}),
            ...(isVerdict(verdict) ? { verdict } : {}),
        };
    }
    catch {
        // Empty, which is the usual case, or damaged: there is nothing to complete.
        return undefined;
    }
}
const conclusions = [
    'success',
    'failure',
    'cancelled',
    'timed_out',
    'neutral',
];
function isVerdict(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { conclusion, title } = value;
    return typeof title === 'string' && conclusions.includes(String(conclusion));
}


/***/ },

/***/ 1192:
/***/ function (__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _inputs_base_url_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6607);
/* harmony import */ var _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5984);
/* harmony import */ var _report_leftover_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(4804);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5364);
/* harmony import */ var _run_abort_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(488);
/* harmony import */ var _run_journal_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(2353);
/* harmony import */ var _run_leftovers_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1360);
/* harmony import */ var _run_turns_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(6550);
/* harmony import */ var _runner_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(453);
/* harmony import */ var _runner_handover_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4149);
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1157);
/* harmony import */ var _checked_tls_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(4237);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6027);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(6037);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(9001);















const runner = (0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_7__/* .openRunner */ .N)(process);
const clock = _runner_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .m;
/** A main that was told to stop is done in about six seconds; the runner itself gives it ten. */
const mainPatienceMs = 10_000;
const abort = (0,_run_abort_js__WEBPACK_IMPORTED_MODULE_3__/* .createAbort */ .x)(clock);
runner.onStop(abort.request);
await main();
await (0,_reports_js__WEBPACK_IMPORTED_MODULE_8__/* .finishReports */ .fD)({ runner, clock, abort, random: Math.random });
abort.close();
/**
 * Finishes what a killed main step left behind. It never fails the job: the job's own end says what happened,
 * and what could not be cleaned up is a warning with links.
 */
async function main() {
    const token = (0,_token_js__WEBPACK_IMPORTED_MODULE_9__/* .maskedToken */ .H)(runner);
    // Main has warned of it.
    (0,_checked_tls_js__WEBPACK_IMPORTED_MODULE_10__/* .keepTlsChecked */ .E)({ annotate: () => undefined });
    const texts = await lastWords();
    const entries = texts.flatMap((text) => (0,_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .readEntry */ .hB)(text) ?? []);
    if (entries.length < texts.length) {
        runner.annotate('warning', 'Hex run not cleaned up', 'What the main step left for this one cannot be read: look at the runs of the project in Hex.');
    }
    if (!entries.some(_run_leftovers_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n))
        return;
    try {
        await report(await finish(entries, token));
    }
    catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        runner.annotate('warning', 'Hex run not cleaned up', `The clean-up itself failed; look at the runs of the project in Hex. ${detail}`);
    }
}
/**
 * What main wrote last of each of its runs. A main that still runs and has a run, or is about to, is told to stop
 * and cleans up by itself: it knows more than post can, and two who cancel one run are one too many.
 */
async function lastWords() {
    const main = (0,_runner_handover_js__WEBPACK_IMPORTED_MODULE_6__/* .openPostSide */ .O)(runner.env, runner.state(_state_js__WEBPACK_IMPORTED_MODULE_12__/* .markName */ .Fp));
    const isBusy = () => [...(main?.latest().values() ?? [])].some((text) => (0,_run_leftovers_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)((0,_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .readEntry */ .hB)(text)));
    if (main?.isRunning() && isBusy()) {
        runner.line('The main step still runs beside this one; it was told to stop and to clean up.');
        await main.gone(clock, mainPatienceMs, abort.signal);
        if (!isBusy())
            runner.line('It has: no run of it goes on.');
    }
    const notes = main?.latest() ?? new Map();
    const count = Math.max(Number(runner.state(_state_js__WEBPACK_IMPORTED_MODULE_12__/* .countName */ .LS)) || 0, ...[...notes.keys()].map((subject) => Number(subject) + 1));
    return Array.from({ length: count }, (_, index) => notes.get(String(index)) ?? runner.state((0,_state_js__WEBPACK_IMPORTED_MODULE_12__/* .stateNameOf */ .Qv)(index))).filter((text) => text !== '');
}
async function finish(entries, token) {
    const base = (0,_inputs_base_url_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBaseUrl */ .Q)(runner.input('base-url').trim() || _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .runInputDefaults */ .i['base-url']);
    if (!base.ok)
        throw new Error(base.problem);
    // Most jobs end with nothing to clean up, and then nothing of the client is loaded.
    const { connect } = await Promise.all(/* import() */[__nccwpck_require__.e(307), __nccwpck_require__.e(145)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9145));
    const connection = await connect({ baseUrl: base.value, token }, runner.env, clock);
    const progress = (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .createProgress */ .m)();
    const world = {
        hex: connection.hex,
        clock,
        random: Math.random,
        abort,
        turns: (0,_run_turns_js__WEBPACK_IMPORTED_MODULE_13__/* .createTurns */ .z)(),
        journal: (0,_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .createJournal */ .s9)(() => undefined),
        tell: (event) => {
            for (const line of progress.lines(event, clock.now()))
                runner.line(line);
        },
    };
    try {
        return await (0,_run_leftovers_js__WEBPACK_IMPORTED_MODULE_4__/* .finishAllLeftovers */ .L)(entries, world);
    }
    finally {
        await connection.close();
    }
}
async function report(finished) {
    const reports = finished.map(({ entry, leftover }) => (0,_report_leftover_js__WEBPACK_IMPORTED_MODULE_14__/* .leftoverReport */ .e)(leftover, entry));
    const warnings = reports.filter(({ warning }) => warning);
    for (const { line, warning } of reports)
        if (!warning)
            runner.line(line);
    if (warnings.length > 0) {
        const message = warnings.map(({ line }) => line).join('\n');
        runner.annotate('warning', 'Hex run may still be going', message);
    }
    await runner.summary(reports.map(({ markdown }) => markdown).join('\n'));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ },

/***/ 6037:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ markName),
/* harmony export */   LS: () => (/* binding */ countName),
/* harmony export */   Qv: () => (/* binding */ stateNameOf)
/* harmony export */ });
/** The name under which main keeps the last entry of one run's journal for the post step. */
function stateNameOf(index) {
    return `journal-${index}`;
}
/** The name under which main keeps how many runs it has. */
const countName = 'runs';
/** The name under which main keeps its mark, by which post knows main's notes. */
const markName = 'main';


/***/ },

/***/ 9001:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ maskedToken)
/* harmony export */ });
/** The token's text, hidden from everything printed after this: the `token` input, else HEX_API_TOKEN. */
function maskedToken(runner) {
    const token = runner.input('token').trim() || (runner.env['HEX_API_TOKEN'] ?? '').trim();
    // An empty mask is refused by the runner, and one of a few characters would hide half the log.
    if (token.length >= 4)
        runner.mask(token);
    return token;
}


/***/ },

/***/ 7094:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ sleep)
/* harmony export */ });
/**
 * Resolves after `ms` milliseconds, or at once when a signal is or becomes aborted.
 * It never rejects: whoever sleeps looks at the signal itself, so that there is one place to branch.
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


/***/ },

/***/ 1881:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   i: () => (/* binding */ asNumber),
/* harmony export */   qY: () => (/* binding */ asRecord)
/* harmony export */ });
/** The value as a record of unknowns, or undefined when it is not a JSON object. */
function asRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
/** The value when it is a text, else undefined. */
function asText(value) {
    return typeof value === 'string' ? value : undefined;
}
/** The value when it is a finite number, else undefined. */
function asNumber(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}


/***/ },

/***/ 4027:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ HexError),
/* harmony export */   m: () => (/* binding */ UnreadableBody)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5215);

/** The one error of every call to Hex: what was tried, what Hex said, what to do, the trace id. */
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
/** The body is not what this call answers; the message says what is wrong with it. */
class UnreadableBody extends Error {
    constructor(what) {
        super(what);
        this.name = 'UnreadableBody';
    }
}
function sentenceOf({ method, path, failure, words, remedy, traceId }) {
    const status = failure.kind === 'refused' ? `${failure.status}. ` : '';
    const trace = traceId === undefined ? '' : ` (trace id ${traceId})`;
    return `${method} ${path}: ${status}${[(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .ended */ .v)(words), remedy].filter(Boolean).join(' ')}${trace}`;
}


/***/ },

/***/ 3380:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ry: () => (/* binding */ isNoRoom),
/* harmony export */   fb: () => (/* binding */ isUntrusted),
/* harmony export */   xg: () => (/* binding */ mayRepeat),
/* harmony export */   ye: () => (/* binding */ waitBeforeRepeatMs)
/* harmony export */ });
/* unused harmony export mayHaveHappened */
/**
 * May this request be sent again? A rate limit was refused before any work began, and a request that never
 * left did nothing, so every method may repeat those. Hex's own 503 says that no run was created (all
 * kernels of the user are taken; Hex's API overview). After anything else a POST may have done its work.
 */
function mayRepeat(method, failure) {
    switch (failure.kind) {
        case 'no-answer':
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
            return failure.status >= 500 && isSafe(method);
    }
    return failure;
}
/** After a failed POST nobody knows whether the run exists unless the failure itself says so. */
function mayHaveHappened(failure) {
    switch (failure.kind) {
        case 'no-answer':
            return failure.sent;
        case 'unreadable':
            return true;
        case 'refused':
            // A redirect is answered in place of the API, by whatever stands in front of it; so are HTML pages
            // with a 4xx, and the status says that the request was not carried out.
            return failure.status >= 500 && !(failure.status === 503 && failure.hexOwn);
    }
    return failure;
}
/**
 * How long to wait before the next try, in milliseconds. A wait that the server asked for is kept to the
 * letter and only ever lengthened by jitter, so that jobs that were refused together do not come back together.
 * @param tries how many tries have failed in a row, from 1.
 * @param random a number from 0 up to 1.
 */
function waitBeforeRepeatMs(failure, tries, random) {
    // A server that asks for no wait at all must not be asked again and again without one.
    const base = Math.min(30_000, 1_000 * 2 ** Math.min(tries - 1, 10));
    const backoffMs = base / 2 + (random * base) / 2;
    if (failure.kind !== 'refused')
        return backoffMs;
    const { status, askedWaitMs } = failure;
    // Hex's windows reset a minute after their first request (API overview), so a minute is always enough.
    if (askedWaitMs === undefined)
        return status === 429 ? 60_000 + random * 15_000 : backoffMs;
    const jitterMs = random * Math.min(5_000, 250 + askedWaitMs / 4);
    return Math.max(askedWaitMs + jitterMs, backoffMs);
}
/** Our own budget had no place for the request in time; nothing is wrong with Hex. */
function isNoRoom(failure) {
    return failure.kind === 'no-answer' && failure.code === 'NO_ROOM';
}
/** A certificate that is not trusted now is not trusted in a minute: repeating only delays the message. */
function isUntrusted(code) {
    return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code);
}
function isSafe(method) {
    return method === 'GET' || method === 'DELETE';
}


/***/ },

/***/ 5215:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ wordsOf),
/* harmony export */   v: () => (/* binding */ ended)
/* harmony export */ });
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1881);

const maxWords = 500;
/** Of a list in a body, more is not read: the words are cut anyway. */
const maxItems = 20;
/**
 * Finds the words in the body of a failed call. Hex's endpoints answer in five shapes (OpenAPI documents of
 * 2025 and 2026, and bodies quoted in public): `{reason, details}`, `{message, code, issues}`, the lists
 * `invalid` and `notFound` of RunProject, `details` as a list, and plain text; proxies add HTML and nothing.
 */
function wordsOf(body) {
    const trimmed = body.trim();
    // A body of nothing but control characters says no more than none.
    if (cut(trimmed) === '')
        return { words: 'The answer had no body.', hexOwn: false };
    const record = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(parsed(trimmed));
    if (record === undefined) {
        if (isPage(trimmed))
            return { words: pageWords(trimmed), hexOwn: false, isPage: true };
        return { words: cut(trimmed), hexOwn: trimmed === 'Unauthorized' };
    }
    const sentences = [
        ...inputComplaints(record),
        ...sentence(record['message']),
        ...items(record['issues']),
        ...sentence(record['reason']),
        ...(typeof record['details'] === 'string'
            ? sentence(record['details'])
            : items(record['details'])),
    ].map(cut);
    const traceId = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(record['traceId']);
    return {
        words: cut(sentences.length > 0 ? unique(sentences).join(' ') : trimmed),
        hexOwn: isHexOwn(record),
        ...(traceId === undefined ? {} : { traceId: cut(traceId) }),
    };
}
/** The text as a sentence that another one can follow: Hex's own do not all end. Empty stays empty. */
function ended(text) {
    return text === '' || /[.!?…]["')\]]?$/.test(text) ? text : `${text}.`;
}
/**
 * Hex's older errors have a `reason`, its newer ones a `code` in capitals beside the `message`, and those about
 * parameters their lists. A `message` alone is what gateways write, too (AWS, Kong), and theirs do not say
 * whether Hex got the request.
 */
function isHexOwn(record) {
    const code = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(record['code']);
    return ((0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(record['reason']) !== undefined ||
        ((0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(record['message']) !== undefined && code !== undefined && /^[A-Z_]+$/.test(code)) ||
        inputComplaints(record).length > 0);
}
/** RunProject's own complaint about input parameters: which are unknown, which have the wrong type. */
function inputComplaints(record) {
    const unknown = list(record['notFound']).flatMap((name) => (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(name) ?? []);
    const invalid = list(record['invalid']).flatMap((entry) => {
        const facts = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(entry);
        const name = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(facts?.['paramName']);
        if (facts === undefined || name === undefined)
            return [];
        const wanted = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(facts['dataType']);
        // The value is there as well, and stays out: it may be secret, and who wrote it knows it.
        const why = wanted === undefined ? '' : `: it wants ${wanted}`;
        return [`Input '${name}' does not take the value it was given${why}.`];
    });
    return unknown.length === 0
        ? invalid
        : [
            `The project has no input named ${unknown.map((name) => `'${name}'`).join(', ')}.`,
            ...invalid,
        ];
}
/** A list of complaints, or a mapping from what they are about. */
function items(value) {
    const named = Object.entries((0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(value) ?? {}).slice(0, maxItems);
    return [
        ...list(value).flatMap((entry) => sentence((0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(entry)?.['message'] ?? entry)),
        ...named.flatMap(([name, entry]) => sentence((0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(entry)?.['message'] ?? entry).map((text) => `${name}: ${text}`)),
    ];
}
function sentence(value) {
    const text = value === undefined || value === null ? '' : textOf(value).trim();
    return text === '' ? [] : [ended(text)];
}
function textOf(value) {
    if (typeof value === 'string')
        return value;
    try {
        return JSON.stringify(value);
    }
    catch {
        // JSON.parse reads any depth, JSON.stringify does not write it.
        return 'a deeply nested value';
    }
}
function isPage(text) {
    return /^<[!?a-z]/i.test(text);
}
function pageWords(html) {
    const title = /<title[^>]{0,200}>([^<]{1,200})<\/title>/i.exec(html.slice(0, 20_000))?.[1]?.trim();
    return title === undefined || title === ''
        ? 'The answer was a web page.'
        : `The answer was a web page: "${title}".`;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // Not JSON is a fact about the body, and the caller reads it as text.
        return undefined;
    }
}
function list(value) {
    return Array.isArray(value) ? value.slice(0, maxItems) : [];
}
function unique(texts) {
    return [...new Set(texts)];
}
/** Words are for a log line: no control characters, and no more than fit on a screen. */
function cut(text) {
    const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    return clean.length > maxWords ? `${clean.slice(0, maxWords - 1)}…` : clean;
}


/***/ },

/***/ 6607:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseBaseUrl)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6790);

/** A name in the DNS has at most 253 characters. */
const maxCharacters = 300;
/**
 * The scheme and host of a Hex, for instance `https://eu.hex.tech`. People paste it with or without `https://`,
 * and with the `/api` or `/api/v1` that other tools want. Plain http would show the token to the network.
 */
function parseBaseUrl(text) {
    const trimmed = text.trim();
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
    if (trimmed.length > maxCharacters || /\s/.test(trimmed) || !URL.canParse(withScheme)) {
        // A text with an @ may hold a password, and is not repeated.
        const shown = trimmed.includes('@') ? 'It' : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text);
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${shown} is not an address: write for instance "https://app.hex.tech".`);
    }
    const url = new URL(withScheme);
    if (url.username !== '' || url.password !== '') {
        // The text is not quoted here: it holds a password.
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`The address holds a user name or password: write "https://${url.host}" and pass the token as 'token'.`);
    }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`It would send the token unencrypted: write "https://${url.host}".`);
    }
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`It does not begin with https: write for instance "https://app.hex.tech".`);
    }
    if (!/^\/(api(\/v1)?\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`It is more than the address of a Hex: write "${url.origin}" alone.`);
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(url.origin);
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}


/***/ },

/***/ 5984:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ runInputDefaults)
/* harmony export */ });
/* unused harmony export runOutputNames */
/**
 * The names of the run action's inputs and their defaults, as `action.yml` has them; a test holds the two
 * together. An input left empty (an expression that came to nothing) means its default.
 */
const runInputDefaults = {
    token: '',
    'project-id': '',
    'input-params': '',
    'view-id': '',
    'update-published-results': 'false',
    'use-cached-sql-results': 'true',
    notifications: '',
    'dry-run': 'false',
    'run-id': '',
    wait: 'true',
    timeout: '1h',
    'cancel-on-timeout': 'true',
    'poll-interval': '',
    'cancel-active': 'false',
    'max-attempts': '1',
    runs: '',
    'max-parallel': '10',
    'fail-fast': 'false',
    'base-url': 'https://app.hex.tech',
    summary: 'true',
    'pr-comment': 'false',
    'pr-number': '',
    'check-name': '',
    charts: '',
    'charts-size': '',
    'charts-titles': '',
    'charts-branch': '',
    'charts-keep-days': '90',
    'github-token': '${{ github.token }}',
    'matrix-leg': '${{ toJSON(matrix) }}',
};
/** The names of the run action's outputs, in the order of `action.yml`. */
const runOutputNames = (/* unused pure expression or super */ null && ([
    'run-id',
    'run-url',
    'status',
    'conclusion',
    'project-id',
    'project-title',
    'project-version',
    'trace-id',
    'start-time',
    'end-time',
    'elapsed-seconds',
    'chart-paths',
    'results',
]));


/***/ },

/***/ 6790:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   dz: () => (/* binding */ InputError)
/* harmony export */ });
/* unused harmony exports collectProblems, areRead, someOf, named */
function value(it) {
    return { ok: true, value: it };
}
function problem(sentence) {
    return { ok: false, problem: sentence };
}
function collectProblems() {
    const all = [];
    return {
        all,
        add(input, message) {
            all.push({ input, message });
        },
        take(input, result) {
            if (result.ok)
                return result.value;
            all.push({ input, message: result.problem });
            return undefined;
        },
    };
}
/** Every one of these could be read: none of them is undefined. */
function areRead(facts) {
    return Object.values(facts).every((fact) => fact !== undefined);
}
/** Inputs that cannot be used. Nothing was sent. */
class InputError extends Error {
    problems;
    constructor(problems) {
        super(problems.map(({ input, message }) => `'${input}': ${message}`).join('\n'));
        this.name = 'InputError';
        this.problems = problems;
    }
}
/** One value may be wrong in thousands of places; a reader mends a few at a time. */
function someOf(complaints) {
    const rest = complaints.length - 5;
    return [...complaints.slice(0, 5), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
}
/** Quotes what a user wrote, short enough for a log line and without control characters. */
function quoted(text) {
    return `"${shortened(text)}"`;
}
/** A key or a path of keys as problems name it. */
function named(key) {
    return `'${shortened(key)}'`;
}
function shortened(text) {
    const start = text.slice(0, 61).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
    return start.length > 60 ? `${start.slice(0, 59)}…` : start;
}


/***/ },

/***/ 4804:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ leftoverReport)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4902);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7342);


/** Puts into words what became of a leftover. */
function leftoverReport(leftover, entry) {
    const project = 'projectId' in entry ? entry.projectId : '';
    const killed = 'The main step ended before it could finish.';
    switch (leftover.kind) {
        case 'ended':
            return told(false, '🧹', `${killed} Its run had already ended as ${leftover.run.status}`, [
                leftover.run,
            ]);
        case 'cancelled':
            return cancelled(leftover, killed);
        case 'none-found':
            return told(false, '🧹', `${killed} It was about to start a run of project ${project}, and no new run was found: nothing is left to cancel`, []);
        case 'several-found':
            return told(true, '⚠️', `${killed} It was starting a run of project ${project}, and any of these may be it; none was touched. Stop yours in Hex`, leftover.runs);
        case 'unseen':
            return told(true, '⚠️', `${killed} It was starting a run of project ${project}, and Hex could not be asked whether it exists: look at the project's runs in Hex. ${leftover.trouble?.text ?? ''}`.trim(), []);
    }
    return leftover;
}
function cancelled({ run, stop, adopted }, killed) {
    const which = adopted
        ? "The project's only new run since then was taken for its run and"
        : 'Its run';
    switch (stop.kind) {
        case 'ended':
            return told(false, '🧹', `${killed} ${which} was cancelled and ended as ${run.status}`, [run]);
        case 'accepted':
            return told(true, '⚠️', `${killed} ${which} was cancelled, but was not seen to end`, [run]);
        case 'failed':
            return told(true, '⚠️', `${killed} ${which} could not be cancelled and may still be going: stop it in Hex. ${stop.trouble.text}`, [run]);
        case 'left':
            return told(true, '⚠️', `${killed} ${which} was left alone`, [run]);
    }
    return stop;
}
function told(warning, icon, sentence, runs) {
    const full = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
    const links = runs.map((run) => `- ${run.runUrl === undefined ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(run.runId) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(run.runId), run.runUrl)}`);
    return {
        line: [full, ...runs.map(_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .runName */ .rt)].join(' '),
        warning,
        markdown: `${[`${icon} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(full)}`, ...links].join('\n')}\n`,
    };
}


/***/ },

/***/ 4902:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony exports factTable, maxSummaryBytes */
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


/***/ },

/***/ 5364:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ createProgress)
/* harmony export */ });
/* harmony import */ var _run_status_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8258);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4702);


/** Ever more rarely, so that a long run does not fill the log. */
function heartbeatMs(elapsedMs) {
    if (elapsedMs < 5 * 60_000)
        return 60_000;
    return elapsedMs < 30 * 60_000 ? 2 * 60_000 : 5 * 60_000;
}
/** The log of one run. The run's address comes first; what was learned before waits for it. */
function createProgress() {
    let title;
    let typical;
    let latestMs = Number.POSITIVE_INFINITY;
    let startedAtMs = 0;
    let status = '';
    let saidAtMs = 0;
    let failing = false;
    let waitingFor;
    let isFollowing = false;
    const said = (nowMs, ...lines) => {
        saidAtMs = nowMs;
        waitingFor = undefined;
        return lines;
    };
    return {
        lines(event, nowMs) {
            switch (event.kind) {
                case 'project':
                    title = event.title;
                    return [];
                case 'typical':
                    typical = `Its last ${event.fromRuns} completed runs took ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .aboutDuration */ .Sh)(event.typicalMs)}.`;
                    latestMs = event.latestMs ?? latestMs;
                    return [];
                case 'started': {
                    startedAtMs = nowMs;
                    status = '';
                    const project = [
                        ...(title === undefined ? [] : [`Project: ${title}.`]),
                        ...(typical === undefined ? [] : [typical]),
                    ];
                    const first = event.run.runUrl ?? `Run ${event.run.runId}`;
                    const lines = [first, ...(project.length === 0 ? [] : [project.join(' ')])];
                    if (event.adopted)
                        lines.push("The answer to the start was lost; this is the project's only new run, so it is taken for ours.");
                    return said(nowMs, ...lines);
                }
                case 'following':
                    startedAtMs = nowMs;
                    isFollowing = true;
                    return said(nowMs, `Following run ${event.runId}${title === undefined ? '' : ` of ${title}`}.`, ...(typical === undefined ? [] : [typical]));
                case 'polled': {
                    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .durationInWords */ .ji)(nowMs - startedAtMs);
                    const elapsed = isFollowing ? `followed for ${words}` : `${words} after the start`;
                    const recovered = failing ? ['Hex answers again.'] : [];
                    failing = false;
                    if (event.run.status !== status) {
                        status = event.run.status;
                        const unknown = (0,_run_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isKnownStatus */ .ih)(status)
                            ? ''
                            : ' (a status this action does not know; waiting on)';
                        return said(nowMs, ...recovered, `${status}${unknown}, ${elapsed}`);
                    }
                    if (recovered.length === 0 && nowMs - saidAtMs < heartbeatMs(nowMs - startedAtMs))
                        return [];
                    return said(nowMs, ...recovered, `still ${status}, ${elapsed}${estimate(typical, nowMs - startedAtMs > latestMs)}`);
                }
                case 'poll-failed': {
                    if (failing && nowMs - saidAtMs < heartbeatMs(nowMs - startedAtMs))
                        return [];
                    failing = true;
                    return said(nowMs, `The status could not be read, and is asked for again; the run itself is not affected. ${event.trouble.text}`);
                }
                case 'waiting': {
                    // The same wait again and again is told as rarely as a run that goes on.
                    if (waitingFor === event.why && nowMs - saidAtMs < heartbeatMs(0))
                        return [];
                    const lines = said(nowMs, `${waitingWords[event.why]} Trying again in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .durationInWords */ .ji)(event.waitMs)}. ${event.trouble.text}`);
                    waitingFor = event.why;
                    return lines;
                }
                case 'no-kernel':
                    return said(nowMs, `Hex had no kernel for run ${event.run.runId}; nothing was run. Starting again in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .durationInWords */ .ji)(event.waitMs)}.`);
                case 'again':
                    return said(nowMs, `Run ${event.run.runId} failed. Starting attempt ${event.attempt} of ${event.maxAttempts}.`);
                case 'answer-lost':
                    return said(nowMs, `The answer to the start was lost, so the run is looked for before anything else is done. ${event.trouble.text}`);
                case 'looked':
                    return said(nowMs, `Looked for it: ${event.candidates === 0 ? 'no new run yet' : event.candidates === 1 ? 'one new run' : `${event.candidates} new runs`}.`);
                case 'note':
                    return said(nowMs, event.trouble === undefined ? event.text : `${event.text} ${event.trouble.text}`);
                case 'cancelling':
                    return said(nowMs, `Cancelling run ${event.runId}: ${whyWords[event.why]}.`);
            }
            return event;
        },
    };
}
/** Whoever watches the log should not be told that it will soon be over when no run ever took so long. */
function estimate(typical, isOutlived) {
    if (typical === undefined)
        return '';
    const words = typical.toLowerCase().replace(/\.$/, '');
    return isOutlived ? ` (longer than usual: ${words})` : ` (${words})`;
}
const waitingWords = {
    kernel: 'All kernels are taken; waiting for one.',
    'rate-limit': "Hex's rate limit is used up.",
    connection: 'Hex could not be reached.',
    hex: 'Hex could not answer.',
};
const whyWords = {
    abort: 'the job was cancelled',
    timeout: 'the timeout is over',
    'lost-contact': 'its status cannot be read any more',
};


/***/ },

/***/ 7342:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   rt: () => (/* binding */ runName)
/* harmony export */ });
/* unused harmony export verdictLine */
/* harmony import */ var _run_history_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7594);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4702);


/** Says what happened and what to do about it. */
function verdictOf(outcome) {
    const name = outcome.projectTitle?.trim() || `Project ${outcome.projectId}`;
    const took = outcome.run === undefined ? undefined : (0,_run_history_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(outcome.run);
    const inTime = took === undefined ? '' : ` after ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(took)}`;
    const stopped = stopWords(outcome);
    switch (outcome.reason) {
        case 'completed':
            return {
                headline: `${name}: the run completed${took === undefined ? '' : ` in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(took)}`}`,
                advice: adoptedWords(outcome),
            };
        case 'errored':
            return {
                headline: `${name}: the run failed${inTime}`,
                advice: ['Open the run to see which cell failed: only Hex itself shows that.'],
            };
        case 'killed':
            return {
                headline: `${name}: the run was stopped in Hex${inTime}`,
                advice: [
                    'Somebody cancelled it, or Hex ended it; this job did not. If that was not meant, run the job again.',
                ],
            };
        case 'no_kernel':
            return {
                headline: `${name}: Hex had no kernel for the run`,
                advice: [
                    "All kernels were taken until the time was up. Stop runs that nobody needs, or set 'timeout' higher.",
                ],
            };
        case 'timed_out':
            return {
                headline: `${name}: the run did not end within the timeout`,
                advice: [...stopped, timeoutWords(outcome), ...troubleWords(outcome)],
            };
        case 'not_started_in_time':
            return {
                headline: `${name}: Hex did not start a run within the timeout`,
                advice: [...unstartedWords(outcome), ...troubleWords(outcome)],
            };
        case 'aborted':
            return {
                headline: outcome.run === undefined
                    ? `${name}: cancelled before a run was started`
                    : `${name}: cancelled while the run was going on`,
                advice: outcome.run === undefined ? unstartedWords(outcome) : stopped,
            };
        case 'fail_fast':
            return {
                headline: `${name}: cancelled, because another run failed ('fail-fast')`,
                advice: outcome.run === undefined ? unstartedWords(outcome) : stopped,
            };
        case 'not_runnable':
            return {
                headline: `${name}: cannot run`,
                advice: [outcome.detail ?? '', 'Nothing was started.'],
            };
        case 'start_refused':
            return {
                headline: `${name}: no ${outcome.attempt > 0 ? 'further ' : ''}run was started`,
                advice: [...earlierWords(outcome), ...troubleWords(outcome)],
            };
        case 'start_unknown':
            return {
                headline: `${name}: it is not known whether a run was started${outcome.attempt > 0 ? ' again' : ''}`,
                advice: unknownWords(outcome),
            };
        case 'run_not_found':
            return {
                headline: `${name}: the run to follow was not found`,
                advice: troubleWords(outcome),
            };
        case 'lost_contact':
            return {
                headline: `${name}: the run's status could not be read${outcome.run?.status ? ' any more' : ''}`,
                advice: [...troubleWords(outcome), ...stopped],
            };
        case 'detached':
            return {
                headline: `${name}: the run was started and goes on`,
                advice: ["Nothing waits for it ('wait: false')."],
            };
        case 'dry_run':
            return { headline: `${name}: Hex accepted the call (dry run)`, advice: ['Nothing was run.'] };
        case 'invalid_input':
            return {
                headline: 'Nothing was sent to Hex: inputs cannot be used as they are',
                advice: (outcome.detail ?? '').split('\n'),
            };
        case 'internal_error':
            return {
                headline: `${name}: this action itself failed`,
                advice: [
                    outcome.detail ?? '',
                    'This is a bug in the action: please report it with this line.',
                    ...stopped,
                ],
            };
    }
    return outcome.reason;
}
/** The verdict in one line, for annotations and the log. */
function verdictLine(outcome) {
    const { headline, advice } = verdictOf(outcome);
    const address = outcome.run?.runUrl === undefined ? [] : [outcome.run.runUrl];
    return [`${headline}.`, ...advice.filter((sentence) => sentence !== ''), ...address].join(' ');
}
/** How a run is named where its address may be missing. */
function runName(run) {
    return run.runUrl ?? `run ${run.runId}`;
}
/** No run of the last start exists; an earlier one may, and has ended. */
function unstartedWords(outcome) {
    return outcome.attempt > 0 ? earlierWords(outcome) : ['Nothing was started.'];
}
function earlierWords({ attempt }) {
    if (attempt === 0)
        return [];
    const runs = attempt === 1 ? 'The run before it' : `The ${attempt} runs before it`;
    return [`${runs} failed; nothing was started after that.`];
}
function stopWords({ stop, run }) {
    if (stop === undefined || run === undefined)
        return [];
    switch (stop.kind) {
        case 'ended':
            return [
                run.status === 'KILLED'
                    ? 'The run was cancelled and has stopped.'
                    : `The run ended by itself as ${run.status}.`,
            ];
        case 'accepted':
            return [
                'Hex accepted the cancel, but the run was not seen to end: it may go on for a moment.',
            ];
        case 'failed':
            return [
                `The run could not be cancelled and may still be going: stop it in Hex. ${stop.trouble.text}`,
            ];
        case 'left':
            return ['The run was left alone and may still be going.'];
    }
    return stop;
}
/** A run that usually takes a fraction of the time it was given does not need more of it. */
function timeoutWords({ typicalMs, tookMs }) {
    return typicalMs !== undefined && typicalMs * 2 < tookMs
        ? `Runs of this project usually take ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .aboutDuration */ .Sh)(typicalMs)}: open the run to see what kept this one.`
        : "If it needs longer, set 'timeout' higher.";
}
function adoptedWords({ adopted }) {
    return adopted
        ? ["The answer to its start was lost; it was found again as the project's only new run."]
        : [];
}
function unknownWords({ trouble, candidates }) {
    const what = trouble === undefined ? [] : [`The answer to the start was lost: ${trouble.text}`];
    const which = candidates === undefined
        ? 'There was no time to look for it. Look at the runs of the project in Hex before you run this again.'
        : candidates.length === 0
            ? 'No new run of the project was seen. Look at its runs in Hex before you run this again.'
            : `It may be one of these, and none was touched: ${candidates.map(runName).join(', ')}. Look at them in Hex before you run this again.`;
    return [...what, which];
}
function troubleWords({ trouble }) {
    return trouble === undefined ? [] : [trouble.text];
}


/***/ },

/***/ 4702:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sh: () => (/* binding */ aboutDuration),
/* harmony export */   Um: () => (/* binding */ roughDuration),
/* harmony export */   ji: () => (/* binding */ durationInWords)
/* harmony export */ });
/** A duration in words, for instance `4 s`, `3 min 12 s`, `1 h 5 min`. */
function durationInWords(ms) {
    const exact = Math.max(0, Math.round(ms / 1000));
    // From ten minutes on seconds are noise, and rounded away.
    const seconds = exact < 600 ? exact : Math.round(exact / 60) * 60;
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 === 0 || minutes >= 10
            ? `${minutes} min`
            : `${minutes} min ${seconds % 60} s`;
    return minutes % 60 === 0
        ? `${minutes / 60} h`
        : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** A duration as people estimate it: `about 3 min`. */
function aboutDuration(ms) {
    return `about ${roughDuration(ms)}`;
}
/** The same where "usually" stands in front of it, and room is scarce. */
function roughDuration(ms) {
    const seconds = ms / 1000;
    if (seconds < 90)
        return `${Math.max(5, Math.round(seconds / 5) * 5)} s`;
    if (seconds < 5_400)
        return `${Math.round(seconds / 60)} min`;
    return `${(seconds / 3_600).toFixed(1)} h`;
}


/***/ },

/***/ 488:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createAbort)
/* harmony export */ });
/* unused harmony export createFailFast */
/**
 * What a cancelled job has time for: the runner sends SIGTERM 7.5 s after SIGINT and kills 2.5 s later
 * (actions/runner, ProcessInvoker.cs), and background steps are left behind after 7.5 s.
 */
const jobGraceMs = {
    start: 4_000,
    cancel: 6_000,
    report: 7_000,
};
/** When only a neighbour failed nobody kills us, and a cancel can be seen to the end. */
const failFastGraceMs = {
    start: 60_000,
    cancel: 60_000,
    report: Number.POSITIVE_INFINITY,
};
/** The switch that the runner's signals pull. */
function createAbort(clock) {
    return createSwitch(clock, 'job', jobGraceMs);
}
/** A switch for runs that stop when one of them fails; a job that is cancelled pulls it as well. */
function createFailFast(clock, job) {
    return createSwitch(clock, 'fail-fast', failFastGraceMs, job);
}
function createSwitch(clock, ownCause, graceMs, parent) {
    const controller = new AbortController();
    const forgets = [];
    let atMs;
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
    const endsAtMs = (part) => Math.min(atMs === undefined ? Number.POSITIVE_INFINITY : atMs + graceMs[part], parent?.endsAtMs(part) ?? Number.POSITIVE_INFINITY);
    const timeOver = (part) => {
        const late = new AbortController();
        const start = () => {
            const leftMs = endsAtMs(part) - clock.now();
            if (Number.isFinite(leftMs))
                forgets.push(clock.after(Math.max(0, leftMs), () => late.abort()));
        };
        // Both may come, one after the other, and the shorter time counts.
        for (const signal of [controller.signal, parent?.signal]) {
            if (signal?.aborted)
                start();
            else {
                signal?.addEventListener('abort', start);
                forgets.push(() => signal?.removeEventListener('abort', start));
            }
        }
        return late.signal;
    };
    return {
        signal: controller.signal,
        cause: () => cause,
        endsAtMs,
        timeOver,
        request() {
            if (atMs !== undefined)
                return;
            atMs = clock.now();
            stop(ownCause);
        },
        close() {
            for (const forget of forgets.splice(0))
                forget();
        },
    };
}


/***/ },

/***/ 7594:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ durationMs)
/* harmony export */ });
/* unused harmony export typicalOf */

const mostRuns = 20;
/** Tukey's outer fences: what lies further from the middle half than three times its width is an exception. */
const fence = 3;
/**
 * How far the next run may lie outside of those seen, in average distances between two of them. Of ten runs that vary
 * evenly, the eleventh is the shortest or the longest with a chance of 2 in 11. A run that ends before it is expected
 * is known up to a minute late, so the margin is generous; each distance costs a tenth more requests.
 */
const margin = 2.5;
/** Runs that all took the same say less than they seem to: a part of the median on both sides. */
const leastMargin = 0.02;
/** Tells what a run usually takes, or undefined where fewer than two completed runs tell their time. */
function typicalOf(runs) {
    const recent = runs
        .filter((run) => run.status === 'COMPLETED')
        .sort((a, b) => (b.startTime ?? '').localeCompare(a.startTime ?? ''))
        .slice(0, mostRuns);
    const durations = recent.flatMap((run) => durationMs(run) ?? []).sort((a, b) => a - b);
    const typicalMs = durations[Math.floor(durations.length / 2)];
    if (typicalMs === undefined || durations.length < 2)
        return undefined;
    const usual = withoutExceptions(durations);
    const shortestMs = usual[0] ?? typicalMs;
    const longestMs = usual.at(-1) ?? typicalMs;
    const distanceMs = (longestMs - shortestMs) / Math.max(1, usual.length - 1);
    const marginMs = Math.max(distanceMs * margin, typicalMs * leastMargin);
    return {
        typicalMs,
        earliestMs: Math.max(0, shortestMs - marginMs),
        latestMs: longestMs + marginMs,
        pendingMs: shortestPendingMs(recent),
        fromRuns: durations.length,
    };
}
/** How long a run took in milliseconds: Hex's own figure, else the time between its start and its end. */
function durationMs(run) {
    if (run.elapsedMs !== undefined && run.elapsedMs >= 0)
        return run.elapsedMs;
    const between = Date.parse(run.endTime ?? '') - Date.parse(run.startTime ?? '');
    return between >= 0 ? between : undefined;
}
function shortestPendingMs(runs) {
    const times = runs.flatMap(({ runId, startTime }) => {
        const madeAtMs = timeInId(runId);
        const pendingMs = Date.parse(startTime ?? '') - (madeAtMs ?? Number.NaN);
        return pendingMs >= 0 ? [pendingMs] : [];
    });
    return times.length < 2 ? 0 : Math.min(...times);
}
/** One run that found nothing to do, or one that hung, must not make the whole life of the next one be watched. */
function withoutExceptions(sorted) {
    const quarter = (part) => sorted[Math.round((sorted.length - 1) * part)] ?? 0;
    const width = quarter(0.75) - quarter(0.25);
    const low = quarter(0.25) - fence * width;
    const high = quarter(0.75) + fence * width;
    return sorted.filter((value) => value >= low && value <= high);
}


/***/ },

/***/ 2353:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SI: () => (/* binding */ ownRun),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   s9: () => (/* binding */ createJournal)
/* harmony export */ });
/** Of a run, what the journal keeps. */
function ownRun(projectId, { runId, runUrl }) {
    return { projectId, runId, ...(runUrl === undefined ? {} : { runUrl }) };
}
/** A journal that hands each entry on, to be kept where the post step can read it. */
function createJournal(keep) {
    return {
        intent: (intent) => keep({ phase: 'intent', ...intent }),
        started: (run) => keep({ phase: 'started', ...run }),
        cancelling: (run) => keep({ phase: 'cancelling', ...run }),
        settled: (run) => keep({ phase: 'settled', ...run }),
        detached: (run) => keep({ phase: 'detached', ...run }),
    };
}
/** Reads an entry back; undefined for anything that `createJournal` did not write. */
function readEntry(text) {
    try {
        const entry = JSON.parse(text);
        return isEntry(entry) ? entry : undefined;
    }
    catch {
        // State that is cut off or foreign is no entry; the caller says so.
        return undefined;
    }
}
function isEntry(value) {
    if (typeof value !== 'object' || value === null || !('phase' in value))
        return false;
    const has = (key) => key in value && typeof value[key] === 'string';
    switch (value.phase) {
        case 'settled':
        case 'detached':
            return ['projectId', 'runId'].every((key) => !(key in value) || has(key));
        case 'started':
        case 'cancelling':
            return has('projectId') && has('runId');
        case 'intent':
            return has('projectId');
        default:
            return false;
    }
}


/***/ },

/***/ 1360:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ finishAllLeftovers),
  n: () => (/* binding */ isOpen)
});

;// CONCATENATED MODULE: ./build/lanes.js
/** Does the work for all items, so many at a time, in the order of the list; the results keep that order. */
async function inLanes(items, lanes, work) {
    const done = new Map();
    const queue = items.entries();
    const lane = async () => {
        for (const [index, item] of queue)
            done.set(index, await work(item, index));
    };
    await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
    return items.flatMap((_, index) => done.get(index) ?? []);
}

// EXTERNAL MODULE: ./build/clock.js
var clock = __nccwpck_require__(7094);
// EXTERNAL MODULE: ./build/hex/retry.js
var retry = __nccwpck_require__(3380);
// EXTERNAL MODULE: ./build/run/journal.js
var journal = __nccwpck_require__(2353);
// EXTERNAL MODULE: ./build/run/status.js
var run_status = __nccwpck_require__(8258);
// EXTERNAL MODULE: ./build/run/trouble.js
var run_trouble = __nccwpck_require__(1189);
;// CONCATENATED MODULE: ./build/run/cancel.js





/** Hex answers a cancel at once; a request that takes longer than this is better made anew. */
const requestDeadlineMs = 2_500;
/** A cancel that Hex refuses while the run goes on is refused for good after so many tries. */
const mostRefusals = 3;
/** A cancel that Hex took before we came to watch is sent again when the run is seen to go on for so long. */
const againAfterMs = 30_000;
/** The looks that see the run end: soon at first, since a cancelled run ends within seconds. */
const looksMs = [200, 400, 700, 1_000, 2_000, 3_000, 5_000];
/**
 * Cancels a run and watches it end. A cancel that Hex took is not sent again. One that is refused because the
 * run has ended meanwhile is no failure: the run's own end is then reported.
 * @param wasTaken Hex took a cancel already, in an earlier step's time: the run is watched first.
 */
async function cancelRun(projectId, run, world, time, wasTaken = false) {
    let againAtMs = wasTaken ? world.clock.now() + againAfterMs : Number.POSITIVE_INFINITY;
    let seen = run;
    let accepted = wasTaken;
    let refusals = 0;
    let trouble;
    for (let tries = 1; timeLeftMs(world, time) > 0; tries += 1) {
        let waitMs = looksMs[Math.min(tries, looksMs.length) - 1] ?? 5_000;
        try {
            if (!accepted) {
                await world.hex.cancelRun(projectId, run.runId, callOptions(world, time));
                accepted = true;
                world.journal.cancelling((0,journal/* ownRun */.SI)(projectId, seen));
                tries = 0;
                continue;
            }
            seen = await look(projectId, seen, world, time);
            if ((0,run_status/* hasEnded */.hY)(seen.status))
                return { stop: { kind: 'ended' }, run: seen };
            if (world.clock.now() >= againAtMs) {
                againAtMs = Number.POSITIVE_INFINITY;
                accepted = false;
                tries = 0;
                continue;
            }
        }
        catch (error) {
            const { failure } = (0,run_trouble/* hexErrorOf */.L)(error);
            trouble = (0,run_trouble/* troubleOf */.c)(error);
            if ((0,retry/* mayRepeat */.xg)('DELETE', failure))
                waitMs = Math.max(waitMs, shortWaitMs(failure, tries, world.random()));
            else {
                refusals += 1;
                const now = await lookOrNothing(projectId, seen, world, time);
                seen = now ?? seen;
                if (now !== undefined && (0,run_status/* hasEnded */.hY)(now.status))
                    return { stop: { kind: 'ended' }, run: now };
                if (refusals >= mostRefusals)
                    break;
                waitMs = Math.max(waitMs, 500);
            }
        }
        await (0,clock/* sleep */.y)(world.clock, Math.min(waitMs, timeLeftMs(world, time)), time.signal);
    }
    if (accepted || wasTaken)
        return { stop: { kind: 'accepted' }, run: seen };
    return {
        stop: {
            kind: 'failed',
            trouble: trouble ?? { text: 'There was no time left to cancel the run.' },
        },
        run: seen,
    };
}
async function look(projectId, run, world, time) {
    return {
        ...run,
        ...(await world.hex.getRunStatus(projectId, run.runId, callOptions(world, time))),
    };
}
async function lookOrNothing(projectId, run, world, time) {
    try {
        return await look(projectId, run, world, time);
    }
    catch (error) {
        (0,run_trouble/* hexErrorOf */.L)(error);
        return undefined;
    }
}
/** A wait that the server asked for is kept; else seconds count, and the usual pauses are too long. */
function shortWaitMs(failure, tries, random) {
    if (failure.kind === 'refused' && failure.askedWaitMs !== undefined)
        return failure.askedWaitMs;
    return Math.min((0,retry/* waitBeforeRepeatMs */.ye)(failure, tries, random), 5_000);
}
function callOptions(world, time) {
    const deadlineMs = Math.max(50, Math.min(requestDeadlineMs, timeLeftMs(world, time)));
    return { signal: time.signal, urgent: true, deadlineMs, notAfterMs: time.untilMs() };
}
function timeLeftMs(world, time) {
    return time.signal.aborted ? 0 : time.untilMs() - world.clock.now();
}

;// CONCATENATED MODULE: ./build/run/candidates.js
/** The clocks of Hex's hosts differ a little. */
const clockToleranceMs = 2_000;
/** A start is waited for up to a minute; a run made later than that is not from it. */
const latestMs = 75_000;
/**
 * The runs that may have come from a start whose answer was lost: all about which nothing says otherwise. Hex
 * echoes nothing of a start in a run, so one candidate is strong evidence, and two are none.
 * @param listedAtMs when the runs were listed, by Hex's clock; undefined where Hex tells no time.
 */
function candidatesFor(intent, runs, listedAtMs) {
    const known = new Set(intent.known);
    return runs.flatMap((run) => {
        if (known.has(run.runId))
            return [];
        const wasListedBefore = intent.known !== undefined;
        if (intent.atMs === undefined)
            return [{ run, isNew: wasListedBefore }];
        const startedAtMs = Date.parse(run.startTime ?? '');
        if (startedAtMs < intent.atMs - clockToleranceMs)
            return [];
        const madeAtMs = timeInId(run.runId);
        if (madeAtMs !== undefined) {
            const isInTime = madeAtMs >= intent.atMs - clockToleranceMs && madeAtMs <= intent.atMs + latestMs;
            return isInTime ? [{ run, isNew: true }] : [];
        }
        // Nothing tells when this run was made. Without the list from before its start may have waited for long; and one
        // that was first seen, or began, long after ours was sent may have been made by then.
        const madeByMs = Number.isNaN(startedAtMs) ? listedAtMs : startedAtMs;
        const isLate = madeByMs !== undefined && madeByMs > intent.atMs + latestMs;
        return [{ run, isNew: wasListedBefore && !isLate }];
    });
}
/**
 * A UUID of version 7 begins with the time it was made, milliseconds since the epoch (RFC 9562 §5.7). Hex's
 * newer ids are of that version; for all others there is nothing to tell.
 */
function timeInId(id) {
    const match = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/i.exec(id);
    return match === null ? undefined : Number.parseInt(`${match[1]}${match[2]}`, 16);
}

;// CONCATENATED MODULE: ./build/run/recent-runs.js

/** Hex's largest page. */
const pageSize = 100;
/** A project with more active API runs than this does not exist: a user has 25 kernels. */
const mostPages = 3;
/** Lists the runs before a start. It is free to fail: it serves the estimate, and finding a lost run. */
async function listBeforeStart(plan, world) {
    const atMs = world.clock.now();
    try {
        const options = {
            signal: world.abort.signal,
            deadlineMs: 10_000,
            notAfterMs: plan.deadlineAtMs,
            politeUntilMs: plan.deadlineAtMs,
        };
        return { runs: await listRecentRuns(world.hex, plan.projectId, options), atMs };
    }
    catch (error) {
        hexErrorOf(error);
        return undefined;
    }
}
/**
 * The project's recent API-triggered runs, the active ones for certain among them. The order of
 * GetProjectRuns is documented nowhere: where a full page may hold the oldest runs, the active ones are
 * asked for by their status, which finds a run that was just started whatever the order is.
 */
async function listRecentRuns(hex, projectId, options) {
    const page = await hex.getProjectRuns(projectId, { limit: pageSize, trigger: 'API' }, options);
    if (!page.hasNextPage || isNewestFirst(page.runs))
        return page.runs.filter(isApiRun);
    const active = [
        ...(await listByStatus(hex, projectId, 'PENDING', options)),
        ...(await listByStatus(hex, projectId, 'RUNNING', options)),
    ];
    return unique([...page.runs, ...active]).filter(isApiRun);
}
async function listByStatus(hex, projectId, status, options) {
    const runs = [];
    for (let index = 0; index < mostPages; index += 1) {
        const filter = { limit: pageSize, offset: index * pageSize, trigger: 'API', status };
        const page = await hex.getProjectRuns(projectId, filter, options);
        runs.push(...page.runs);
        if (!page.hasNextPage)
            break;
    }
    return runs;
}
function isNewestFirst(runs) {
    const times = runs.flatMap((run) => run.startTime ?? []);
    return Date.parse(times[0] ?? '') > Date.parse(times.at(-1) ?? '');
}
/** Older Hex does not know the trigger filter and lists API runs only; newer says of each what started it. */
function isApiRun(run) {
    return run.runTrigger === undefined || run.runTrigger === 'API';
}
function unique(runs) {
    return [...new Map(runs.map((run) => [run.runId, run])).values()];
}

;// CONCATENATED MODULE: ./build/run/lookup.js






/**
 * When to look, in milliseconds between looks. A run may be made after the connection was lost, and may show in
 * the list later than it was made; both are a matter of seconds, and a start that Hex is slow to carry out is still
 * caught by the last looks.
 */
const waitsMs = [1_000, 4_000, 5_000, 5_000, 10_000, 10_000, 10_000];
/** Before this no single run is taken for ours: the first to show up may be somebody else's. */
const patienceMs = 14_000;
/** A run that shows up later than this is more likely somebody else's. */
const lookup_latestMs = 20_000;
/** The list comes within a second where Hex is well. */
const lookDeadlineMs = 8_000;
/** How long a search may last where Hex does not answer it, milliseconds. */
const searchMs = { main: 90_000, post: 150_000 };
/**
 * Looks for the run of a lost start. A run counts as ours only when it is the only candidate ever seen, in at
 * least two looks, and no other has shown up for a quarter of a minute. Everything less clear is left alone.
 * @param limitMs the search ends then, with what it has; a look that failed is made again, not left out.
 * @param stop ends the search early; then what was seen so far is no verdict.
 */
async function lookForRun(intent, world, limitMs, stop) {
    const beganAtMs = world.clock.now();
    const seen = new Map();
    let looks = 0;
    let failure;
    while (looks < waitsMs.length) {
        await (0,clock/* sleep */.y)(world.clock, waitBeforeLookMs(looks, failure, world.random()), stop);
        if (stop.aborted)
            return { kind: 'unseen' };
        const elapsedMs = world.clock.now() - beganAtMs;
        if (elapsedMs > limitMs)
            break;
        const found = await lookup_look(intent, world, stop, beganAtMs + limitMs, (failure?.times ?? 0) + 1);
        if (found.kind === 'failed') {
            failure = found;
            continue;
        }
        failure = undefined;
        looks += 1;
        for (const candidate of found.candidates) {
            const before = seen.get(candidate.run.runId);
            seen.set(candidate.run.runId, {
                ...candidate,
                // What was told once, that it was made in time, no later look takes back.
                isNew: candidate.isNew || before?.isNew === true,
                times: (before?.times ?? 0) + 1,
                firstMs: before?.firstMs ?? elapsedMs,
            });
        }
        world.tell({ kind: 'looked', candidates: seen.size });
        if (seen.size > 1)
            break;
        const [only] = seen.values();
        // One that has ended can wait for the last look: nothing goes on, and another may still show up.
        const isPressing = only !== undefined && only.times > 1 && !(0,run_status/* hasEnded */.hY)(only.run.status);
        if (isPressing && elapsedMs >= patienceMs)
            break;
    }
    const [only, another] = seen.values();
    if (only !== undefined && another === undefined && isOurs(only))
        return { kind: 'one', run: only.run };
    if (seen.size > 0)
        return { kind: 'several', runs: [...seen.values()].map(({ run }) => run) };
    if (looks === waitsMs.length)
        return { kind: 'none' };
    return { kind: 'unseen', ...(failure === undefined ? {} : { trouble: failure.trouble }) };
}
/** Alone, seen again, new for certain, and there soon after the start. */
function isOurs({ isNew, times, firstMs }) {
    return isNew && times > 1 && firstMs <= lookup_latestMs;
}
async function lookup_look(intent, world, stop, notAfterMs, times) {
    try {
        const options = { signal: stop, urgent: true, deadlineMs: lookDeadlineMs, notAfterMs };
        const runs = await listRecentRuns(world.hex, intent.projectId, options);
        const others = runs.filter((run) => !world.ownRuns.has(run.runId));
        const candidates = candidatesFor(intent, others, world.hex.serverNow()?.latestMs);
        return { kind: 'seen', candidates };
    }
    catch (error) {
        const { failure } = (0,run_trouble/* hexErrorOf */.L)(error);
        return { kind: 'failed', failure, trouble: (0,run_trouble/* troubleOf */.c)(error), times };
    }
}
function waitBeforeLookMs(looks, failed, random) {
    const waitMs = waitsMs[looks] ?? 0;
    if (failed === undefined)
        return waitMs;
    const { failure, times } = failed;
    // A search is worth a request a little before the usual minute after a rate limit that named no time.
    return Math.max(waitMs, Math.min((0,retry/* waitBeforeRepeatMs */.ye)(failure, times, random), 30_000));
}

;// CONCATENATED MODULE: ./build/run/leftovers.js





/**
 * The runner kills everything 285 s after a job was cancelled (actions/runner, JobDispatcher.cs), and other
 * steps share that time with this one. A search before the cancel leaves at least the difference.
 */
const leftovers_patienceMs = 180_000;
const mostMs = 240_000;
/** Before the cancel, the run's status is worth this wait at most. */
const lookPatienceMs = 10_000;
/** Runs cleaned up at once. */
const mostAtOnce = 10;
/**
 * Finishes all that a killed main step left open, several runs side by side.
 * @param entries the last one of each run's journal, those with nothing to finish included: they tell which runs
 *   are known, and none of those is the lost one of another.
 */
async function finishAllLeftovers(entries, world) {
    const ownRuns = new Set(entries.flatMap((entry) => ('runId' in entry ? (entry.runId ?? []) : [])));
    const endAtMs = world.clock.now() + mostMs;
    const letGo = new Set(entries.flatMap((entry) => entry.phase === 'detached' && entry.runId === undefined ? (entry.projectId ?? []) : []));
    return inLanes(entries.filter(isOpen), mostAtOnce, async (entry) => ({
        entry,
        leftover: await finishLeftovers(entry, { ...world, ownRuns, endAtMs, letGo }),
    }));
}
/** Does this entry leave something to finish? */
function isOpen(entry) {
    return entry !== undefined && entry.phase !== 'settled' && entry.phase !== 'detached';
}
/**
 * Finishes what a killed main step left behind: cancels its run by the id, or looks for the run of a start that
 * was never answered and cancels it when it is the only one that can be meant. A wrong cancel is worse than an
 * orphan, so anything less clear is only reported.
 */
async function finishLeftovers(entry, world) {
    switch (entry.phase) {
        case 'started':
            return stopRun(entry, world, false);
        case 'cancelling':
            return stopRun(entry, world, true);
        case 'intent':
            return stopLostRun(entry, world);
    }
    return entry;
}
/** @param wasTaken Hex took main's cancel: then the run is watched, and cancelled again only when it goes on. */
async function stopRun(own, world, wasTaken) {
    const { projectId, ...unseen } = own;
    const run = await leftovers_look(own, { status: 'unknown', ...unseen }, world);
    if ((0,run_status/* hasEnded */.hY)(run.status))
        return { kind: 'ended', run };
    if (wasTaken)
        world.tell({ kind: 'note', text: "Hex took the main step's cancel: waiting for it." });
    else
        world.tell({ kind: 'cancelling', runId: own.runId, why: 'abort' });
    const cancelled = await cancelRun(projectId, run, world, cancelTime(world), wasTaken);
    return { kind: 'cancelled', adopted: false, ...cancelled };
}
async function stopLostRun(intent, world) {
    const lookup = await lookForRun(intent, world, searchMs.post, world.abort.signal);
    switch (lookup.kind) {
        case 'one': {
            if ((0,run_status/* hasEnded */.hY)(lookup.run.status))
                return { kind: 'ended', run: lookup.run };
            if (world.letGo.has(intent.projectId))
                return { kind: 'several-found', runs: [lookup.run] };
            world.tell({ kind: 'cancelling', runId: lookup.run.runId, why: 'abort' });
            const cancelled = await cancelRun(intent.projectId, lookup.run, world, cancelTime(world));
            return { kind: 'cancelled', adopted: true, ...cancelled };
        }
        case 'several':
            return { kind: 'several-found', runs: lookup.runs };
        case 'none':
            return { kind: 'none-found' };
        case 'unseen':
            return lookup;
    }
    return lookup;
}
/** The run's state when it can be read: one that has ended needs no cancel. */
async function leftovers_look(own, run, world) {
    try {
        return {
            ...run,
            ...(await world.hex.getRunStatus(own.projectId, own.runId, {
                notAfterMs: world.clock.now() + lookPatienceMs,
                urgent: true,
                deadlineMs: 5_000,
            })),
        };
    }
    catch (error) {
        world.tell({
            kind: 'note',
            text: 'The status of the run could not be read; going on all the same.',
            trouble: (0,run_trouble/* troubleOf */.c)((0,run_trouble/* hexErrorOf */.L)(error)),
        });
        return run;
    }
}
function cancelTime(world) {
    const untilMs = Math.min(world.clock.now() + leftovers_patienceMs, world.endAtMs);
    return {
        untilMs: () => Math.min(untilMs, world.abort.endsAtMs('cancel')),
        signal: world.abort.timeOver('cancel'),
    };
}


/***/ },

/***/ 8258:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   ih: () => (/* binding */ isKnownStatus)
/* harmony export */ });
/* unused harmony exports unseen, progressOf */
/** The status of a run that nobody has seen yet: nothing is known of it, and nothing is claimed. */
const unseen = '';
/**
 * The statuses are those of Hex's OpenAPI document (2025 and 2026). UNABLE_TO_ALLOCATE_KERNEL came later than
 * the others, so more may come: a status that we do not know is neither an end nor a success.
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


/***/ },

/***/ 1189:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ hexErrorOf),
/* harmony export */   c: () => (/* binding */ troubleOf)
/* harmony export */ });
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4027);

/** A failed call as the reports need it. What is no HexError is a fault of ours and goes on up. */
function troubleOf(error) {
    const { call, message } = hexErrorOf(error);
    return { text: message, ...(call.traceId === undefined ? {} : { traceId: call.traceId }) };
}
/** Lets through only what calls to Hex throw, so that a fault of ours is never taken for Hex's. */
function hexErrorOf(error) {
    if (error instanceof _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HexError */ ._)
        return error;
    throw error;
}


/***/ },

/***/ 6550:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createTurns)
/* harmony export */ });
/** Turns for one process. Projects do not wait for each other. */
function createTurns() {
    const last = new Map();
    return (projectId, work) => {
        const before = last.get(projectId) ?? Promise.resolve();
        const turn = before.then(work, work);
        last.set(projectId, turn);
        return turn;
    };
}


/***/ },

/***/ 453:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** The time of this machine. A wall clock that is set anew while we wait must not shorten or stretch a wait. */
const systemClock = {
    now: () => performance.timeOrigin + performance.now(),
    after(ms, callback) {
        // Longer timers overflow and fire at once; nothing here waits for 24 days.
        const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1));
        return () => clearTimeout(timer);
    },
};


/***/ },

/***/ 4149:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openPostSide)
});

// UNUSED EXPORTS: openMainSide

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __nccwpck_require__(7094);
;// CONCATENATED MODULE: ./build/runner/handover.js



/** How soon main hears that it is to stop while it waits for something else. */
const lookMs = 250;
/** File clocks and process clocks differ by some milliseconds; a request from an earlier job is older by far. */
const toleranceMs = 2_000;
/** Main's side. A folder that cannot be written leaves main with the runner's signals and state alone. */
function openMainSide(env, onStop) {
    const mark = `${process.pid} ${performance.timeOrigin}`;
    const files = filesOf(env);
    if (files === undefined)
        return { mark, note: () => undefined, close: () => undefined };
    const look = () => {
        if (isStopWanted(files.stop))
            onStop();
    };
    attempt(() => writeFileSync(files.notes, `${mark}\n`));
    const timer = setInterval(look, lookMs);
    timer.unref();
    return {
        mark,
        note(subject, line) {
            attempt(() => appendFileSync(files.notes, `${subject} ${line}\n`));
            look();
        },
        close: () => clearInterval(timer),
    };
}
/**
 * Post's side: from now on main, if it still runs, starts nothing and cleans up what it has started.
 * @param mark main's, as the state has it; '' when the state is missing.
 * @returns undefined when this main left no notes.
 */
function openPostSide(env, mark) {
    const files = filesOf(env);
    if (files === undefined)
        return undefined;
    attempt(() => (0,external_node_fs_namespaceObject.writeFileSync)(files.stop, String(Date.now())));
    const read = () => (textOf(files.notes) ?? '').split('\n');
    const [found = ''] = read();
    if (found === '' || (mark !== '' && found !== mark))
        return undefined;
    const isRunning = () => isAlive(Number(found.split(' ')[0]));
    return {
        // What follows the last line break was cut off by main's death.
        latest: () => new Map(read().slice(1, -1).map(split)),
        isRunning,
        async gone(clock, patienceMs, signal) {
            const untilMs = clock.now() + patienceMs;
            while (isRunning() && clock.now() < untilMs && !signal.aborted)
                await (0,build_clock/* sleep */.y)(clock, 50, signal);
        },
    };
}
/** The runner gives both stages the same id of the step, and a job its own folder, emptied when it begins. */
function filesOf(env) {
    const folder = env['RUNNER_TEMP'];
    if (folder === undefined || folder === '')
        return undefined;
    const name = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'GITHUB_ACTION']
        .map((variable) => (env[variable] ?? '').replace(/[^\w-]/g, '_'))
        .join('-');
    const file = external_node_path_.join(folder, `hex-run-${name.slice(0, 150)}`);
    return { notes: `${file}.notes`, stop: `${file}.stop` };
}
/** Hosts that keep RUNNER_TEMP may still have the request to another main, from before this process. */
function isStopWanted(file) {
    const text = textOf(file);
    if (text === undefined)
        return false;
    return text === '' || Number(text) > performance.timeOrigin - toleranceMs;
}
function split(line) {
    const blank = line.indexOf(' ');
    return [line.slice(0, blank), line.slice(blank + 1)];
}
function isAlive(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        // It exists, and belongs to somebody whom we may not signal.
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
}
function textOf(file) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
    }
    catch {
        // Nobody has written it, or nobody may read it: either way there is nothing to know.
        return undefined;
    }
}
/** The state that the runner hands on has the same facts, so that most jobs lose nothing by a failure here. */
function attempt(write) {
    try {
        write();
    }
    catch {
        // Said above: it is a second way, and the first one reports its own failures.
    }
}


/***/ },

/***/ 1157:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ openRunner)
});

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/random-uuid.js

function randomUUID() {
    try {
        const uuid = (0,external_fs_.readFileSync)('/proc/sys/kernel/random/uuid', 'utf8').trim();
        if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid))
            return uuid;
    }
    catch {
        // Not Linux, or not to be read here.
    }
    return process.getBuiltinModule('crypto').randomUUID();
}

;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = process.getBuiltinModule("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const access = (...request) => external_fs_.promises.access(...request);
const appendFile = (...request) => external_fs_.promises.appendFile(...request);
const writeFile = (...request) => external_fs_.promises.writeFile(...request);
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/report/plain-text.js
/**
 * Text from outside as one harmless log line. The runner reads commands off our output: `::name::` at the start
 * of a line, `##[name]` anywhere in it, and a bare carriage return ends a line for it (actions/runner,
 * ActionCommand.cs). Escape sequences would colour or hide what follows, and marks of
 * direction would show it in another order.
 */
function plainLine(text) {
    const oneLine = text
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{feff}]+/gu, ' ')
        .replace(/[\u202a-\u202e\u2066-\u2069]+/g, '')
        .replaceAll('##[', '## [');
    return /^\s*::/.test(oneLine) ? `│ ${oneLine.trimStart()}` : oneLine;
}

;// CONCATENATED MODULE: ./build/runner/runner.js


const annotations = {
    error: error,
    warning: warning,
    notice: notice,
};
/** GitHub cuts an annotation's message at 4096 characters (actions/runner, ExecutionContext.cs). */
const maxMessage = 4_000;
/** The runner of this process. What cannot be written is a warning: a report never changes the verdict. */
function openRunner(process) {
    const annotate = (level, title, message) => {
        const properties = { title: plainLine(title) };
        annotations[level](message.split('\n').map(plainLine).join('\n').slice(0, maxMessage), properties);
    };
    const attempt = (what, write) => {
        try {
            write();
        }
        catch (error) {
            annotate('warning', `${what} could not be written`, error instanceof Error ? error.message : String(error));
        }
    };
    return {
        env: process.env,
        input: (name) => process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '',
        mask: (secret) => setSecret(secret),
        line: (text) => info(plainLine(text)),
        group(title, lines) {
            startGroup(plainLine(title));
            for (const line of lines)
                info(plainLine(line));
            endGroup();
        },
        annotate,
        output: (name, value) => attempt(`Output '${name}'`, () => setOutput(name, value)),
        saveState: (name, value) => attempt('State for the post step', () => saveState(name, value)),
        state: (name) => getState(name),
        async summary(markdown) {
            try {
                await summary.addRaw(markdown).write();
            }
            catch (error) {
                annotate('warning', 'The job summary could not be written', error instanceof Error ? error.message : String(error));
            }
        },
        fail() {
            process.exitCode = 1;
        },
        onStop(callback) {
            // SIGTERM is Unix's second request, SIGBREAK Windows' (actions/runner, ProcessInvoker.cs); SIGHUP comes
            // when a self-hosted runner's terminal closes. Without a listener each of them would end the process.
            for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'])
                process.on(signal, callback);
        },
    };
}


/***/ }

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1192);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
