import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect),
  withConnection: () => (/* binding */ withConnection)
});

// EXTERNAL MODULE: ./build/clock.js
var build_clock = __nccwpck_require__(7094);
// EXTERNAL MODULE: ./build/json.js
var json = __nccwpck_require__(9368);
// EXTERNAL MODULE: ./build/hex/errors.js
var errors = __nccwpck_require__(4027);
// EXTERNAL MODULE: ./build/hex/http.js
var hex_http = __nccwpck_require__(7788);
;// CONCATENATED MODULE: ./build/hex/rate-headers.js


/**
 * Hex's API overview promises on every response how many requests remain and when the limit resets, but names no
 * headers. These are the usual prefixes: the IETF drafts up to 07, and two older ones.
 */
const prefixes = ['ratelimit', 'x-ratelimit', 'x-rate-limit'];
/** Hex's longest window is an hour (API reference up to 2025: 60 starts per hour). A longer wait is a mistake. */
const maxRateLimitWaitMs = 3_600_000;
/** Reads how many requests remain and when the limit resets. */
function rateLimitOf(headers, nowMs) {
    for (const prefix of prefixes) {
        const rateLimit = (0,json/* withoutUndefined */.r$)({
            limit: countIn(headers[`${prefix}-limit`]),
            remaining: countIn(headers[`${prefix}-remaining`]),
            resetMs: resetMsIn(headers[`${prefix}-reset`], (0,hex_http/* sentAtMsIn */.dM)(headers) ?? nowMs),
        });
        if ('remaining' in rateLimit || 'resetMs' in rateLimit)
            return rateLimit;
    }
    return {};
}
/** Max wait after Hex's own 503 on RunProject (no free kernel): runs that end free kernels within minutes. */
const maxKernelWaitMs = 300_000;
/** Max wait otherwise: a maintenance page with `Retry-After: 3600` must not hide for an hour that the run ended. */
const maxOtherWaitMs = 30_000;
/**
 * The wait that a response asks for, in milliseconds; undefined if it asks for none. `Retry-After` counts with every
 * status. Rate limit headers count only with a 429, because every response has them.
 * @param nowMs our clock, used only if the response has no `Date` header.
 * @param isKernelQueue the response is Hex's own 503 to RunProject.
 */
function askedWaitMs({ status, headers }, nowMs, isKernelQueue = false) {
    const isRateLimit = status === 429;
    const waitMs = retryAfterMs(headers['retry-after'], (0,hex_http/* sentAtMsIn */.dM)(headers) ?? nowMs) ??
        (isRateLimit ? rateLimitOf(headers, nowMs).resetMs : undefined);
    if (waitMs === undefined)
        return undefined;
    const maxMs = isRateLimit ? maxRateLimitWaitMs : isKernelQueue ? maxKernelWaitMs : maxOtherWaitMs;
    return Math.min(Math.max(waitMs, 0), maxMs);
}
/** Seconds or a date (RFC 9110 §10.2.3). Nothing else reaches Date.parse, which finds a year in almost any text. */
function retryAfterMs(value = '', referenceMs) {
    if (isNumber(value))
        return Number(value) * 1000;
    const isDate = /^\s*\w{3,10}, \d{1,2}[ -]\w{3}[ -]\d{2,4} \d\d:\d\d:\d\d GMT\s*$/.test(value) &&
        !Number.isNaN(Date.parse(value));
    return isDate ? Date.parse(value) - referenceMs : undefined;
}
/** Servers use this header for seconds left, seconds since the epoch, or milliseconds since the epoch. */
function resetMsIn(value = '', referenceMs) {
    if (!isNumber(value))
        return undefined;
    const number = Number(value);
    const resetMs = number > 1e12 ? number - referenceMs : number * 1000 - (number > 1e9 ? referenceMs : 0);
    return Math.min(Math.max(0, resetMs), maxRateLimitWaitMs);
}
/** A limit may be followed by its policy, as in `100, 100;w=60`. */
function countIn(value = '') {
    const count = /^\s*(\d{1,9})\s*(?:[,;]|$)/.exec(value)?.[1];
    return count === undefined ? undefined : Number(count);
}
function isNumber(value) {
    return /^\s*\d+(\.\d+)?\s*$/.test(value);
}

// EXTERNAL MODULE: ./build/hex/retry.js
var retry = __nccwpck_require__(3380);
;// CONCATENATED MODULE: ./build/hex/remedies.js


/**
 * One sentence on what the reader can do about a failed call; empty if Hex's own words are enough.
 * @param words the response's own words.
 */
function remedyFor(operation, failure, host, words) {
    switch (failure.kind) {
        case 'no-response':
            return noResponseRemedy(failure.code, host);
        case 'unreadable':
            return `Check that 'base-url' (${host}) is the URL of your Hex host. This response may have come from a proxy or a sign-in page.`;
        case 'refused':
            return refusedRemedy(operation, failure, host, words);
    }
    return failure;
}
function refusedRemedy(operation, failure, host, words) {
    const { status, hexOwn } = failure;
    if (status >= 300 && status < 400) {
        return `${host} redirects API requests. Set 'base-url' to the URL that your browser shows when you use Hex.`;
    }
    if ((0,retry/* isRefusedInFront */.Bx)(failure)) {
        return `This response is not from Hex. A proxy, firewall, or sign-in page in front of ${host} rejected the request. Check 'base-url' and the runner's network.`;
    }
    switch (status) {
        case 401:
            return `Hex rejected the token. Check that the token is complete, has not expired or been revoked, and was created on ${host} ('base-url').`;
        case 403:
            return forbidden[operation] ?? 'The token is not allowed to do this. Check its scopes.';
        case 404:
            return (notFound[operation] ??
                "The resource was not found, or the token has no access to it. Check the IDs and the token's access.");
        case 400:
        case 422:
            if (operation !== 'RunProject')
                return '';
            return speaksOfTheCall.test(words)
                ? 'No run was started.'
                : `${projectNotFound} No run was started.`;
        case 429:
            return "The token's rate limit was exceeded. Run fewer jobs at once, or use tokens that belong to different users.";
        case 503:
            return operation === 'RunProject' && hexOwn
                ? "All 25 kernels available to the token's user are in use, or Hex is down. Stop runs that you do not need, or check status.hex.tech."
                : 'Check status.hex.tech.';
        default:
            return status >= 500 ? 'Check status.hex.tech.' : '';
    }
}
/**
 * Hex refuses a project that does not exist, or that the token's user may not see, with any of 400, 403, 404 and 422
 * (its OpenAPI document and overview page disagree). Words about one of these have another cause.
 */
const speaksOfTheCall = /\b(input|param|view|notif|slack|publish|archiv|trash|component|scope|cache|validat|body|json|field|propert)/i;
const projectNotFound = "The project does not exist, or the token's user has no access to it. Check 'project-id'.";
const forbidden = {
    RunProject: "The token does not have the 'Run projects' scope, the project does not exist, or the project is not shared with the token's user. With 'update-published-results', the user also needs the 'Can Edit' permission.",
    CancelRun: "Give the token the 'Run projects' scope, and give its user access to the project.",
    GetProject: "Give the token the 'Read projects' scope, and give its user access to the project.",
    GetRunStatus: "Give the token the 'Read projects' or 'Run projects' scope, and give its user access to the project.",
    GetProjectRuns: "Give the token the 'Read projects' or 'Run projects' scope, and give its user access to the project.",
    GetQueriedTables: "Queried tables are available only on Hex's Enterprise plan. If you have this plan, give the token the 'Read queried tables' scope.",
    ExportProject: 'Hex enables exports per organization. Ask Hex support whether yours has access.',
};
const notFound = {
    RunProject: projectNotFound,
    GetProject: projectNotFound,
    GetProjectRuns: projectNotFound,
    GetRunStatus: "The project has no such run, or the token's user has no access to it. Check 'run-id'.",
};
function noResponseRemedy(code, host) {
    if (hex_http/* notFoundCodes */.KU.includes(code))
        return `This runner cannot resolve ${host}. Check 'base-url' and the runner's network.`;
    if (hex_http/* unreachableCodes */.fL.includes(code))
        return `This runner cannot reach ${host}. If this runner needs a proxy, set https_proxy.`;
    if (code === 'UND_ERR_HEADERS_OVERFLOW')
        return `The response headers are larger than 16 KiB. Check whether a proxy between this runner and ${host} adds headers.`;
    return (0,retry/* isUntrusted */.fb)(code) ? certificateRemedy(code, host) : '';
}
function certificateRemedy(code, host) {
    if (code.includes('EXPIRED')) {
        return `The certificate of ${host} has expired, or this runner's clock is wrong.`;
    }
    if (code.includes('NOT_YET_VALID')) {
        return `The certificate of ${host} is not valid yet, or this runner's clock is wrong.`;
    }
    if (code.includes('ALTNAME')) {
        return `The certificate of ${host} is for a different hostname. Check 'base-url'.`;
    }
    return `This runner does not trust the certificate of ${host}. If your network uses a private CA, set NODE_EXTRA_CA_CERTS for the job.`;
}

// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __nccwpck_require__(8046);
;// CONCATENATED MODULE: ./build/hex/words.js


/** Longer words fill the log. Hex's own errors are one or two sentences. */
const maxWords = 500;
/** Items read from a list; the words are cut at `maxWords` anyway. */
const maxItems = 20;
/**
 * Finds the words in the body of a failed call. Hex uses five formats (OpenAPI documents of 2025 and 2026, and publicly
 * quoted bodies): `{reason, details}`, `{message, code, issues}`, RunProject's lists `invalid` and `notFound`, `details`
 * as a list, and plain text. Proxies send HTML or an empty body.
 */
function wordsOf(body) {
    const trimmed = body.trim();
    // A body of only control characters counts as empty.
    if (cut(trimmed) === '')
        return { words: 'The response has no body.', hexOwn: false };
    const record = (0,json/* asRecord */.qY)((0,json/* parsedJson */.U4)(trimmed));
    if (record === undefined) {
        const words = /^<[!?a-z]/i.test(trimmed) ? pageWords(trimmed) : cut(trimmed);
        return { words, hexOwn: trimmed === 'Unauthorized' };
    }
    const sentences = [
        ...inputComplaints(record),
        ...(isByField(record) ? items(record) : []),
        ...sentence(record['message']),
        ...items(record['issues']),
        ...sentence(record['reason']),
        ...(typeof record['details'] === 'string'
            ? sentence(record['details'])
            : items(record['details'])),
    ].map(cut);
    const traceId = (0,json/* asText */.e1)(record['traceId']);
    return {
        words: cut(sentences.length > 0 ? [...new Set(sentences)].join(' ') : trimmed),
        hexOwn: isHexOwn(record),
        ...(traceId === undefined ? {} : { traceId: cut(traceId) }),
    };
}
/**
 * Hex's older errors have a `reason`, its newer ones a `message` and a `code` in capitals, and errors about parameters
 * their lists. A `message` alone could come from a gateway (AWS, Kong), which does not show whether Hex got the request.
 */
function isHexOwn(record) {
    const code = (0,json/* asText */.e1)(record['code']) ?? '';
    return ((0,json/* asText */.e1)(record['reason']) !== undefined ||
        ((0,json/* asText */.e1)(record['message']) !== undefined && /^[A-Z_]+$/.test(code)) ||
        inputComplaints(record).length > 0 ||
        isByField(record));
}
/** Errors of tsoa: a mapping from field to `{message, value}`. Gateways nest their message under `error` instead. */
function isByField(record) {
    const fields = Object.entries(record);
    return (fields.length > 0 &&
        fields.every(([name, entry]) => {
            const complaint = (0,json/* asRecord */.qY)(entry);
            return (!/^(errors?|fault|detail|message)$/i.test(name) &&
                (0,json/* asText */.e1)(complaint?.['message']) !== undefined &&
                Object.keys(complaint ?? {}).every((key) => key === 'message' || key === 'value'));
        }));
}
/** RunProject's lists of input parameters that are unknown or have the wrong type. */
function inputComplaints(record) {
    const unknown = list(record['notFound']).flatMap((name) => (0,json/* asText */.e1)(name) ?? []);
    const invalid = list(record['invalid']).flatMap((entry) => {
        const facts = (0,json/* asRecord */.qY)(entry);
        const name = (0,json/* asText */.e1)(facts?.['paramName']);
        if (facts === undefined || name === undefined)
            return [];
        const wanted = (0,json/* asText */.e1)(facts['dataType']);
        // The response repeats the value, which may be secret. Leave it out.
        const why = wanted === undefined ? '' : `. Expected type: ${wanted}`;
        return [`Input '${name}' does not accept this value${why}.`];
    });
    return unknown.length === 0
        ? invalid
        : [`The project has no input named ${anyOf(unknown.map((name) => `'${name}'`))}.`, ...invalid];
}
/** Joins names: `'a' or 'b'`, `'a', 'b', or 'c'`. */
function anyOf(names) {
    return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(names);
}
/** A list of errors, or a mapping from their subject. */
function items(value) {
    const named = Object.entries((0,json/* asRecord */.qY)(value) ?? {}).slice(0, maxItems);
    return [
        ...list(value).flatMap((entry) => sentence((0,json/* asRecord */.qY)(entry)?.['message'] ?? entry)),
        ...named.flatMap(([name, entry]) => sentence((0,json/* asRecord */.qY)(entry)?.['message'] ?? entry).map((text) => `${name}: ${text}`)),
    ];
}
function sentence(value) {
    const text = value === undefined || value === null ? '' : textOf(value).trim();
    return text === '' ? [] : [(0,plain_text/* asSentence */.KG)(text)];
}
function textOf(value) {
    if (typeof value === 'string')
        return value;
    try {
        return JSON.stringify(value);
    }
    catch {
        // JSON.parse reads any depth, but JSON.stringify overflows the stack.
        return 'a deeply nested value';
    }
}
function pageWords(html) {
    const title = /<title[^>]{0,200}>([^<]{1,200})<\/title>/i.exec(html.slice(0, 20_000))?.[1]?.trim();
    return title === undefined || title === ''
        ? 'The response is a web page.'
        : `The response is a web page: "${title}".`;
}
function list(value) {
    return Array.isArray(value) ? value.slice(0, maxItems) : [];
}
/** Fits words into a log line: without control characters, at most `maxWords` characters. */
function cut(text) {
    return (0,plain_text/* shortened */.vI)((0,plain_text/* withoutBreaks */.v8)(text).trim(), maxWords);
}

;// CONCATENATED MODULE: ./build/hex/call.js







/** What applies if neither the operation nor the caller sets it. */
const defaults = {
    timeoutMs: 30_000,
    /** A page of 100 runs is about 60 kB. */
    maxResponseBytes: 4_000_000,
};
/** Makes one attempt per call, within the limits of rate, time, and size. Every failure is a HexError. */
function createCaller(options) {
    const { clock, limiter } = options;
    const serverClock = (0,hex_http/* createServerClock */.my)();
    return {
        async call(spec, callOptions = {}) {
            const attempt = { ...defaults, ...options, ...spec, ...callOptions };
            const sentAtMs = await untilAllowed(attempt);
            const answer = await send(attempt, sentAtMs);
            const nowMs = clock.now();
            serverClock.learn(answer.headers, sentAtMs, nowMs);
            const refused = answer.status === 429;
            const asked = refused ? askedWaitMs(answer, nowMs) : undefined;
            const response = { ...rateLimitOf(answer.headers, nowMs), refused, askedWaitMs: asked };
            limiter.answered(spec.group, response, sentAtMs, nowMs);
            return resultOf(attempt, answer);
        },
        /** The server's time now, from `Date` headers; undefined before the first one. */
        serverNow: () => serverClock.at(clock.now()),
        /** As in `Limiter`. */
        calmInMs: (group) => limiter.calmInMs(group, clock.now()),
        isAlone: limiter.isAlone,
        /** Milliseconds until a request of a group may be sent; 0 means now. */
        waitMs: (group) => limiter.waitMs(group, false, clock.now()),
    };
}
/**
 * Waits until the limiter allows the request. An abort while waiting means that nothing was sent.
 * @returns when the limiter counted it.
 */
async function untilAllowed(attempt) {
    const { group, clock, limiter, signal, unsentSignal } = attempt;
    const { urgent = false, notAfterMs = Number.POSITIVE_INFINITY } = attempt;
    const signals = [signal, unsentSignal].filter((each) => each !== undefined);
    const notSent = (code, words) => failed(attempt, { kind: 'no-response', code, sent: false }, words);
    for (;;) {
        if (signals.some(({ aborted }) => aborted))
            throw notSent('ABORTED', 'Stopped before the request was sent.');
        const waitMs = limiter.waitMs(group, urgent, clock.now());
        if (waitMs <= 0)
            break;
        if (clock.now() + waitMs > notAfterMs)
            throw notSent('OVER_LIMIT', 'The rate limit would delay the request past the timeout.');
        await (0,build_clock/* sleep */.yy)(clock, waitMs, ...signals);
    }
    return limiter.sent(group, clock.now());
}
/** Sends one request. Its timeout aborts the request itself, not only the wait for the response. */
async function send(attempt, sentAtMs) {
    const { clock, limiter, http, body, signal, timeoutMs } = attempt;
    const limit = (0,build_clock/* timeLimit */.zc)(clock, timeoutMs, signal);
    try {
        return await http({
            ...(0,json/* withoutUndefined */.r$)({
                body,
                unsentSignal: attempt.unsentSignal,
                ownConnection: attempt.ownConnection,
            }),
            method: attempt.method,
            path: attempt.path,
            headers: {
                authorization: `Bearer ${attempt.token}`,
                accept: 'application/json',
                'user-agent': attempt.userAgent,
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            signal: limit.signal,
            maxResponseBytes: attempt.maxResponseBytes,
        });
    }
    catch (error) {
        if (!(error instanceof hex_http/* NoResponse */.$B))
            throw error;
        const { sent, message } = error;
        if (!sent)
            limiter.unsent(attempt.group, sentAtMs);
        const own = limit.isOver()
            ? ['TIMEOUT', `No response within ${(0,build_clock/* secondsInWords */.eh)(timeoutMs)}.`]
            : ['ABORTED', 'Stopped before the response arrived.'];
        const [code, words] = limit.signal.aborted ? own : [error.code, message];
        throw failed(attempt, { kind: 'no-response', code, sent }, words, { cause: error });
    }
    finally {
        limit.forget();
    }
}
function resultOf(attempt, answer) {
    const { status, headers } = answer;
    const { token, read } = attempt;
    // Some proxies echo the request in their error page. Remove the token from it.
    const body = answer.body.replaceAll(token, '***');
    const traceId = headers['x-trace-id']?.replaceAll(token, '');
    const facts = {
        status,
        ...(0,json/* withoutUndefined */.r$)({ traceId, dateMs: (0,hex_http/* sentAtMsIn */.dM)(headers) }),
    };
    if (status < 200 || status >= 300) {
        const { words, hexOwn, ...own } = wordsOf(body);
        const isKernelQueue = attempt.operation === 'RunProject' && status === 503 && hexOwn;
        const askedMs = askedWaitMs(answer, attempt.clock.now(), isKernelQueue);
        const failure = {
            kind: 'refused',
            status,
            hexOwn,
            ...(0,json/* withoutUndefined */.r$)({ askedWaitMs: askedMs }),
        };
        throw failed(attempt, failure, words, { traceId, ...own });
    }
    const unreadable = (what, cause) => failed(attempt, { kind: 'unreadable', status }, what, { traceId, cause });
    const isEmpty = body.trim() === '' && (status === 204 || attempt.bodyless === true);
    try {
        return read(isEmpty ? undefined : JSON.parse(body), facts);
    }
    catch (error) {
        if (error instanceof errors/* UnreadableBody */.mZ)
            throw unreadable(error.message, error);
        if (!(error instanceof SyntaxError))
            throw error;
        throw unreadable(`HTTP ${status}, but the response is not JSON: ${wordsOf(body).words}`, error);
    }
}
function failed({ operation, method, baseUrl, ...attempt }, failure, words, { traceId, cause } = {}) {
    const path = attempt.path.replace(/^\/api/, '');
    const remedy = remedyFor(operation, failure, baseUrl, words);
    const trace = (0,json/* withoutUndefined */.r$)({ traceId: traceId?.replace(/[^\w-]/g, '').slice(0, 100) });
    return new errors/* HexError */._W({ operation, method, path, failure, words, remedy, ...trace }, { cause });
}

;// CONCATENATED MODULE: ./build/hex/limiter.js
/**
 * How many requests one process sends per minute without a 429. Hex's API reference up to 2025 has limits of 30 for
 * hex-api, 20 for starts, and 20 for chart images; newer ones say that they "may vary". A limit of starts per hour shows
 * only in its 429.
 */
const quotaOf = {
    'hex-api': 30,
    'hex-run-kernel': 20,
    'hex-chart-image': 20,
    general: 30,
};
/** All groups together have 60 (API overview); ten are left for a cancel request and what follows it. */
const quotaTogether = 50;
/** Hex's shortest windows end a minute after their first request (API overview). */
const windowMs = 60_000;
/** A window may have begun this much earlier, because reset times are whole seconds and a response takes time. */
const unsureMs = 2_000;
/** Requests that wait for a window to open are spread over this time. For half and double, see docs/performance.md. */
const spreadMs = 1_500;
/** Milliseconds since the epoch are exact to a quarter of this. A wait for less would never end. */
const roundingMs = 0.001;
/** After a 429 that asks for no wait, the next request is sent no sooner. */
const shortestRetryMs = 3_000;
/** If Hex still refuses when the window should be open, retry as often as a plain poller does (Kestra's 5 s). */
const overdueRetryMs = 5_000;
/** After a window in which the quota was used up, it is scarce in the next one, and perhaps in the one after that. */
const scarceMs = 2 * windowMs;
/**
 * Keeps one process within Hex's limits. Other processes on the same token show only in a 429 and in what responses say
 * remains. A 429 costs nothing and waiting does, so nothing is put off for others before that. The limiter decides; the
 * caller does the waiting.
 * @param random gives numbers from 0 up to 1.
 */
function createLimiter(random = Math.random) {
    const states = new Map();
    const allSentAtMs = [];
    const stateOf = (group) => {
        const state = states.get(group) ?? newState();
        states.set(group, state);
        return state;
    };
    return {
        /** Milliseconds until a request of this group may be sent; 0 means now. Urgent ones wait only for a 429's own time. */
        waitMs(group, urgent, nowMs) {
            const { closedUntilMs, emptyUntilMs, sentAtMs } = stateOf(group);
            if (urgent)
                return Math.max(0, closedUntilMs - nowMs);
            const leftMs = Math.max(closedUntilMs, emptyUntilMs) - nowMs;
            return Math.max(leftMs < roundingMs ? 0 : leftMs + random() * spreadMs, quotaWaitMs(sentAtMs, quotaOf[group], nowMs), quotaWaitMs(allSentAtMs, quotaTogether, nowMs));
        },
        /** Counts a request that is sent now. Returns the time, by which its response names it. */
        sent(group, nowMs) {
            for (const times of [stateOf(group).sentAtMs, allSentAtMs]) {
                while (times[0] !== undefined && times[0] <= nowMs - windowMs)
                    times.shift();
                times.push(nowMs);
            }
            return nowMs;
        },
        /** Takes back the count of a request that never left this machine. */
        unsent(group, sentAtMs) {
            takeBack(stateOf(group).sentAtMs, sentAtMs);
            takeBack(allSentAtMs, sentAtMs);
        },
        /** Learns from the response to the request that was counted at `sentAtMs`. */
        answered(group, response, sentAtMs, nowMs) {
            const state = stateOf(group);
            if (!response.refused)
                return note(state, response, nowMs);
            // The group's window does not contain a request that it refused. Nothing says so of all groups together, so it
            // still counts there.
            takeBack(state.sentAtMs, sentAtMs);
            return limiter_close(state, response.askedWaitMs, nowMs);
        },
        /** Milliseconds until the quota was not used up for two minutes: what can wait does not compete for it before. */
        calmInMs: (group, nowMs) => Math.max(0, stateOf(group).scarceAtMs + scarceMs - nowMs),
        /** True while responses show that nobody else uses the quota. */
        isAlone: (group) => stateOf(group).isAlone,
    };
}
/** Removes one request. Others may have been sent since, and after a minute it is not there any more. */
function takeBack(times, sentAtMs) {
    const at = times.lastIndexOf(sentAtMs);
    if (at >= 0)
        times.splice(at, 1);
}
/** Until the oldest request that fills the quota is a minute old. */
function quotaWaitMs(times, quota, nowMs) {
    const filling = times.at(-quota);
    return filling === undefined ? 0 : Math.max(0, filling + windowMs - nowMs);
}
function newState() {
    return {
        sentAtMs: [],
        closedUntilMs: 0,
        emptyUntilMs: 0,
        opensAtMs: undefined,
        scarceAtMs: Number.NEGATIVE_INFINITY,
        isAlone: false,
    };
}
/** After a 429: when the group is tried again. */
function limiter_close(state, askedWaitMs, nowMs) {
    state.isAlone = false;
    state.scarceAtMs = nowMs;
    // Where Hex names no wait: the window opens before our first request in it is a minute old. Half of that time is
    // tried first, so that few tries find an opening soon. If the window is then still closed, later requests in it say no
    // more: with a few of them, each would cause more tries than a plain poller makes.
    // The response can arrive when the oldest request is already out of the window.
    state.opensAtMs ??= (state.sentAtMs.find((atMs) => atMs > nowMs - windowMs) ?? nowMs) + windowMs;
    const opensInMs = state.opensAtMs - nowMs;
    if (askedWaitMs !== undefined)
        state.closedUntilMs = Math.max(state.closedUntilMs, nowMs + askedWaitMs);
    else if (opensInMs <= 0)
        state.emptyUntilMs = nowMs + overdueRetryMs;
    else
        state.emptyUntilMs = nowMs + Math.max(shortestRetryMs, opensInMs / 2);
}
/** After any other response: what it says remains is known of all processes together. */
function note(state, { limit, remaining, resetMs }, nowMs) {
    state.opensAtMs = undefined;
    state.isAlone = false;
    if (remaining === undefined || resetMs === undefined)
        return;
    if (remaining === 0) {
        state.scarceAtMs = nowMs;
        state.emptyUntilMs = Math.max(state.emptyUntilMs, nowMs + resetMs);
    }
    if (limit === undefined || limit < 1 || resetMs > windowMs)
        return;
    const ours = sentInWindow(state, resetMs, nowMs);
    // A count below our own is that of another window than the minute's, and says nothing about others.
    state.isAlone = limit - remaining === ours || limit - remaining === ours - 1;
}
function sentInWindow({ sentAtMs }, resetMs, nowMs) {
    return sentAtMs.filter((atMs) => atMs >= nowMs + resetMs - windowMs - unsureMs).length;
}

// EXTERNAL MODULE: ./build/hex/proxy-settings.js
var proxy_settings = __nccwpck_require__(2402);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./build/hex/decoding.js


/** Node's decoders by their names in `content-encoding`. */
const decoders = new Map([
    ['gzip', 'gunzip'],
    ['deflate', 'inflate'],
    ['br', 'brotliDecompress'],
    ['zstd', 'zstdDecompress'],
]);
/**
 * The text of a body. Compressed bodies are decoded although none was requested, because some proxies send them. A body
 * that cannot be decoded is replaced by a sentence about it, so that no raw bytes are printed and the status still
 * counts. Throws NoResponse `TOO_LARGE` where more than `maxBytes` come out.
 */
async function decoding_textOf(bytes, headers, maxBytes) {
    const encoding = headers['content-encoding']?.toLowerCase() || 'identity';
    const isPlain = encoding === 'identity' || bytes.length === 0;
    const decoded = isPlain ? bytes : await decodedFrom(bytes, encoding, maxBytes);
    if (decoded === undefined)
        return 'The response body is compressed and cannot be decoded.';
    const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1];
    return readAs(decoded, charset) ?? readAs(decoded) ?? 'The response body is not text.';
}
function tooLarge(maxBytes) {
    return (0,hex_http/* ownFailure */.lV)('TOO_LARGE', true, `The response is larger than ${maxBytes} bytes`);
}
/** Undefined if the encoding is unknown, or the bytes are not in it. */
async function decodedFrom(bytes, encoding, maxBytes) {
    const name = decoders.get(encoding);
    if (name === undefined)
        return undefined;
    const zlib = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8522, 19));
    const decode = (0,external_node_util_.promisify)(zlib[name]);
    try {
        return await decode(bytes, { maxOutputLength: maxBytes });
    }
    catch (error) {
        // ERR_BUFFER_TOO_LARGE is the only RangeError. Others are about the bytes.
        if (error instanceof RangeError)
            throw tooLarge(maxBytes);
        return undefined;
    }
}
/** Undefined if the bytes are not text in this charset, or the charset is unknown. Drops a byte order mark. */
function readAs(bytes, charset = 'utf-8') {
    try {
        return new TextDecoder(charset, { fatal: true }).decode(bytes);
    }
    catch {
        // The caller tries another charset.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/hex/transport.js




/** undici's default. */
const connectTimeoutMs = 10_000;
/** Node's default. Passed so that undici does not load `node:http` to read it. */
const maxHeaderBytes = 16_384;
/**
 * HTTP over undici for one origin. Redirects are not followed, so the token is sent nowhere else. undici's pool is
 * imported by its own path, because the package's index takes twice the time to load (docs/decisions/0002-undici.md).
 * The proxy agent is loaded only if the environment sets a proxy for this origin. Throws UnusableProxy.
 */
async function openTransport(origin, env, now = () => performance.now()) {
    const closing = new AbortController();
    const proxy = (0,proxy_settings/* proxyFor */.iJ)(origin, env);
    const hint = (0,proxy_settings/* unservedHint */.cc)(origin, env);
    const open = await transport_opener(origin, proxy, closing.signal);
    const shared = open();
    const warming = [];
    const starts = createStartConnections(open, origin, now);
    return {
        async http(request) {
            try {
                return request.ownConnection === true
                    ? await starts.exchange(request)
                    : await exchange(shared, origin, request, warming.shift());
            }
            catch (error) {
                throw error instanceof hex_http/* NoResponse */.$B ? explained(error, proxy, hint) : error;
            }
        },
        warm(connections, forStart) {
            for (let opened = 0; opened < connections; opened += 1) {
                warming.push(connectOnly(shared, origin));
            }
            if (forStart)
                starts.warm();
        },
        async close() {
            await Promise.all([shared.destroy(), starts.close()]);
            // undici doesn't destroy a socket that is still connecting, and the process would wait for its timeout.
            closing.abort();
        },
    };
}
/** A start isn't sent on a connection that was opened longer ago, because Hex may be closing it as idle. */
const startConnectionLifeMs = 5_000;
/** The connections of starts: one per start, opened ahead of the first one. A retried start gets a new one. */
function createStartConnections(open, origin, now) {
    let ready;
    const drop = async () => {
        const { dispatcher } = ready ?? {};
        ready = undefined;
        await dispatcher?.destroy();
    };
    return {
        warm() {
            if (ready !== undefined)
                return;
            const dispatcher = open();
            ready = { dispatcher, openedAtMs: now(), connected: connectOnly(dispatcher, origin) };
        },
        async exchange(request) {
            if (ready !== undefined && now() - ready.openedAtMs > startConnectionLifeMs)
                void drop();
            const own = ready ?? { dispatcher: open(), openedAtMs: now() };
            ready = undefined;
            try {
                return await exchange(own.dispatcher, origin, request, own.connected);
            }
            finally {
                void own.dispatcher.destroy();
            }
        },
        close: drop,
    };
}
/**
 * Opens a connection. Resolves when the connection is ready for a request or has failed; the next request reports the
 * failure. undici opens a connection only for a request. This one fails when undici is about to write it, which leaves
 * the connection open and unused. undici closes an idle connection after 4 s (`keepAliveTimeout`), and doesn't keep the
 * process alive for it.
 */
function connectOnly(dispatcher, origin) {
    return new Promise((resolve) => {
        dispatcher.dispatch(
        // With headers, undici's proxy agent adds the `host` of the real requests. undici closes a TLS connection if the
        // host changes.
        { origin, method: 'GET', path: '/', headers: {} }, {
            onRequestStart() {
                throw new Error('This request only opens the connection.');
            },
            onResponseStart() { },
            onResponseData() { },
            onResponseEnd() { },
            onResponseError() {
                setImmediate(resolve);
            },
        });
    });
}
/** Each dispatcher that this opens has connections of its own. */
async function transport_opener(origin, proxy, closing) {
    if (proxy === undefined) {
        const options = {
            // What a failed request proves (`sent`) is known for HTTP/1.1 only, and only HTTP/1.1 is tested.
            allowH2: false,
            maxHeaderSize: maxHeaderBytes,
            connectTimeout: connectTimeoutMs,
            connect: { signal: closing },
        };
        const { default: Pool } = await __nccwpck_require__.e(/* import() */ 628).then(__nccwpck_require__.t.bind(__nccwpck_require__, 628, 19));
        return () => new Pool(origin, options);
    }
    const { openProxy } = await Promise.all(/* import() */[__nccwpck_require__.e(628), __nccwpck_require__.e(163), __nccwpck_require__.e(994)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4994));
    const limits = { connectTimeout: connectTimeoutMs, maxHeaderSize: maxHeaderBytes };
    return () => openProxy(proxy.url, limits, closing);
}
/** Adds to a failure which proxy failed, or which variable does not apply. */
function explained(error, proxy, hint) {
    const { code, sent, message } = error;
    if (proxy !== undefined) {
        const words = (0,proxy_settings/* proxyFailure */.xh)(proxy, error);
        return words === undefined ? error : (0,hex_http/* ownFailure */.lV)('PROXY', false, words, { cause: error });
    }
    if (sent || hint === '' || ![...hex_http/* notFoundCodes */.KU, ...hex_http/* unreachableCodes */.fL].includes(code))
        return error;
    return new hex_http/* NoResponse */.$B(code, sent, `${(0,plain_text/* asSentence */.KG)(message)} ${hint}`, { cause: error });
}
/** @param warming the connection to wait for. Without the wait, undici would open another one. */
function exchange(dispatcher, origin, { method, path, headers, body, signal, unsentSignal, maxResponseBytes }, warming) {
    return new Promise((resolve, reject) => {
        // undici calls onRequestStart when it is about to write the request on an established connection. A failure before
        // that proves that nobody received the request.
        let sent = false;
        let controller;
        let status = 0;
        let answerHeaders = {};
        const chunks = [];
        let bytes = 0;
        const aborted = () => (0,hex_http/* ownFailure */.lV)('ABORTED', sent, 'The request was aborted');
        const onAbort = () => {
            const reason = aborted();
            controller?.abort(reason);
            fail(reason);
        };
        const onUnsentAbort = () => {
            if (!sent)
                onAbort();
        };
        const done = () => {
            signal.removeEventListener('abort', onAbort);
            unsentSignal?.removeEventListener('abort', onUnsentAbort);
        };
        const fail = (error) => {
            done();
            reject(error);
        };
        const isEnded = () => signal.aborted || unsentSignal?.aborted === true;
        if (isEnded()) {
            fail(aborted());
            return;
        }
        signal.addEventListener('abort', onAbort);
        unsentSignal?.addEventListener('abort', onUnsentAbort);
        const dispatch = () => {
            if (isEnded())
                return;
            dispatcher.dispatch({
                origin,
                method,
                path,
                headers: { 'accept-encoding': 'identity', ...headers },
                body: body ?? null,
                headersTimeout: 0,
                bodyTimeout: 0,
            }, {
                onRequestStart(started) {
                    controller = started;
                    // The request was aborted while it waited for a connection. Don't write it.
                    if (isEnded())
                        started.abort(aborted());
                    else
                        sent = true;
                },
                onResponseStart(_, code, received) {
                    status = code;
                    answerHeaders = received;
                },
                onResponseData(started, chunk) {
                    bytes += chunk.length;
                    if (bytes > maxResponseBytes) {
                        started.abort(tooLarge(maxResponseBytes));
                    }
                    else
                        chunks.push(chunk);
                },
                onResponseEnd() {
                    done();
                    const headers = flat(answerHeaders);
                    const reading = decoding_textOf(Buffer.concat(chunks), headers, maxResponseBytes);
                    // undici frees the connection in the next turn of the event loop. A request before that would open a new
                    // connection and wait for TCP and TLS.
                    reading.then((body) => setImmediate(resolve, { status, headers, body }), reject);
                },
                onResponseError(_, error) {
                    fail(noResponse(error, sent));
                },
            });
        };
        if (warming === undefined)
            dispatch();
        else
            warming.then(dispatch).catch((error) => fail(noResponse(error, false)));
    });
}
function noResponse(error, sent) {
    if (error instanceof hex_http/* NoResponse */.$B)
        return error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
    // If all addresses of a host refuse, Node wraps the errors and leaves the message empty.
    return new hex_http/* NoResponse */.$B(code, sent, error.message === '' ? code : error.message, { cause: error });
}
function flat(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
        name.toLowerCase(),
        Array.isArray(value) ? value.join(', ') : String(value),
    ]));
}

// EXTERNAL MODULE: ./build/inputs/problems.js
var problems = __nccwpck_require__(6790);
// EXTERNAL MODULE: ./build/version.js
var version = __nccwpck_require__(8508);
// EXTERNAL MODULE: ./build/actions/step.js + 8 modules
var actions_step = __nccwpck_require__(1309);
;// CONCATENATED MODULE: ./build/actions/connect.js







/**
 * Creates the process's caller, with one limiter for all its requests. Sends nothing yet. Throws an InputError if an
 * environment variable sets an invalid proxy.
 */
async function connect({ runner, clock }, { baseUrl, token }) {
    const transport = await openTransport(baseUrl, runner.env).catch((error) => {
        throw error instanceof proxy_settings/* UnusableProxy */.G1
            ? new problems/* InputError */.dz([{ input: error.variable, message: error.message }])
            : error;
    });
    const caller = createCaller({
        http: transport.http,
        clock,
        limiter: createLimiter(),
        baseUrl,
        token,
        userAgent: `hex-run-action/${version/* version */.r}`,
    });
    return { ...transport, caller };
}
/** Calls `work` with a connection whose events are printed, and closes it afterwards. */
async function withConnection(step, address, work) {
    const { caller, close } = await connect(step, address);
    try {
        return await work({ ...step, caller, onEvent: (0,actions_step/* printEvents */.xo)(step) });
    }
    finally {
        await close();
    }
}


/***/ }),

/***/ 9702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   folder: () => (/* binding */ folder),
/* harmony export */   handover: () => (/* binding */ handover),
/* harmony export */   opening: () => (/* binding */ opening),
/* harmony export */   ready: () => (/* binding */ ready),
/* harmony export */   saveForPost: () => (/* binding */ saveForPost),
/* harmony export */   step: () => (/* binding */ step)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7094);
/* harmony import */ var _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5984);
/* harmony import */ var _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3237);
/* harmony import */ var _runner_handover_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1500);
/* harmony import */ var _runner_job_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4329);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7732);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6037);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1309);








// The beginning of the main step: what it needs to hear signals and to connect to Hex. The rest of its code is loaded
// while the connections are being established.
const step = (0,_step_js__WEBPACK_IMPORTED_MODULE_6__/* .openStep */ .b0)((abort) => {
    // Saved so that the post step can report it.
    if (!abort.signal.aborted)
        saveForPost(_state_js__WEBPACK_IMPORTED_MODULE_7__/* .stoppedName */ .dg, _state_js__WEBPACK_IMPORTED_MODULE_7__/* .stoppedName */ .dg, '1');
});
const { runner, clock, abort, token } = step;
/** A cached name is looked up within this time. Loading code would hold up the connection to the address. */
const lookupMs = 1;
const folder = (0,_runner_job_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .openJobFolder */ .Y)(runner.env, token);
const handover = (0,_runner_handover_js__WEBPACK_IMPORTED_MODULE_3__/* .openMainSide */ .$4)(runner.env, folder, abort.request);
/** Saves a fact for the post step: in the runner's state, and in a note that post can read while main is still running. */
function saveForPost(stateName, subject, text) {
    runner.saveState(stateName, text);
    runner.saveState(_state_js__WEBPACK_IMPORTED_MODULE_7__/* .notedName */ .Gy, String(handover.note(subject, text)));
}
/**
 * The connections for the two reads and the start, opened as soon as `base-url` is valid. Nothing is sent. An invalid
 * `base-url` is reported with the other inputs.
 */
const opening = openEarly();
/** Resolves when the connections are on their way, and the rest of the main step can be loaded. */
const ready = opening.then((connection) => connection && (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, lookupMs));
async function openEarly() {
    (0,_step_js__WEBPACK_IMPORTED_MODULE_6__/* .keepTlsChecked */ .EK)(runner);
    if (token === '')
        return undefined;
    try {
        const baseUrl = (0,_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBaseUrl */ .Q2)(runner.input('base-url').trim() || _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .runInputDefaults */ .ie['base-url']);
        const connection = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_5__.connect)(step, { baseUrl, token });
        connection.warm(2, runner.input('run-id').trim() === '');
        return connection;
    }
    catch {
        // This fails the same way after the inputs are read, where the failure is reported.
        return undefined;
    }
}


/***/ }),

/***/ 6037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ nothingLeftName),
/* harmony export */   Fp: () => (/* binding */ markName),
/* harmony export */   Gy: () => (/* binding */ notedName),
/* harmony export */   HW: () => (/* binding */ checkStateName),
/* harmony export */   Jw: () => (/* binding */ leftNothing),
/* harmony export */   LS: () => (/* binding */ countName),
/* harmony export */   Qv: () => (/* binding */ stateNameOf),
/* harmony export */   UT: () => (/* binding */ readUse),
/* harmony export */   dg: () => (/* binding */ stoppedName),
/* harmony export */   eY: () => (/* binding */ endedName),
/* harmony export */   ks: () => (/* binding */ useStateName),
/* harmony export */   rE: () => (/* binding */ writeUse),
/* harmony export */   t9: () => (/* binding */ readOpenCheck)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9368);

// What main saves for the post step, in the state that GitHub's runner keeps for a step.
/** The name of the state with the last journal entry of a run. */
function stateNameOf(index) {
    return `journal-${index}`;
}
/** The state with the number of main's runs. */
const countName = 'runs';
/** The state with main's mark, which identifies main's notes. */
const markName = 'main';
/** The state with the number of main's notes. */
const notedName = 'noted';
/** Main saves under these names, in its notes and in the state, that it was asked to stop, and that it reached its end. */
const stoppedName = 'stopped';
const endedName = 'ended';
/** Main saves its mark under this name last, if the post step has nothing to do. */
const nothingLeftName = 'nothing-left';
/**
 * Did main say so? An earlier step can set any variable for the post step (GITHUB_ENV), but doesn't know main's mark, and
 * the runner's state replaces such a variable.
 * @param env of the post step, which has the state.
 */
function leftNothing(env) {
    const mark = env[`STATE_${markName}`];
    return mark !== undefined && env[`STATE_${nothingLeftName}`] === mark;
}
/** The state with main's open check run; '' if there is none. */
const checkStateName = 'check';
/** Parses a saved check run; undefined for anything else. */
function readOpenCheck(text) {
    const saved = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedJson */ .U4)(text));
    const [name, headSha, externalId] = ['name', 'headSha', 'externalId'].map((key) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(saved?.[key]));
    if (name === undefined || headSha === undefined || externalId === undefined)
        return undefined;
    return {
        name,
        headSha,
        externalId,
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutUndefined */ .r$)({
            id: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asNumber */ .i)(saved?.['id']),
            runUrl: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(saved?.['runUrl']),
            verdict: verdictIn(saved?.['verdict']),
            isCompleted: saved?.['isCompleted'] === true ? true : undefined,
        }),
    };
}
const conclusions = ['success', 'failure', 'cancelled', 'timed_out', 'neutral'];
function verdictIn(saved) {
    const verdict = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(saved);
    const title = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(verdict?.['title']);
    const conclusion = conclusions.find((each) => each === verdict?.['conclusion']);
    return conclusion === undefined || title === undefined ? undefined : { conclusion, title };
}
/** The state with main's use; '' if there are no reports on GitHub. */
const useStateName = 'reports';
/** Parses a saved use; undefined for anything else. */
function readUse(text) {
    const [, key, mark] = /^(\w+) (\w+)$/.exec(text) ?? [];
    return key === undefined || mark === undefined ? undefined : { key, mark };
}
function writeUse({ key, mark }) {
    return `${key} ${mark}`;
}


/***/ }),

/***/ 1309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u6: () => (/* binding */ annotateAll),
  $9: () => (/* binding */ annotateProblems),
  EK: () => (/* binding */ keepTlsChecked),
  gg: () => (/* binding */ maskToken),
  b0: () => (/* binding */ openStep),
  xo: () => (/* binding */ printEvents),
  y6: () => (/* binding */ runCompanion)
});

// EXTERNAL MODULE: ./build/clock.js
var clock = __nccwpck_require__(7094);
// EXTERNAL MODULE: ./build/inputs/problems.js
var problems = __nccwpck_require__(6790);
// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __nccwpck_require__(8046);
// EXTERNAL MODULE: ./build/report/progress.js
var report_progress = __nccwpck_require__(5364);
// EXTERNAL MODULE: ./build/report/words.js
var words = __nccwpck_require__(4702);
// EXTERNAL MODULE: ./build/run/abort.js
var run_abort = __nccwpck_require__(488);
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
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
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
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
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
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
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
    command_issueCommand('debug', {}, message);
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


const { access, appendFile, writeFile } = external_fs_.promises;
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
;// CONCATENATED MODULE: ./build/runner/runner.js


const annotations = {
    error: error,
    warning: warning,
    notice: notice,
};
/** The error codes of writes that nobody reads: a closed pipe, a terminal that hung up, a closed pipe on Windows. */
const unreadCodes = ['EPIPE', 'EIO', 'EOF'];
/** How often a debug line checks that someone still reads. GitHub shows debug lines only if a repository enables them. */
const heartbeatMs = 10_000;
/** Below GitHub's limit of 4,096 characters for a message (actions/runner, ExecutionContext.cs). */
const maxMessage = 4_000;
/** Opens the runner of this process. What cannot be written is a warning, because a report never changes the verdict. */
function openRunner(process) {
    const env = process.env;
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
    /** Prints one log line. Workflow commands in the text have no effect. */
    const line = (text) => info((0,plain_text/* plainLine */.h0)(text));
    return {
        env,
        /** An input's text, untrimmed; '' if it is not set. */
        input: (name) => process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '',
        /** Masks a secret in everything that is printed from now on. */
        mask: setSecret,
        line,
        /** Prints lines under a title that expands. */
        group(title, lines) {
            startGroup((0,plain_text/* plainLine */.h0)(title));
            for (const each of lines)
                line(each);
            endGroup();
        },
        /** Adds an annotation to the workflow run. GitHub keeps ten of a level per step. */
        annotate,
        output: (name, value) => attempt(`Output '${name}'`, () => setOutput(name, value)),
        saveState: (name, value) => attempt('State for the post step', () => saveState(name, value)),
        state: getState,
        async summary(markdown) {
            // Some other runners never set it, so this is not a warning.
            if (!process.env['GITHUB_STEP_SUMMARY'])
                return line('No job summary was written, because this runner does not set GITHUB_STEP_SUMMARY.');
            const writing = summary.addRaw(markdown).write();
            await writing.catch((error) => warn('The job summary could not be written', error));
        },
        /** Fails the step. The process still ends by itself, so that no output is lost. */
        fail() {
            process.exitCode = 1;
        },
        /** Calls back at every request to stop: a signal, or output that nobody reads because the runner is gone. */
        onStop(callback) {
            // The runner's second signal is SIGTERM, or SIGBREAK on Windows (actions/runner, ProcessInvoker.cs). SIGHUP comes when
            // the terminal of a self-hosted runner closes. Without a listener, each of them would end the process.
            for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'])
                process.on(signal, () => callback('signal'));
            // A runner that is gone sends no signal. Only a write shows that nobody reads its pipes.
            setInterval(() => debug('Still running.'), heartbeatMs).unref();
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
        /** From 0 up to 1. */
        random: Math.random,
        abort,
        /** Milliseconds since the epoch. */
        beganAtMs: clock/* systemClock */.ml.now(),
        /** The `token` input, or else HEX_API_TOKEN; '' if there is none. Masked in the log. */
        token,
        /** An input's text; '' if it is not set. */
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
    annotate('warning', 'Certificate checks stay enabled', `${name}=0 is ignored, because it would allow the token to be sent to an unverified server. To trust a private CA, set NODE_EXTRA_CA_CERTS.`);
}
/** Adds an annotation per problem. If there are more than GitHub keeps, the last ones share one. */
function annotateProblems(runner, { problems }) {
    const lineOf = ({ input, message }) => `'${input}': ${message}`;
    const annotations = (0,words/* annotationsWithin */.cK)(words/* maxAnnotations */.Z6, problems, (it) => (0,words/* annotation */.w7)('error', `Input '${it.input}'`, lineOf(it)), (rest) => (0,words/* annotation */.w7)('error', `${rest.length} more inputs`, ...rest.map(lineOf)));
    annotateAll(runner, annotations);
}
/** Adds the annotations to the workflow run. */
function annotateAll({ annotate }, annotations) {
    for (const { level, title, message } of annotations)
        annotate(level, title, message);
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
        if (report !== undefined) {
            const { isFailed, lines, annotations, summary } = report(outcome, inputs);
            // The exit code comes first. Reports that can fail come later and don't change it.
            if (isFailed)
                runner.fail();
            for (const line of lines)
                runner.line(line);
            annotateAll(runner, annotations);
            if ('summary' in inputs && inputs.summary === true)
                await runner.summary(summary);
        }
    }
    catch (error) {
        runner.fail();
        if (error instanceof problems/* InputError */.dz)
            annotateProblems(runner, error);
        else {
            const words = `Unexpected error. Report it in the action's repository, and include this line. ${(0,plain_text/* stackOf */.US)(error)}`;
            runner.annotate('error', failure, words);
        }
    }
    abort.close();
    for (const [name, text] of Object.entries(outputs(outcome)))
        runner.output(name, text);
}


/***/ }),

/***/ 7094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   eh: () => (/* binding */ secondsInWords),
/* harmony export */   ml: () => (/* binding */ systemClock),
/* harmony export */   yy: () => (/* binding */ sleep),
/* harmony export */   zc: () => (/* binding */ timeLimit)
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
/**
 * A signal that is aborted after `ms` milliseconds, or with one of the others. `isOver` is true if the time came first,
 * and `forget` ends the timer.
 */
function timeLimit(clock, ms, ...others) {
    const limit = new AbortController();
    const forget = clock.after(ms, () => limit.abort());
    const signal = AbortSignal.any([limit.signal, ...others.filter((each) => each !== undefined)]);
    return { signal, isOver: () => signal.aborted && signal.reason === limit.signal.reason, forget };
}
/** The promise's result, or that of `late` if the promise takes longer than `ms` milliseconds. */
async function inTime(clock, ms, promise, late) {
    const done = new AbortController();
    const tooLate = async () => {
        await sleep(clock, ms, done.signal);
        return done.signal.aborted ? promise : late();
    };
    try {
        return await Promise.race([promise, tooLate()]);
    }
    finally {
        done.abort();
    }
}
/** A duration in seconds for a log line: with tenths below 10 s, without from there on. */
function secondsInWords(ms) {
    return `${Number((ms / 1_000).toFixed(ms < 10_000 ? 1 : 0))} s`;
}


/***/ }),

/***/ 4027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _W: () => (/* binding */ HexError),
/* harmony export */   mZ: () => (/* binding */ UnreadableBody),
/* harmony export */   up: () => (/* binding */ hasCode)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8046);

/** Is this the code of a request without a response? */
function hasCode(failure, code) {
    return failure.kind === 'no-response' && failure.code === code;
}
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
    name = 'UnreadableBody';
}
function sentenceOf({ method, path, failure, words, remedy, traceId }) {
    const status = failure.kind === 'refused' ? `${failure.status}. ` : '';
    const trace = traceId === undefined ? '' : ` (trace ID ${traceId})`;
    return `${method} ${path}: ${status}${[(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .asSentence */ .KG)(words), remedy].filter(Boolean).join(' ')}${trace}`;
}


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ NoResponse),
/* harmony export */   KU: () => (/* binding */ notFoundCodes),
/* harmony export */   dM: () => (/* binding */ sentAtMsIn),
/* harmony export */   fL: () => (/* binding */ unreachableCodes),
/* harmony export */   lV: () => (/* binding */ ownFailure),
/* harmony export */   my: () => (/* binding */ createServerClock)
/* harmony export */ });
/** When the server sent the response, milliseconds since the epoch by its clock; undefined without a valid `Date`. */
function sentAtMsIn(headers) {
    const sentAtMs = Date.parse(`${headers['date']}`);
    return Number.isNaN(sentAtMs) ? undefined : sentAtMs;
}
/** A `Date` header drops the fraction of the second (RFC 9110 §5.6.7). */
const cutMs = 999;
/**
 * The server's clock as lower and upper bounds, learned from the `Date` headers of responses. Each response narrows them;
 * one that contradicts them replaces them.
 */
function createServerClock() {
    let minAheadMs = Number.NEGATIVE_INFINITY;
    let maxAheadMs = Number.POSITIVE_INFINITY;
    return {
        /** Learns from one response. Both times are by our clock, milliseconds since the epoch. */
        learn(headers, sentAtMs, receivedAtMs) {
            const dateMs = sentAtMsIn(headers);
            if (dateMs === undefined)
                return;
            // The server wrote the header between the two times, however slow the response was.
            const minMs = dateMs - receivedAtMs;
            const maxMs = dateMs + cutMs - sentAtMs;
            const fits = minMs <= maxAheadMs && maxMs >= minAheadMs;
            minAheadMs = fits ? Math.max(minAheadMs, minMs) : minMs;
            maxAheadMs = fits ? Math.min(maxAheadMs, maxMs) : maxMs;
        },
        /**
         * The server's time at a time by our clock, milliseconds since the epoch: between the two, inclusive. Undefined before
         * the first `Date`.
         */
        at: (ourMs) => minAheadMs === Number.NEGATIVE_INFINITY
            ? undefined
            : { earliestMs: ourMs + minAheadMs, latestMs: ourMs + maxAheadMs },
    };
}
/** There was no complete response. `sent` is false only if no byte of the request can have left. */
class NoResponse extends Error {
    code;
    sent;
    constructor(code, sent, message, options) {
        super(message, options);
        this.name = 'NoResponse';
        this.code = code;
        this.sent = sent;
    }
}
/** A NoResponse with a code of our own. */
function ownFailure(code, sent, message, options) {
    return new NoResponse(code, sent, message, options);
}
/** Codes of Node and undici for a host name that cannot be looked up. */
const notFoundCodes = ['ENOTFOUND', 'EAI_AGAIN'];
/** Codes of Node and undici for a connection that cannot be made. */
const unreachableCodes = [
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'UND_ERR_CONNECT_TIMEOUT',
];


/***/ }),

/***/ 2402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ settleProxy),
/* harmony export */   G1: () => (/* binding */ UnusableProxy),
/* harmony export */   cc: () => (/* binding */ unservedHint),
/* harmony export */   iJ: () => (/* binding */ proxyFor),
/* harmony export */   xh: () => (/* binding */ proxyFailure)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7788);

/** A variable sets an invalid proxy. The message does not repeat the value, because it may contain a password. */
class UnusableProxy extends Error {
    variable;
    constructor(variable) {
        super('Must be a proxy URL, such as "http://proxy.example:3128".');
        this.name = 'UnusableProxy';
        this.variable = variable;
    }
}
/**
 * The proxy for an origin, chosen as curl and `@actions/http-client` do: `https_proxy` for https, `http_proxy` for http,
 * lower case first, and none for hosts in `no_proxy`. A proxy without a scheme uses http. Throws UnusableProxy.
 */
function proxyFor(origin, env) {
    const target = new URL(origin);
    const named = set(env, target.protocol === 'https:' ? 'https_proxy' : 'http_proxy');
    if (named === undefined || isExcepted(target, set(env, 'no_proxy')?.value ?? ''))
        return undefined;
    const { variable, value } = named;
    const url = withScheme(value);
    if (!URL.canParse(url))
        throw new UnusableProxy(variable);
    const { protocol, host, username, password } = new URL(url);
    const isKnown = ['http:', 'https:', 'socks5:', 'socks:'].includes(protocol);
    if (!isKnown || host === '' || !isDecodable(username + password)) {
        throw new UnusableProxy(variable);
    }
    return { url, host, variable };
}
/** A hint for a connection that failed without a proxy: `http_proxy` does not apply to https. */
function unservedHint(origin, env) {
    const http = set(env, 'http_proxy');
    if (http === undefined || !origin.startsWith('https:') || set(env, 'https_proxy') !== undefined) {
        return '';
    }
    return `${http.variable} is set, but HTTPS requests use https_proxy. Set https_proxy as well.`;
}
/**
 * Rewrites the environment for GitHub's client, which reads it directly, so that both use the same proxy and the same
 * exceptions. It does not support `*.name` in `no_proxy`. Throws UnusableProxy.
 */
function settleProxy(origin, env) {
    const proxy = proxyFor(origin, env);
    const noProxy = set(env, 'no_proxy');
    if (proxy !== undefined)
        env[proxy.variable] = proxy.url;
    else if (noProxy !== undefined)
        env[noProxy.variable] = `${noProxy.value},${new URL(origin).hostname}`;
}
/**
 * What happened and what to do if a request failed at the proxy, so Hex never received it; undefined if it may have failed
 * behind the proxy. The proxy looks up the host and connects to it, so every local failure to look up or connect is about
 * the proxy.
 */
function proxyFailure({ host, variable }, { code, sent, message }) {
    // An established connection can break with the same codes, and then the request may have arrived. Only undici's message
    // for a 407 to a plain http request is always about the proxy, even after undici wrote the request.
    if (sent && !message.startsWith('Proxy Authentication Required'))
        return undefined;
    const name = `The proxy ${host} from ${variable}`;
    if (_http_js__WEBPACK_IMPORTED_MODULE_0__/* .notFoundCodes */ .KU.includes(code))
        return `${name} was not found (${code}). Check its hostname.`;
    if (_http_js__WEBPACK_IMPORTED_MODULE_0__/* .unreachableCodes */ .fL.includes(code)) {
        return `${name} cannot be reached (${code}). Check its host and port, and make sure that it is running.`;
    }
    if (code === 'UND_ERR_PRX_TLS')
        return `${name} has a certificate for a different hostname. Check the proxy's hostname.`;
    if (code === 'UND_ERR_PRX_CONN')
        return `${name} closed the connection before opening a tunnel. Contact its operator.`;
    // undici reports a proxy's status only in this message, not in a code.
    const status = /\((\d{3})\)(?: !== 200|$)/.exec(message)?.[1];
    if (!/^Proxy (response|Authentication)/.test(message) || status === undefined)
        return undefined;
    if (status === '407') {
        return `${name} requires a username and password (407). Store http://USER:PASSWORD@${host} as a secret, and set ${variable} to that secret.`;
    }
    if (status === '403') {
        return `${name} does not allow connections to the Hex host (403). Ask its operator to allow the Hex host, or add that host to no_proxy.`;
    }
    return `${name} did not open a connection (${status}). Contact its operator.`;
}
function set(env, name) {
    const variable = [name, name.toUpperCase()].find((each) => (env[each] ?? '').trim() !== '');
    return variable === undefined ? undefined : { variable, value: (env[variable] ?? '').trim() };
}
function withScheme(value) {
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
}
/**
 * Is the target excluded by `no_proxy`? A name includes its subdomains, also written as `.name` or `*.name`. An entry with a
 * port applies to that port only.
 */
function isExcepted({ hostname, port, protocol }, noProxy) {
    const targetPort = port || (protocol === 'https:' ? '443' : '80');
    const hosts = [hostname, hostname.replace(/[[\]]/g, ''), `${hostname}:${targetPort}`];
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => {
        const name = entry.replace(/^\*?\./, '').replace(/\.$/, '');
        return name === '*' || (name !== '' && hosts.some((host) => `.${host}`.endsWith(`.${name}`)));
    });
}
function isDecodable(text) {
    try {
        decodeURIComponent(text);
        return true;
    }
    catch {
        // A percent sign without an escape sequence. undici would throw.
        return false;
    }
}


/***/ }),

/***/ 3380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ retrySpreadMs),
/* harmony export */   Bx: () => (/* binding */ isRefusedInFront),
/* harmony export */   KO: () => (/* binding */ mayRetry),
/* harmony export */   Ko: () => (/* binding */ retryWaitMs),
/* harmony export */   LV: () => (/* binding */ namesNoWait),
/* harmony export */   N6: () => (/* binding */ isRedirect),
/* harmony export */   a5: () => (/* binding */ isRateLimit),
/* harmony export */   dk: () => (/* binding */ mayHaveHappened),
/* harmony export */   fb: () => (/* binding */ isUntrusted),
/* harmony export */   kM: () => (/* binding */ isOverLimit),
/* harmony export */   mt: () => (/* binding */ isClientRefusal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4027);

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
/** Did something in front of Hex refuse this request? A redirect counts. */
function isRefusedInFront(failure) {
    if (failure.kind !== 'refused' || failure.hexOwn)
        return false;
    return isRedirect(failure) || refusalsInFront.has(failure.status);
}
/** A rate limit, of Hex or of something in front of it. */
function isRateLimit(failure) {
    return failure.kind === 'refused' && failure.status === 429;
}
/**
 * Refused with a 4xx?
 * @param except statuses that do not count: by default those that can pass by waiting.
 */
function isClientRefusal(failure, except = [408, 425, 429]) {
    return (failure.kind === 'refused' &&
        Math.floor(failure.status / 100) === 4 &&
        !except.includes(failure.status));
}
/** Hex's API sends no redirects, so something else did. */
function isRedirect(failure) {
    return failure.kind === 'refused' && Math.floor(failure.status / 100) === 3;
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
/**
 * Clients that were refused together retry spread over this time. A longer one would cost them their place in the window
 * (docs/performance.md).
 */
const retrySpreadMs = 1_500;
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
    const { askedWaitMs } = failure;
    if (isRateLimit(failure)) {
        // Hex's windows reset a minute after their first request (API overview), so a minute is enough.
        return askedWaitMs === undefined
            ? 60_000 + random * 15_000
            : askedWaitMs + random * retrySpreadMs;
    }
    if (askedWaitMs === undefined)
        return backoffMs;
    const jitterMs = random * Math.min(5_000, 250 + askedWaitMs / 4);
    return Math.max(askedWaitMs + jitterMs, backoffMs);
}
/**
 * A 429 that names no wait. A start and a poll then leave the wait to the limiter, which tries before the minute is over.
 * Cancel requests and the search for a lost run have shorter waits of their own. Other requests wait for the whole
 * minute (`retryWaitMs`), so that they leave the first places in the new window to starts and polls.
 */
function namesNoWait(failure) {
    return isRateLimit(failure) && failure.askedWaitMs === undefined;
}
/** Our own limiter did not allow the request in time; nothing is wrong with Hex. */
function isOverLimit(failure) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hasCode */ .up)(failure, 'OVER_LIMIT');
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ readNothing),
/* harmony export */   R3: () => (/* binding */ readStartedRun),
/* harmony export */   Wh: () => (/* binding */ readProject),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   qt: () => (/* binding */ timeInId),
/* harmony export */   vl: () => (/* binding */ hasTrigger),
/* harmony export */   wV: () => (/* binding */ readChartImage),
/* harmony export */   xN: () => (/* binding */ readIdentity),
/* harmony export */   xk: () => (/* binding */ readRunPage)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9368);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8046);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4027);



/**
 * Older Hex has no trigger filter, reports no trigger, and lists API-triggered runs only, so a run without a trigger counts
 * as one of those.
 */
function hasTrigger({ runTrigger = 'API' }, trigger) {
    return trigger === 'ALL' || runTrigger === trigger;
}
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .mZ('The response is for a different run.');
    }
    const status = shortText(record['status'])?.trim();
    if (status === undefined || status === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .mZ('The run in the response has no status.');
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .mZ('The response does not contain a list of runs.');
    const nextPage = record['nextPage'];
    return {
        runs: runs.map((run) => readRun(run)),
        hasNextPage: typeof nextPage === 'string' && nextPage !== '',
    };
}
/** A web page with a status of success is not from Hex, so it does not confirm a cancellation. */
function readNothing(body) {
    if (body !== undefined)
        recordOf(body);
}
function readProject(body, dateMs) {
    const record = recordOf(body);
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(record['id']);
    const title = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(record['title']);
    if (id === undefined || title === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .mZ('The response does not contain a project.');
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .mZ('The response contains neither a user nor a workspace.');
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .mZ('The response does not contain an image.');
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
/**
 * When a run started, or, before that, when its id was made, milliseconds since the epoch. A pending run with an older id has
 * neither.
 */
function timeOf({ runId, startTime }) {
    return startTime === undefined ? timeInId(runId) : Date.parse(startTime);
}
function recordOf(body) {
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(body);
    if (record === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .mZ('The response is not a JSON object.');
    return record;
}
/** An id becomes part of paths, files, and Markdown, so any other characters are refused here. */
function runIdIn(record) {
    const runId = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(record['runId']);
    if (runId === undefined || !/^[0-9A-Za-z-]{1,64}$/.test(runId)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableBody */ .mZ('The response does not contain a run ID.');
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

/***/ 5984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JK: () => (/* binding */ runOutputNames),
/* harmony export */   ie: () => (/* binding */ runInputDefaults),
/* harmony export */   tx: () => (/* binding */ maxRuns)
/* harmony export */ });
/**
 * The names and defaults of the run action's inputs. A test compares them with `action.yml`. An empty input, for example
 * from an expression without a value, means its default.
 */
const runInputDefaults = {
    token: '',
    'project-id': '',
    'input-params': '',
    'view-id': '',
    'update-published-results': 'false',
    'use-cached-sql-results': 'true',
    notifications: '',
    'skip-if-newer-than': '',
    'dry-run': 'false',
    'run-id': '',
    'newer-than': '',
    'run-trigger': 'ALL',
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
    'report-key': '',
    charts: '',
    'charts-size': '',
    'charts-titles': '',
    'charts-branch': '',
    'charts-keep-days': '90',
    'github-token': '${{ github.token }}',
    'matrix-leg': '${{ toJSON(matrix) }}',
    'job-status': '${{ job.status }}',
};
/** Max runs of one step. More would not fit: Linux limits an environment variable, and so `runs`, to 128 KiB. */
const maxRuns = 1_000;
/** The names of the run action's outputs, in the order of `action.yml`. */
const runOutputNames = [
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
];


/***/ }),

/***/ 6790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ parsedOr),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   h6: () => (/* binding */ InvalidValue),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8046);

/** What parsers throw for a value that cannot be used. The message says why, and what to write instead. */
class InvalidValue extends Error {
}
/** Throws an InvalidValue, also in place of a value. */
function refuse(sentence) {
    throw new InvalidValue(sentence);
}
/** The parsed value. If it is invalid, what the second function returns for the problem. */
function parsedOr(parse, otherwise) {
    try {
        return parse();
    }
    catch (error) {
        if (error instanceof InvalidValue)
            return otherwise(error.message);
        throw error;
    }
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
/** Enough to recognize a value in a log line. */
const maxQuoted = 60;
function short(text) {
    return (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, maxQuoted).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}


/***/ }),

/***/ 3237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6790);

/** A UUID in any case. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Longer than any address: a DNS name has at most 253 characters. */
const maxAddress = 300;
/**
 * Parses the token for the Authorization header. Its format is not checked beyond what a header can contain, because Hex
 * may change its prefixes (`hxtp_`, `hxtw_`).
 */
function parseToken(token) {
    if (token === '') {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)("The token is empty. Check that the input is named 'token', and that the secret exists and is available to this event. Workflows that are triggered by pull requests from forks or Dependabot do not have access to Actions secrets.");
    }
    if (token.startsWith('${{'))
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('The token is an expression that GitHub did not evaluate. Store the token itself in the secret.');
    if (/^bearer\s/i.test(token))
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('The token starts with "Bearer". Remove this prefix.');
    if (!/^[\x21-\x7e]+$/.test(token)) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('The token contains spaces, line breaks, or other characters that tokens cannot contain. Copy the token into the secret again.');
    }
    return token;
}
/**
 * Parses the scheme and host of a Hex instance, for example `https://eu.hex.tech`. Accepts it without `https://`, and
 * with the `/api` or `/api/v1` that other tools require. Plain http would expose the token.
 */
function parseBaseUrl(text) {
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
    if (text.length > maxAddress || /\s/.test(text) || !URL.canParse(withScheme)) {
        // Text with an @ can contain a password, so the message does not repeat it.
        const shown = text.includes('@') ? 'The value' : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text);
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${shown} is not a valid URL. Use a URL such as "https://app.hex.tech".`);
    }
    const url = new URL(withScheme);
    if (url.username !== '' || url.password !== '') {
        // The text contains a password, so the message does not repeat it.
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`The URL contains a username or password. Use "https://${url.host}" and set the token with 'token'.`);
    }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`With this URL, the token would be sent unencrypted. Use "https://${url.host}".`);
    }
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`Must start with https, for example "https://app.hex.tech".`);
    }
    if (!/^\/(api(\/v1)?\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`The URL contains more than a scheme and host. Use "${url.origin}".`);
    }
    return url.origin;
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
/** Parses true or false in any case, so that `'True'` never silently means false. */
function parseBoolean(text) {
    const word = text.toLowerCase();
    return word === 'true' || word === 'false'
        ? word === 'true'
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a boolean. Use true or false.`);
}
/** Parses a whole number from `low` to `high`. */
function parseInteger(text, low, high) {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return number >= low && number <= high
        ? number
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a valid number. Use a whole number from ${low} to ${high}.`);
}
/** Parses one of several words, in any case. */
function parseWord(text, words) {
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    return found === undefined
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a valid value. Use one of ${words.join(', ')}.`)
        : found;
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
    if (/^\d{1,6}$/.test(text)) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`"${text}" has no unit. Use "${text}s" for seconds or "${text}m" for minutes.`);
    }
    const match = /^(?:(\d{1,6})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,6})s)?$/i.exec(text);
    if (match === null || text === '') {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a duration. Use a value such as "90s", "30m", or "1h30m".`);
    }
    const [hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
    const ms = (hours ?? 0) * unitMs.h + (minutes ?? 0) * unitMs.m + (seconds ?? 0) * unitMs.s;
    if (ms < bounds.minMs || ms > bounds.maxMs) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is out of range. Use a duration from ${inWords(bounds.minMs)} to ${inWords(bounds.maxMs)}.`);
    }
    return ms;
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U4: () => (/* binding */ parsedJson),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   i: () => (/* binding */ asNumber),
/* harmony export */   jn: () => (/* binding */ isScalar),
/* harmony export */   pi: () => (/* binding */ isMapping),
/* harmony export */   qY: () => (/* binding */ asRecord),
/* harmony export */   r$: () => (/* binding */ withoutUndefined)
/* harmony export */ });
function isScalar(it) {
    return typeof it === 'string' || typeof it === 'number' || typeof it === 'boolean';
}
function isMapping(it) {
    return typeof it === 'object' && !Array.isArray(it);
}
/** The value of a JSON text, or undefined if it is none. */
function parsedJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ firstCharacters),
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   US: () => (/* binding */ stackOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   v8: () => (/* binding */ withoutBreaks),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/** Text without line breaks and control characters. */
function withoutBreaks(text) {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
/** Text on one line, without characters that reverse its direction. */
function oneLine(text) {
    return withoutBreaks(text).replace(/[\u202a-\u202e\u2066-\u2069]+/g, '');
}
/**
 * Makes text from outside one harmless log line. The runner parses commands in our output: `::name::` at the start of a
 * line, `##[name]` anywhere, and a carriage return ends a line (actions/runner, ActionCommand.cs). Escape sequences
 * could color or hide the text that follows, and direction marks could reorder it.
 */
function plainLine(text) {
    const line = oneLine(text.replaceAll('\u{feff}', '\n')).replaceAll('##[', '## [');
    return /^\s*::/.test(line) ? `│ ${line.trimStart()}` : line;
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ createWaits),
/* harmony export */   m: () => (/* binding */ createProgress)
/* harmony export */ });
/* harmony import */ var _run_history_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7594);
/* harmony import */ var _run_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5302);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4702);



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
    /** A sentence about the usual duration; '' if it is not known. */
    let typical = '';
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
    /** The lines that are not empty. */
    const log = (nowMs, ...lines) => {
        loggedAtMs = nowMs;
        waitingFor = undefined;
        return lines.filter((line) => line !== '');
    };
    const isQuiet = (nowMs, elapsedMs) => nowMs - loggedAtMs < heartbeatMs(elapsedMs);
    const logFollowing = (nowMs, { runId, runUrl = '' }) => {
        const project = title === undefined ? '' : ` of ${title}`;
        return log(nowMs, runUrl, `Following run ${runId}${project}. ${typical}`.trim());
    };
    const linesOf = (event, nowMs) => {
        const elapsedMs = nowMs - startedAtMs;
        switch (event.kind) {
            case 'project':
                title = event.title;
                return [];
            case 'typical':
                typical = `The project's last ${event.fromRuns} completed runs took about ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .roughDuration */ .Um)(event.typicalMs)} each.`;
                latestMs = event.latestMs;
                return [];
            case 'started':
                startedAtMs = nowMs;
                status = '';
                return log(nowMs, event.run.runUrl ?? `Run ${event.run.runId}`, `${title === undefined ? '' : `Project: ${title}. `}${typical}`.trim(), event.adopted
                    ? "The response to the start request was lost. This is the project's only new run, so it is assumed to be this step's run."
                    : '');
            case 'following':
                startedAtMs = nowMs;
                isFollowing = true;
                if (event.run.runUrl !== undefined)
                    return logFollowing(nowMs, event.run);
                unnamed = event.run;
                return [];
            case 'polled': {
                const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(elapsedMs);
                const elapsed = isFollowing ? `followed for ${words}` : `${words} after the start`;
                const recovered = isFailing ? 'Hex is responding again.' : '';
                isFailing = false;
                if (event.run.status !== status) {
                    status = event.run.status;
                    const unknown = (0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isKnownStatus */ .ih)(status) ? '' : ' (unknown status, still waiting)';
                    return log(nowMs, recovered, `${status}${unknown}${endWords(event.run) ?? `, ${elapsed}`}`);
                }
                if (recovered === '' && isQuiet(nowMs, elapsedMs))
                    return [];
                const usual = estimate(typical, elapsedMs > latestMs);
                return log(nowMs, recovered, `still ${status}, ${elapsed}${usual}`);
            }
            case 'poll-failed':
                if (isFailing && isQuiet(nowMs, elapsedMs))
                    return [];
                isFailing = true;
                return log(nowMs, wordsOf(event, whyAborted));
            case 'waiting': {
                if (waitingFor === event.why && isQuiet(nowMs, 0))
                    return [];
                const lines = log(nowMs, wordsOf(event, whyAborted));
                waitingFor = event.why;
                return lines;
            }
            case 'searched':
                if (event.candidates === lookedCandidates)
                    return [];
                lookedCandidates = event.candidates;
                return log(nowMs, wordsOf(event, whyAborted));
            default:
                return log(nowMs, wordsOf(event, whyAborted));
        }
    };
    return (event, nowMs) => {
        if (unnamed === undefined)
            return linesOf(event, nowMs);
        // The run's URL comes first. The first status has it.
        const run = event.kind === 'polled' ? { ...unnamed, ...event.run } : unnamed;
        unnamed = undefined;
        return [...logFollowing(nowMs, run), ...linesOf(event, nowMs)];
    };
}
function wordsOf(event, whyAborted) {
    switch (event.kind) {
        case 'poll-failed':
            return `Could not read the run's status; retrying. The run is not affected. ${event.trouble.text}`;
        case 'waiting':
            return `${waitingWords[event.why]} Retrying in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(event.waitMs)}. ${event.trouble.text}`;
        case 'no-kernel':
            return `No kernel was available for run ${event.run.runId}. Starting a new run in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(event.waitMs)}.`;
        case 'again':
            return `Run ${event.run.runId} failed. Starting attempt ${event.attempt} of ${event.maxAttempts}.`;
        case 'response-lost':
            return `The response to the start request was lost. Searching for the run. ${event.trouble.text}`;
        case 'searched':
            return lookedWords(event.candidates);
        case 'note':
            return event.trouble === undefined ? event.text : `${event.text} ${event.trouble.text}`;
        case 'cancelling':
            return `Cancelling run ${event.runId}: ${cancelWords(event, whyAborted)}.`;
    }
    return event;
}
const waitingWords = {
    kernel: 'All kernels are in use. Waiting for a free kernel.',
    'rate-limit': "Hex's rate limit was exceeded.",
    connection: 'Hex could not be reached.',
    hex: 'Hex is temporarily unavailable.',
};
function lookedWords(candidates) {
    if (candidates === 0)
        return "The project's list of runs does not contain the run yet. Checking again.";
    return candidates === 1
        ? 'Found one new run of the project. Checking that there is only one.'
        : `Found ${candidates} new runs of the project.`;
}
function cancelWords({ why, timeoutMs }, whyAborted) {
    switch (why) {
        case 'abort':
            return whyAborted;
        case 'fail-fast':
            return "another run failed, and 'fail-fast' is set";
        case 'timeout':
            return `the timeout${timeoutMs === undefined ? '' : ` of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(timeoutMs)}`} has expired`;
        case 'lost-contact':
            return "the run's status can no longer be read";
    }
    return why;
}
/** How long a run took as Hex reports it, like in the other reports; undefined while it is active. */
function endWords(run) {
    const tookMs = (0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .hasEnded */ .hY)(run.status) ? (0,_run_history_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(run) : undefined;
    return tookMs === undefined ? undefined : ` after ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(tookMs)}`;
}
/** The usual duration. A run that takes longer than all recent ones is marked. */
function estimate(typical, isLonger) {
    if (typical === '')
        return '';
    const words = typical.toLowerCase().replace(/\.$/, '');
    return ` (${isLonger ? 'longer than usual: ' : ''}${words})`;
}
const waitedWords = {
    kernel: 'for a kernel',
    'rate-limit': "for Hex's rate limit",
    connection: 'for a connection to Hex',
    hex: 'for Hex to respond',
};
/** Shorter waits are not reported. */
const minWaitMs = 10_000;
/** Adds up the time that a run waited before it could run, for the job summary. */
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
        /** One sentence, such as `Waited 6 min for a kernel.`; '' if there was no wait of at least 10 s. */
        sentence(nowMs) {
            begin(undefined, nowMs);
            const parts = [...totals]
                .filter(([, ms]) => ms >= minWaitMs)
                .map(([why, ms]) => `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(ms)} ${waitedWords[why]}`);
            return parts.length === 0 ? '' : `Waited ${parts.join(' and ')}.`;
        },
    };
}


/***/ }),

/***/ 4702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ utcSecond),
/* harmony export */   Iu: () => (/* binding */ capitalised),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Um: () => (/* binding */ roughDuration),
/* harmony export */   Z6: () => (/* binding */ maxAnnotations),
/* harmony export */   cK: () => (/* binding */ annotationsWithin),
/* harmony export */   dA: () => (/* binding */ utcDay),
/* harmony export */   ji: () => (/* binding */ durationInWords),
/* harmony export */   vD: () => (/* binding */ utcMinute),
/* harmony export */   w7: () => (/* binding */ annotation)
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
/** The end of a sentence about one run, as it is for several runs. */
function plural(words) {
    return words.replace(/^was /, 'were ').replace(/^is /, 'are ').replace(' its ', ' their ');
}
/** A sentence with a capital letter at its start. */
function capitalised(sentence) {
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
/** GitHub shows ten annotations of a level per step (actions/runner, ExecutionContext.cs). */
const maxAnnotations = 10;
/** An annotation whose message has these lines. */
function annotation(level, title, ...lines) {
    return { level, title, message: lines.join('\n') };
}
/** An annotation for each item, at most `max`. If there are more items, those that remain share the last annotation. */
function annotationsWithin(max, items, annotationOf, shared) {
    const rest = items.length > max ? items.slice(max - 1) : [];
    const single = items.slice(0, items.length - rest.length).map(annotationOf);
    return rest.length === 0 ? single : [...single, shared(rest)];
}


/***/ }),

/***/ 488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/** If only another run failed, nothing kills this process, so a cancellation can be confirmed. */
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
    const askedAtMs = new Map();
    const listeners = new Set();
    let cause;
    const stop = (by) => {
        cause ??= by;
        controller.abort();
        for (const listener of listeners)
            listener();
    };
    if (parent?.signal.aborted)
        stop('job');
    const forgets = [parent?.onRequest(() => stop('job'))];
    const endsAtMs = (part) => Math.min(...[...askedAtMs].map(([source, atMs]) => atMs + graceMs[source][part]), parent?.endsAtMs(part) ?? Number.POSITIVE_INFINITY);
    const onRequest = (callback) => {
        listeners.add(callback);
        return () => {
            listeners.delete(callback);
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
        },
        close() {
            for (const forget of forgets.splice(0))
                forget?.();
        },
    };
}


/***/ }),

/***/ 7594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ durationMs),
/* harmony export */   y: () => (/* binding */ typicalOf)
/* harmony export */ });
/* harmony import */ var _hex_wire_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7925);

/** Recent runs that count: enough for quartiles. Older ones may be of another version of the project. */
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
    const usual = withoutOutliers(durations);
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
function withoutOutliers(sorted) {
    const quarter = (part) => sorted[Math.round((sorted.length - 1) * part)] ?? 0;
    const width = quarter(0.75) - quarter(0.25);
    const low = quarter(0.25) - fence * width;
    const high = quarter(0.75) + fence * width;
    return sorted.filter((value) => value >= low && value <= high);
}


/***/ }),

/***/ 5302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
            return 'no_kernel';
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
const green = new Set(['success', 'detached', 'dry_run', 'skipped']);
/** Does the step succeed? Only if the user got what they asked for. */
function isGreen(conclusion) {
    return green.has(conclusion);
}


/***/ }),

/***/ 1500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ openMainSide),
/* harmony export */   Ou: () => (/* binding */ openPostSide),
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   a1: () => (/* binding */ ownMark),
/* harmony export */   sE: () => (/* binding */ notesOfJob)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7094);
/* harmony import */ var _job_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4329);


// What main and post of one step exchange directly, through signed files in RUNNER_TEMP. In a job container and after a
// background step, post runs while main is still running, and the state that post received is older than main's last
// changes, or missing (actions/runner, StepHost.cs and BackgroundStepCoordinator.cs).
//
// Post writes a request to stop, then reads main's notes. Main writes a note before each change, then checks for a request
// to stop. So at least one of them sees the other, and main never starts a run that post does not know about.
/** How often main checks for a request to stop while it waits. Post waits 10 s for main to clean up. */
const checkMs = 250;
/** How often post checks whether main has ended. */
const endCheckMs = 50;
/** File clocks and process clocks differ by milliseconds. A request from an earlier job is much older. */
const toleranceMs = 2_000;
/** A request to stop is one line with a time. Main reads it often. */
const maxStopBytes = 1_000;
const notesEnding = '.notes';
/**
 * Opens main's side. Without a folder, main relies on the runner's signals and state. Post uses the mark to find the notes of
 * its own main step.
 */
function openMainSide(env, folder, onStop) {
    const mark = ownMark();
    if (folder === undefined)
        return { mark, note: () => 0, close: () => undefined };
    const names = namesOf(env, mark);
    const notes = folder.create(names.notes);
    let count = 0;
    const add = (text) => {
        // If this fails, the runner's state has the same facts, and the number of lines tells post that one is missing.
        notes?.add(`${count} ${text}`);
        if (notes !== undefined)
            count += 1;
    };
    const check = () => {
        for (const name of [names.stop, names.anyStop]) {
            // A self-hosted runner can keep RUNNER_TEMP, with a request to an earlier main.
            const sinceMs = performance.timeOrigin - toleranceMs;
            if (folder.read(name, maxStopBytes).some((line) => Number(line) > sinceMs))
                onStop();
        }
    };
    add('main');
    const timer = setInterval(check, checkMs);
    timer.unref();
    return {
        mark,
        /**
         * Writes a line about a subject (one word) that post needs if this process is killed, then checks for a request to stop.
         * @returns the number of lines so far, so that post notices if one is missing; 0 if none could be written.
         */
        note(subject, line) {
            add(`${subject} ${line}`);
            check();
            return count;
        },
        /**
         * Stops checking. The notes stay even if nothing is left to clean up: a post step that is already running may know only
         * an older state, and would search for a run that main has cleaned up.
         */
        close() {
            clearInterval(timer);
            notes?.close();
        },
    };
}
/** Identifies this process among all processes of its job. */
function ownMark() {
    return `${process.pid}-${Math.round(performance.timeOrigin * 1_000)}`;
}
/**
 * Opens post's side, and asks main to stop: if main is still running, it starts nothing more and cleans up.
 * @param isWanted chooses among several mains whose step has the same id if the state is missing.
 * @returns undefined if main left no notes.
 */
function openPostSide(env, folder, saved, isWanted = () => true) {
    if (folder === undefined)
        return undefined;
    const findMark = () => {
        const before = `${stepOf(env)}.`;
        const own = folder.names(notesEnding).filter((name) => name.startsWith(before));
        const name = own.find((each) => isWanted(notesIn(folder, each, 0))) ?? own[0];
        return name?.slice(before.length, -notesEnding.length);
    };
    const savedMark = saved.mark === '' ? findMark() : saved.mark;
    const { stop: savedStop, anyStop } = namesOf(env, savedMark ?? '');
    folder.replace(savedMark === undefined ? anyStop : savedStop, String(Date.now()));
    // Main may have begun during the search.
    const mark = savedMark ?? findMark();
    if (mark === undefined || !/^\d+-\d+$/.test(mark))
        return undefined;
    const { notes, stop } = namesOf(env, mark);
    const isMainRunning = () => isRunning(mark);
    return {
        /** Main's last line about each subject; empty if lines are missing. */
        latest: () => notesIn(folder, notes, saved.noted),
        isRunning: isMainRunning,
        /** Resolves when main has ended, after `patienceMs`, or when the signal is aborted. */
        async ended(clock, patienceMs, signal) {
            const untilMs = clock.now() + patienceMs;
            while (isMainRunning() && clock.now() < untilMs && !signal.aborted)
                await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, endCheckMs, signal);
        },
        /** Removes main's notes. */
        close() {
            folder.remove(notes);
            if (!isMainRunning())
                folder.remove(stop);
        },
    };
}
/** The last lines of each main of this job whose post step has not run, including this post step's own. */
function notesOfJob(folder) {
    return folder.names(notesEnding).map((name) => notesIn(folder, name, 0));
}
/**
 * Main's last line about each subject, if all its lines are there: each number once, from 0 to at least the last that the
 * state knows. Otherwise empty.
 */
function notesIn(folder, name, noted) {
    const byNumber = new Map(folder
        .read(name)
        .map(split)
        .map(([number, text]) => [Number(number), text]));
    const isWhole = byNumber.size >= Math.max(1, noted) && [...byNumber.keys()].every((n) => n < byNumber.size);
    const inOrder = [...byNumber].sort(([a], [b]) => a - b).map(([, text]) => split(text));
    return new Map(isWhole ? inOrder.slice(1) : []);
}
/** File names. The runner gives main and post the same step id. */
function namesOf(env, mark) {
    const step = stepOf(env);
    return {
        notes: `${step}.${mark}${notesEnding}`,
        stop: `${step}.${mark}.stop`,
        /** For any main of the step. */
        anyStop: `${step}.stop`,
    };
}
function stepOf(env) {
    return (0,_job_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .fileNamePart */ .B)(env['GITHUB_ACTION'] ?? '');
}
function split(line) {
    const blank = line.indexOf(' ');
    return blank === -1 ? [line, ''] : [line.slice(0, blank), line.slice(blank + 1)];
}
/** Is the process with this mark still running? */
function isRunning(mark) {
    const pid = Number(mark.split('-')[0]);
    if (!(pid > 0))
        return false;
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        // EPERM: the process exists, but belongs to another user.
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
}


/***/ }),

/***/ 4329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ fileNamePart),
  Y: () => (/* binding */ openJobFolder)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/runner/job-folder.js



/** A step of 1,000 runs writes about 2 MB: five lines of some 300 bytes per run. */
const maxFileBytes = 16_000_000;
/** A signature has 64 characters, so a file with more lines is not ours. Splitting it would take long. */
const maxLines = maxFileBytes / 64;
/** Far more files than the steps of a job create. */
const maxNames = 200;
/** Enough for the first line of a file. Another step can have created thousands of files. */
const firstLineBytes = 1_000;
/** Undefined if there is no folder, or no token to sign with. */
function openJobFolder(env, token) {
    const folder = env['RUNNER_TEMP'];
    if (folder === undefined || folder === '' || token === '')
        return undefined;
    const scope = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB'].map((name) => env[name] ?? '');
    const prefix = `hex-run-${scope.map(fileNamePart).join('-')}.`;
    const pathOf = (name) => external_node_path_.join(folder, `${prefix}${name}`);
    const macOf = (name, line) => (0,external_node_crypto_.createHmac)('sha256', token)
        .update(JSON.stringify(['hex-run', ...scope, name, line]))
        .digest();
    const signed = (name, line) => `${macOf(name, line).toString('hex')} ${line}\n`;
    const verified = (name, text) => {
        const [, mac = '', line = ''] = /^([0-9a-f]{64}) (.*)$/.exec(text) ?? [];
        return mac !== '' && (0,external_node_crypto_.timingSafeEqual)(Buffer.from(mac, 'hex'), macOf(name, line))
            ? line
            : undefined;
    };
    /**
     * The signed lines, without their signatures. Empty if the file does not exist.
     * @param maxBytes what to read at most, because any step can have written the file.
     */
    const read = (name, maxBytes = maxFileBytes) => 
    // A process that was killed while writing leaves an incomplete last line.
    textOf(pathOf(name), maxBytes)
        .split('\n', maxLines)
        .slice(0, -1)
        .flatMap((each) => verified(name, each) ?? []);
    return {
        /** Creates a file that only this process extends; undefined if that fails. */
        create: (name) => attempt(() => {
            // `x` fails if a file or link exists, so that another step's link is never followed.
            const file = external_node_fs_namespaceObject.openSync(pathOf(name), 'ax', 0o600);
            return {
                /** Adds a line. */
                add: (line) => void attempt(() => external_node_fs_namespaceObject.writeSync(file, signed(name, line))),
                close: () => external_node_fs_namespaceObject.closeSync(file),
            };
        }),
        /** Replaces a file with one of a single line, atomically. */
        replace(name, line) {
            const fresh = `${pathOf(name)}.${process.pid}`;
            attempt(() => {
                external_node_fs_namespaceObject.rmSync(fresh, { force: true });
                external_node_fs_namespaceObject.writeFileSync(fresh, signed(name, line), { mode: 0o600, flag: 'wx' });
                external_node_fs_namespaceObject.renameSync(fresh, pathOf(name));
            });
        },
        read,
        /** The names of this job's files that have this ending and begin with a signed line. */
        names: (ending) => (attempt(() => external_node_fs_namespaceObject.readdirSync(folder)) ?? [])
            .filter((each) => each.startsWith(prefix) && each.endsWith(ending))
            .map((each) => each.slice(prefix.length))
            .filter((name) => read(name, firstLineBytes).length > 0)
            .slice(0, maxNames),
        remove: (name) => attempt(() => external_node_fs_namespaceObject.rmSync(pathOf(name), { force: true })),
    };
}
/** Makes any text usable as a part of a file name, which has at most 255 bytes and up to five such parts. */
function fileNamePart(text) {
    return text.replace(/[^\w-]/g, '_').slice(0, 50);
}
/** '' if the file does not exist, or is not a regular file (a link, or a pipe that would never end). */
function textOf(file, maxBytes) {
    let handle;
    try {
        handle = external_node_fs_namespaceObject.openSync(file, external_node_fs_namespaceObject.constants.O_RDONLY | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0) | (external_node_fs_namespaceObject.constants.O_NOFOLLOW ?? 0));
        const stats = external_node_fs_namespaceObject.fstatSync(handle);
        if (!stats.isFile())
            return '';
        const bytes = Buffer.alloc(Math.min(stats.size, maxBytes));
        return bytes.toString('utf8', 0, external_node_fs_namespaceObject.readSync(handle, bytes));
    }
    catch {
        return '';
    }
    finally {
        if (handle !== undefined)
            external_node_fs_namespaceObject.closeSync(handle);
    }
}
/** The result; undefined after a failure, which is ignored (see `JobFolder`). */
function attempt(work) {
    try {
        return work();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this action. A test compares it with `package.json`. */
const version = '0.1.0';


/***/ })

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
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ stages)
/* harmony export */ });
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6037);

/**
 * The stages of the actions, one per line: the build writes `dist/NAME.js` for each, which loads its chunk alone. `eager`
 * puts a module into dist/index.js, which every stage loads, and runs it only here.
 */
const stages = {
    run: () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 9702))
        .then(({ ready }) => ready)
        .then(() => Promise.all(/* import() */[__nccwpck_require__.e(168), __nccwpck_require__.e(443), __nccwpck_require__.e(69)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8069)))
        .then(({ main }) => main()),
    // Most jobs leave nothing to clean up, and then nothing is loaded.
    'run-post': () => ((0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .leftNothing */ .Jw)(process.env) ? undefined : Promise.all(/* import() */[__nccwpck_require__.e(168), __nccwpck_require__.e(192)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1192))),
    cancel: () => __nccwpck_require__.e(/* import() */ 476).then(__nccwpck_require__.bind(__nccwpck_require__, 5476)),
    request: () => __nccwpck_require__.e(/* import() */ 569).then(__nccwpck_require__.bind(__nccwpck_require__, 2569)),
    verify: () => Promise.all(/* import() */[__nccwpck_require__.e(443), __nccwpck_require__.e(468)]).then(__nccwpck_require__.bind(__nccwpck_require__, 591)),
};

var __webpack_exports__stages = __webpack_exports__._;
export { __webpack_exports__stages as stages };
