export const id = 245;
export const ids = [245];
export const modules = {

/***/ 7245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect),
  connected: () => (/* binding */ connected)
});

// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/hex/errors.js
var errors = __webpack_require__(4027);
;// CONCATENATED MODULE: ./build/hex/http.js
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
            resetMs: resetMsIn(headers[`${prefix}-reset`], serverNowMs(headers, nowMs)),
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
    const waitMs = retryAfterMs(headers['retry-after'], serverNowMs(headers, nowMs)) ??
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
/** The server's clock, by which it means a time of day. */
function serverNowMs(headers, nowMs) {
    const dateMs = Date.parse(headers['date'] ?? '');
    return Number.isNaN(dateMs) ? nowMs : dateMs;
}

// EXTERNAL MODULE: ./build/hex/retry.js
var retry = __webpack_require__(3380);
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
            return `Check that 'base-url' (${host}) is the address of your Hex. A proxy or sign-in page may have sent this response.`;
        case 'refused':
            return refusedRemedy(operation, failure, host, words);
    }
    return failure;
}
function refusedRemedy(operation, failure, host, words) {
    const { status, hexOwn } = failure;
    if (status >= 300 && status < 400) {
        return `${host} redirects API requests. Set 'base-url' to the address that your browser shows when you use Hex.`;
    }
    if ((0,retry/* isRefusedInFront */.Bx)(failure)) {
        return `This response is not from Hex. Something in front of ${host} (a proxy, a firewall or a sign-in page) rejected the request. Check 'base-url' and the runner's network.`;
    }
    switch (status) {
        case 401:
            return `Hex rejected the token. Check that it is complete, not expired or revoked, and created on ${host} ('base-url').`;
        case 403:
            return forbidden[operation] ?? 'The token is not allowed to do this. Check its scopes.';
        case 404:
            return notFound[operation] ?? 'Not found, or the token has no access to it.';
        case 400:
        case 422:
            if (operation !== 'RunProject')
                return '';
            return speaksOfTheCall.test(words)
                ? 'Nothing was started.'
                : `${projectNotFound} Nothing was started.`;
        case 429:
            return "The token's rate limit is exceeded. Run fewer jobs at the same time, or use separate tokens.";
        case 503:
            return operation === 'RunProject' && hexOwn
                ? "All 25 kernels of the token's user are in use, or Hex is down (see status.hex.tech)."
                : 'See status.hex.tech.';
        default:
            return status >= 500 ? 'See status.hex.tech.' : '';
    }
}
/**
 * Hex refuses a project that does not exist, or that the token's user may not see, with any of 400, 403, 404 and 422
 * (its OpenAPI document and overview page disagree). Words about one of these have another cause.
 */
const speaksOfTheCall = /\b(input|param|view|notif|slack|publish|archiv|trash|component|scope|cache|validat|body|json|field|propert)/i;
const projectNotFound = "Project not found, or the token's user has no access to it. Check 'project-id'.";
const forbidden = {
    RunProject: "The token lacks the 'Run projects' scope, or the project does not exist or is not shared with the token's user (Can Edit for 'update-published-results').",
    CancelRun: "Give the token the 'Run projects' scope, and its user access to the project.",
    GetProject: "Give the token the 'Read projects' scope, and its user access to the project.",
    GetRunStatus: "Give the token the 'Read projects' or 'Run projects' scope, and its user access to the project.",
    GetProjectRuns: "Give the token the 'Read projects' or 'Run projects' scope, and its user access to the project.",
    GetQueriedTables: "Queried tables are available only on Hex's Enterprise plan. If you have it, give the token the 'Read queried tables' scope.",
    ExportProject: 'Hex enables exports per organization. Ask Hex support whether yours has access.',
};
const notFound = {
    RunProject: projectNotFound,
    GetProject: projectNotFound,
    GetProjectRuns: projectNotFound,
    GetRunStatus: "Run not found in this project, or the token's user has no access to it. Check 'run-id'.",
};
function noResponseRemedy(code, host) {
    switch (code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `This runner cannot resolve ${host}. Check 'base-url' and the runner's network.`;
        case 'ECONNREFUSED':
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'UND_ERR_CONNECT_TIMEOUT':
            return `This runner cannot reach ${host}. Check whether it needs a proxy (https_proxy).`;
        case 'UND_ERR_HEADERS_OVERFLOW':
            return `The response headers are larger than 16 KiB. Check what a proxy between this runner and ${host} adds to them.`;
        case 'TOO_LARGE':
            return '';
        default:
            return (0,retry/* isUntrusted */.fb)(code) ? certificateRemedy(code, host) : '';
    }
}
function certificateRemedy(code, host) {
    if (code.includes('EXPIRED')) {
        return `The certificate of ${host} has expired, or this runner's clock is wrong.`;
    }
    if (code.includes('NOT_YET_VALID')) {
        return `The certificate of ${host} is not valid yet, or this runner's clock is wrong.`;
    }
    if (code.includes('ALTNAME')) {
        return `The certificate that ${host} presents is for a different host name. Check 'base-url'.`;
    }
    return `This runner does not trust the certificate of ${host}. If your network has its own CA, set NODE_EXTRA_CA_CERTS for the job.`;
}

;// CONCATENATED MODULE: ./build/hex/server-clock.js
/** A `Date` header drops the fraction of the second. */
const cutMs = 999;
/** A clock without bounds. Each response narrows them; one that contradicts them replaces them. */
function createServerClock() {
    let minAheadMs = Number.NEGATIVE_INFINITY;
    let maxAheadMs = Number.POSITIVE_INFINITY;
    return {
        learn(dateHeader, sentAtMs, receivedAtMs) {
            const dateMs = Date.parse(dateHeader ?? '');
            if (Number.isNaN(dateMs))
                return;
            // The server wrote the header between the two times, however slow the response was.
            const minMs = dateMs - receivedAtMs;
            const maxMs = dateMs + cutMs - sentAtMs;
            const fits = minMs <= maxAheadMs && maxMs >= minAheadMs;
            minAheadMs = fits ? Math.max(minAheadMs, minMs) : minMs;
            maxAheadMs = fits ? Math.min(maxAheadMs, maxMs) : maxMs;
        },
        at: (ourMs) => minAheadMs === Number.NEGATIVE_INFINITY
            ? undefined
            : { earliestMs: ourMs + minAheadMs, latestMs: ourMs + maxAheadMs },
    };
}

// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __webpack_require__(8046);
;// CONCATENATED MODULE: ./build/hex/words.js


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
        return { words: 'The response had no body.', hexOwn: false };
    const record = (0,json/* asRecord */.qY)(parsed(trimmed));
    if (record === undefined) {
        const words = isPage(trimmed) ? pageWords(trimmed) : cut(trimmed);
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
        words: cut(sentences.length > 0 ? unique(sentences).join(' ') : trimmed),
        hexOwn: isHexOwn(record),
        ...(traceId === undefined ? {} : { traceId: cut(traceId) }),
    };
}
/**
 * Hex's older errors have a `reason`, its newer ones a `message` and a `code` in capitals, and errors about parameters
 * their lists. A `message` alone could come from a gateway (AWS, Kong), which does not show whether Hex got the request.
 */
function isHexOwn(record) {
    const code = (0,json/* asText */.e1)(record['code']);
    return ((0,json/* asText */.e1)(record['reason']) !== undefined ||
        ((0,json/* asText */.e1)(record['message']) !== undefined && code !== undefined && /^[A-Z_]+$/.test(code)) ||
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
        : [
            `The project has no input named ${unknown.map((name) => `'${name}'`).join(', ')}.`,
            ...invalid,
        ];
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
function isPage(text) {
    return /^<[!?a-z]/i.test(text);
}
function pageWords(html) {
    const title = /<title[^>]{0,200}>([^<]{1,200})<\/title>/i.exec(html.slice(0, 20_000))?.[1]?.trim();
    return title === undefined || title === ''
        ? 'The response was a web page.'
        : `The response was a web page: "${title}".`;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // Not JSON: the caller reads the body as text.
        return undefined;
    }
}
function list(value) {
    return Array.isArray(value) ? value.slice(0, maxItems) : [];
}
function unique(texts) {
    return [...new Set(texts)];
}
/** Fits words into a log line: without control characters, at most `maxWords` characters. */
function cut(text) {
    const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    return (0,plain_text/* shortened */.vI)(clean, maxWords);
}

;// CONCATENATED MODULE: ./build/hex/call.js








/** What a call has where neither its operation nor its caller says otherwise. */
const defaults = {
    deadlineMs: 30_000,
    /** A page of 100 runs is about 60 kB. */
    maxResponseBytes: 4_000_000,
};
function createCaller(options) {
    const { clock, limiter } = options;
    const serverClock = createServerClock();
    return {
        async call(spec, callOptions) {
            const attempt = { ...defaults, ...options, ...spec, ...callOptions };
            await untilAllowed(attempt);
            const sentAtMs = clock.now();
            const answer = await send(attempt);
            const nowMs = clock.now();
            serverClock.learn(answer.headers['date'], sentAtMs, nowMs);
            const refused = answer.status === 429;
            const asked = refused ? askedWaitMs(answer, nowMs) : undefined;
            const limit = { ...rateLimitOf(answer.headers, nowMs), refused };
            limiter.answered(spec.group, { ...limit, ...(0,json/* withoutUndefined */.r$)({ askedWaitMs: asked }) }, nowMs);
            return resultOf(attempt, answer);
        },
        serverNow: () => serverClock.at(clock.now()),
        paceMs: (group) => limiter.paceMs(group, clock.now()),
        calmInMs: (group) => limiter.calmInMs(group, clock.now()),
        isAlone: (group) => limiter.isAlone(group),
        waitMs: (group) => limiter.waitMs(group, false, clock.now()),
    };
}
/** Waits until the limiter allows the request. An abort while waiting means that nothing was sent. */
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
            throw notSent('OVER_LIMIT', 'The rate limit leaves no room for the request in time.');
        await (0,build_clock/* sleep */.yy)(clock, waitMs, ...signals);
    }
    limiter.sent(group, clock.now());
}
/** Sends one request. Its timeout aborts the request itself, not only the wait for the response. */
async function send(attempt) {
    const { clock, limiter, http, body, signal, deadlineMs } = attempt;
    const timeout = new AbortController();
    const forget = clock.after(deadlineMs, () => timeout.abort('TIMEOUT'));
    const ended = AbortSignal.any([timeout.signal, signal].filter((each) => each !== undefined));
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
            signal: ended,
            maxResponseBytes: attempt.maxResponseBytes,
        });
    }
    catch (error) {
        if (!(error instanceof NoResponse))
            throw error;
        const { sent, message } = error;
        if (!sent)
            limiter.unsent(attempt.group);
        const [code, words] = !ended.aborted
            ? [error.code, message.replace(/\.?$/, '.')]
            : ended.reason === 'TIMEOUT'
                ? ['TIMEOUT', `No response within ${(0,build_clock/* secondsInWords */.eh)(deadlineMs)}.`]
                : ['ABORTED', 'Stopped before the response arrived.'];
        throw failed(attempt, { kind: 'no-response', code, sent }, words, { cause: error });
    }
    finally {
        forget();
    }
}
function resultOf(attempt, answer) {
    const { status, headers } = answer;
    const { token, read } = attempt;
    // Some proxies echo the request in their error page. Remove the token from it.
    const body = answer.body.replaceAll(token, '***');
    const traceId = headers['x-trace-id']?.replaceAll(token, '');
    const dateMs = Date.parse(headers['date'] ?? '');
    const facts = {
        status,
        ...(0,json/* withoutUndefined */.r$)({ traceId, dateMs: Number.isNaN(dateMs) ? undefined : dateMs }),
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
    if (attempt.bodyless) {
        // A 200 with a web page in it is not from Hex, so it does not confirm a cancel.
        if (status === 204 || body.trim() === '' || body.trim().startsWith('{'))
            return read(undefined, facts);
        throw unreadable(`HTTP ${status}, but not a response from Hex.`);
    }
    try {
        return read(status === 204 && body === '' ? undefined : JSON.parse(body), facts);
    }
    catch (error) {
        if (error instanceof errors/* UnreadableBody */.m)
            throw unreadable(error.message, error);
        if (!(error instanceof SyntaxError))
            throw error;
        throw unreadable(`HTTP ${status}, but not JSON: ${wordsOf(body).words}`, error);
    }
}
function failed({ operation, method, baseUrl, ...attempt }, failure, words, { traceId, cause } = {}) {
    const path = attempt.path.replace(/^\/api/, '');
    const remedy = remedyFor(operation, failure, baseUrl, words);
    const trace = (0,json/* withoutUndefined */.r$)({ traceId: traceId?.replace(/[^\w-]/g, '').slice(0, 100) });
    return new errors/* HexError */._({ operation, method, path, failure, words, remedy, ...trace }, { cause });
}

;// CONCATENATED MODULE: ./build/hex/limiter.js
/**
 * Requests a minute that one process sends by itself: Hex's API reference up to 2025 has 30 for hex-api, 20 starts and 20
 * chart images; newer ones say "may vary". A limit of starts an hour is known by its 429 alone.
 */
const quotaOf = {
    'hex-api': 30,
    'hex-run-kernel': 20,
    'hex-chart-image': 20,
    general: 30,
};
/** All groups together have 60 (API overview); ten are left for a cancel and what follows it. */
const quotaTogether = 50;
/** Hex's shortest windows end a minute after their first request (API overview). */
const windowMs = 60_000;
/** Reset times are whole seconds, and a response takes its time: so much sooner a window may have begun. */
const unsureMs = 2_000;
/** Those who wait for a window to open are spread over so long. What a half and more changes: docs/performance.md. */
const spreadMs = 1_500;
/** A 429 that asks for no wait is retried no sooner: the plain poller does so after 5 s. */
const shortestRetryMs = 3_000;
/** Part of its share that a process takes, so that all of them stay below the limit (docs/performance.md). */
const takenShare = 0.9;
/** Requests a window that are added to the share in each window without a 429 (docs/performance.md). */
const regained = 0.25;
/** A limiter that knows nothing yet. `random` gives numbers from 0 up to 1. */
function createLimiter(random = Math.random) {
    const states = new Map();
    const allSentAtMs = [];
    const stateOf = (group) => {
        const state = states.get(group) ?? newState();
        states.set(group, state);
        return state;
    };
    return {
        waitMs(group, urgent, nowMs) {
            const { closedUntilMs, emptyUntilMs, sentAtMs } = stateOf(group);
            if (urgent)
                return Math.max(0, closedUntilMs - nowMs);
            const leftMs = Math.max(closedUntilMs, emptyUntilMs) - nowMs;
            return Math.max(leftMs <= 0 ? 0 : leftMs + random() * spreadMs, quotaWaitMs(sentAtMs, quotaOf[group], nowMs), quotaWaitMs(allSentAtMs, quotaTogether, nowMs));
        },
        sent(group, nowMs) {
            for (const times of [stateOf(group).sentAtMs, allSentAtMs]) {
                while (times[0] !== undefined && times[0] <= nowMs - windowMs)
                    times.shift();
                times.push(nowMs);
            }
        },
        unsent(group) {
            stateOf(group).sentAtMs.pop();
            allSentAtMs.pop();
        },
        answered(group, response, nowMs) {
            const state = stateOf(group);
            if (response.refused)
                limiter_close(state, response.askedWaitMs, nowMs);
            else
                note(state, response, nowMs);
        },
        paceMs(group, nowMs) {
            const { share, learnedAtMs } = stateOf(group);
            return windowMs / (share + (regained * Math.max(0, nowMs - learnedAtMs)) / windowMs);
        },
        calmInMs: (group, nowMs) => Math.max(0, stateOf(group).refusedAtMs + windowMs - nowMs),
        isAlone: (group) => stateOf(group).isAlone,
    };
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
        refusedSinceMs: undefined,
        refusedAtMs: Number.NEGATIVE_INFINITY,
        share: Number.POSITIVE_INFINITY,
        learnedAtMs: 0,
        isAlone: false,
    };
}
/** After a 429: when the window opens, and what we had of it. */
function limiter_close(state, askedWaitMs, nowMs) {
    state.sentAtMs.pop();
    state.isAlone = false;
    state.refusedSinceMs ??= nowMs;
    state.refusedAtMs = nowMs;
    // Where Hex names no wait: the window opens before our first request in it is a minute old. Half of that time is
    // tried first, so that few tries find an opening soon.
    const firstAtMs = state.sentAtMs.find((atMs) => atMs > nowMs - windowMs) ?? state.refusedSinceMs;
    const opensInMs = askedWaitMs ?? firstAtMs + windowMs - nowMs;
    if (askedWaitMs !== undefined)
        state.closedUntilMs = Math.max(state.closedUntilMs, nowMs + askedWaitMs);
    else
        state.emptyUntilMs = nowMs + Math.max(shortestRetryMs, opensInMs / 2);
    learn(state, opensInMs, 1, nowMs);
}
/** After any other response: what it says remains is known of all processes together. */
function note(state, { limit, remaining, resetMs }, nowMs) {
    state.refusedSinceMs = undefined;
    state.isAlone = false;
    if (remaining === undefined || resetMs === undefined)
        return;
    if (remaining === 0)
        state.emptyUntilMs = Math.max(state.emptyUntilMs, nowMs + resetMs);
    if (limit === undefined || limit < 1 || resetMs > windowMs)
        return;
    const used = limit - remaining;
    const ours = sentInWindow(state, resetMs, nowMs);
    // A count below our own is that of another window than the minute's, and says nothing about others.
    state.isAlone = used === ours || used === ours - 1;
    const usedShare = used / limit;
    if (usedShare > Math.max(0.5, 1 - resetMs / windowMs))
        learn(state, resetMs, usedShare, nowMs);
}
/** Of a window that is used up before its end, what we sent in that time is our share of the next one. */
function learn(state, resetMs, usedShare, nowMs) {
    if (resetMs > windowMs)
        return;
    state.share = (Math.max(1, sentInWindow(state, resetMs, nowMs)) * takenShare) / usedShare;
    state.learnedAtMs = nowMs;
}
function sentInWindow({ sentAtMs }, resetMs, nowMs) {
    return sentAtMs.filter((atMs) => atMs >= nowMs + resetMs - windowMs - unsureMs).length;
}

// EXTERNAL MODULE: ./build/hex/proxy-settings.js
var proxy_settings = __webpack_require__(2402);
// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/pool.js
var pool = __webpack_require__(628);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/hex/decoding.js


/** Node's decoders by their names in `content-encoding`. */
const decoders = new Map([
    ['gzip', 'gunzip'],
    ['deflate', 'inflate'],
    ['br', 'brotliDecompress'],
    ['zstd', 'zstdDecompress'],
]);
/**
 * The text of a body. Compressed bodies are decoded although none was asked for, because some proxies send them. A body
 * that cannot be decoded is replaced by a sentence about it, so that no raw bytes are printed and the status still
 * counts. Throws NoResponse `TOO_LARGE` where more than `maxBytes` come out.
 */
async function decoding_textOf(bytes, headers, maxBytes) {
    const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase();
    const isPlain = ['', 'identity'].includes(encoding) || bytes.length === 0;
    const decoded = isPlain ? bytes : await decodedFrom(bytes, encoding, maxBytes);
    if (decoded === undefined)
        return 'The response body is compressed and cannot be decoded.';
    const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
    return readAs(charset, decoded) ?? readAs('utf-8', decoded) ?? 'The response body is not text.';
}
function tooLarge(maxBytes) {
    return new NoResponse('TOO_LARGE', true, `The response is larger than ${maxBytes} bytes`);
}
/** Undefined if the encoding is unknown, or the bytes are not in it. */
async function decodedFrom(bytes, encoding, maxBytes) {
    const name = decoders.get(encoding);
    if (name === undefined)
        return undefined;
    const zlib = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 19));
    const decode = (0,external_node_util_.promisify)(zlib[name]);
    try {
        return await decode(bytes, { maxOutputLength: maxBytes });
    }
    catch (error) {
        const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
        if (isTooLarge)
            throw tooLarge(maxBytes);
        return undefined;
    }
}
/** Undefined if the bytes are not text in this charset, or the charset is unknown. Drops a byte order mark. */
function readAs(charset, bytes) {
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
                throw error instanceof NoResponse ? explained(error, proxy, hint) : error;
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
                throw new NoResponse('CONNECTED', false, 'Only opens the connection');
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
        return () => new pool(origin, options);
    }
    const { openProxy } = await Promise.all(/* import() */[__webpack_require__.e(163), __webpack_require__.e(994)]).then(__webpack_require__.bind(__webpack_require__, 4994));
    const limits = { connectTimeout: connectTimeoutMs, maxHeaderSize: maxHeaderBytes };
    return () => openProxy(proxy.url, limits, closing);
}
/** Adds to a failure which proxy failed, or which variable does not apply. */
function explained(error, proxy, hint) {
    const { code, sent, message } = error;
    if (proxy !== undefined) {
        const words = (0,proxy_settings/* proxyFailure */.xh)(proxy, code, message);
        // An established connection can break with the same codes, and then the request may have arrived. Only a 407 is
        // always from the proxy, even after undici wrote the request (plain http).
        if (words === undefined || (sent && !(0,proxy_settings/* isProxyLogin */.iq)(message)))
            return error;
        return new NoResponse('PROXY', false, words, { cause: error });
    }
    if (sent || hint === '' || !(0,proxy_settings/* isUnreachable */.R0)(code))
        return error;
    return new NoResponse(code, sent, `${message.replace(/\.?$/, '.')} ${hint}`, { cause: error });
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
        const onAbort = () => {
            const reason = new NoResponse('ABORTED', sent, 'The request was aborted');
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
            fail(new NoResponse('ABORTED', false, 'The request was aborted before it was sent'));
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
                        started.abort(new NoResponse('ABORTED', false, 'The request was aborted before it was sent'));
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
    if (error instanceof NoResponse)
        return error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
    // If all addresses of a host refuse, Node wraps the errors and leaves the message empty.
    return new NoResponse(code, sent, error.message === '' ? code : error.message, { cause: error });
}
function flat(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
        name.toLowerCase(),
        Array.isArray(value) ? value.join(', ') : String(value),
    ]));
}

// EXTERNAL MODULE: ./build/inputs/problems.js
var problems = __webpack_require__(6790);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
// EXTERNAL MODULE: ./build/actions/step.js + 1 modules
var actions_step = __webpack_require__(9478);
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
async function connected(step, address, work) {
    const { caller, close } = await connect(step, address);
    try {
        return await work({ ...step, caller, onEvent: (0,actions_step/* printEvents */.xo)(step) });
    }
    finally {
        await close();
    }
}


/***/ }),

/***/ 2402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ settleProxy),
/* harmony export */   G1: () => (/* binding */ UnusableProxy),
/* harmony export */   R0: () => (/* binding */ isUnreachable),
/* harmony export */   cc: () => (/* binding */ unservedHint),
/* harmony export */   iJ: () => (/* binding */ proxyFor),
/* harmony export */   iq: () => (/* binding */ isProxyLogin),
/* harmony export */   xh: () => (/* binding */ proxyFailure)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

/** A variable sets an invalid proxy. The message does not repeat the value, because it may contain a password. */
class UnusableProxy extends Error {
    variable;
    constructor(variable) {
        super('It is not a proxy URL. Use a URL such as "http://proxy.example:3128".');
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
    return `${http.variable} is set, but https needs https_proxy.`;
}
/**
 * Rewrites the environment for GitHub's client, which reads it directly and supports neither proxies without a scheme nor
 * ranges in `no_proxy`. Throws UnusableProxy.
 */
function settleProxy(origin, env) {
    const proxy = proxyFor(origin, env);
    if (proxy !== undefined)
        env[proxy.variable] = proxy.url;
    else if (set(env, 'no_proxy') !== undefined) {
        const { variable, value } = set(env, 'no_proxy') ?? { variable: 'no_proxy', value: '' };
        const { hostname } = new URL(origin);
        if (isExcepted(new URL(origin), value))
            env[variable] = `${value},${hostname}`;
    }
    return proxy;
}
const notFound = ['ENOTFOUND', 'EAI_AGAIN'];
const unreachable = [
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'UND_ERR_CONNECT_TIMEOUT',
];
/** The code means that no connection could be made. */
function isUnreachable(code) {
    return notFound.includes(code) || unreachable.includes(code);
}
/** undici's message after a 407 to a plain http request. */
function isProxyLogin(words) {
    return words.startsWith('Proxy Authentication Required');
}
/**
 * What happened and what to do if a request failed at the proxy; undefined if it failed behind it. The proxy looks up the
 * host and connects to it, so every local failure to look up or connect is about the proxy.
 */
function proxyFailure({ host, variable }, code, words) {
    const name = `The proxy ${host} of ${variable}`;
    if (notFound.includes(code))
        return `${name} was not found (${code}). Check its host name.`;
    if (unreachable.includes(code)) {
        return `${name} cannot be reached (${code}). Check its host and port, and that it is running.`;
    }
    if (code === 'UND_ERR_PRX_TLS')
        return `${name} has a certificate for a different host name. Check its host name.`;
    if (code === 'UND_ERR_PRX_CONN')
        return `${name} closed the connection before it opened a tunnel.`;
    // undici reports a proxy's status only in this message, not in a code.
    const status = /\((\d{3})\)(?: !== 200|$)/.exec(words)?.[1];
    if (!/^Proxy (response|Authentication)/.test(words) || status === undefined)
        return undefined;
    if (status === '407') {
        return `${name} requires a user name and password (407). Set ${variable} to http://USER:PASSWORD@${host}, from a secret.`;
    }
    if (status === '403') {
        return `${name} does not allow this connection (403). Ask its operator to allow the host, or add the host to no_proxy.`;
    }
    return `${name} did not open a connection (${status}). Ask its operator.`;
}
function set(env, name) {
    const variable = [name, name.toUpperCase()].find((each) => (env[each] ?? '').trim() !== '');
    return variable === undefined ? undefined : { variable, value: (env[variable] ?? '').trim() };
}
function withScheme(value) {
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
}
/**
 * Is the target excluded by `no_proxy`? A name includes its subdomains (`*.name` only those), an entry with a port applies
 * to that port only, and a range (`10.0.0.0/8`) applies to IP addresses.
 */
function isExcepted({ hostname, port, protocol }, noProxy) {
    const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const targetPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => {
        if (entry.includes('/'))
            return isInRange(host, entry);
        const [, name = '', entryPort] = /^\[(.+?)\](?::(\d+))?$/.exec(entry) ??
            /^([^:]*)(?::(\d+))?$/.exec(entry) ?? ['', entry];
        if (name === '' || (entryPort !== undefined && entryPort !== targetPort))
            return false;
        if (name === '*')
            return true;
        const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
        return (host === domain && !name.startsWith('*')) || host.endsWith(`.${domain}`);
    });
}
function isInRange(host, range) {
    const [address = '', prefix = ''] = range.replace(/[[\]]/g, '').split('/');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    if (family === 0 || family !== (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) || !/^\d{1,3}$/.test(prefix))
        return false;
    if (Number(prefix) > (family === 4 ? 32 : 128))
        return false;
    const type = family === 4 ? 'ipv4' : 'ipv6';
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(address, Number(prefix), type);
    return list.check(host, type);
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

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this action. A test compares it with `package.json`. */
const version = '0.1.0';


/***/ })

};
