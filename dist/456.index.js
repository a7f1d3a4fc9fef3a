export const id = 456;
export const ids = [456];
export const modules = {

/***/ 6456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectGitHub: () => (/* binding */ connectGitHub)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2402);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8046);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8508);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2111);






/**
 * Connects to GitHub's API over `@actions/github`, which supports the runner's proxies. It is loaded only here, so jobs
 * without these reports don't load it.
 */
async function connectGitHub(token, apiUrl, env, clock) {
    try {
        (0,_hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settleProxy */ .Au)(apiUrl, env);
    }
    catch (error) {
        // The connection to Hex may not need the proxy, and then nothing else names the variable.
        throw error instanceof _hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .UnusableProxy */ .G1
            ? new Error(`'${error.variable}': ${error.message}`)
            : error;
    }
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    return (time) => {
        const client = getOctokit(token, {
            baseUrl: apiUrl,
            userAgent: `hex-run-action/${_version_js__WEBPACK_IMPORTED_MODULE_3__/* .version */ .r}`,
            // Its messages, such as deprecations of endpoints, are not for users of this action.
            log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        });
        client.hook.wrap('request', (request, options) => sendWithRetries(requestOf(options), clock, time, async (signal) => {
            // The client's own hook reads these options, not those that `request` receives.
            options.request = { ...options.request, signal };
            try {
                const reply = await request(options);
                // A success without JSON is not from GitHub, but from something in between.
                const isJson = typeof reply.data === 'object';
                return isJson ? { reply } : { failure: { ...reply, data: undefined } };
            }
            catch (error) {
                return { failure: failureOf(error) };
            }
        }));
        return client;
    };
}
/**
 * A request in words, and whether it can be retried after a lost response: reads, and POSTs of Git objects that are named by
 * their content, but no other POSTs.
 */
function requestOf(options) {
    const url = String(options['url']);
    const path = url
        .replaceAll(/\{(\w+)\}/g, (_, name) => String(options[name]))
        // Octokit's paging makes complete URLs.
        .replace(/^https?:.*?(?=\/repos)|\?.*/g, '');
    return {
        path: `${options['method']} ${path}`,
        repeatable: options['method'] !== 'POST' || /\/git\/(?:blobs|trees|commits)$/.test(url),
    };
}
/** GitHub ends a request after 10 s (docs, "Troubleshooting the REST API"), so a later response is not expected. */
const attemptMs = 10_000;
/** With waits of 0.5, 1, and 2 s between them: enough for a short outage, and little of a report's 75 s. */
const maxTries = 4;
async function sendWithRetries({ path, repeatable }, clock, time, send) {
    for (let tries = 1;; tries += 1) {
        const attempt = await sendOnce(clock, time, send);
        if ('reply' in attempt)
            return attempt.reply;
        const { failure } = attempt;
        const waitMs = (0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .waitBeforeRetryMs */ .lH)(failure, repeatable, tries, clock.now());
        const inTime = waitMs !== undefined && clock.now() + waitMs < time.untilMs();
        if (!inTime || tries >= maxTries || time.signal.aborted)
            throw new _call_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_(path, failure);
        await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, waitMs, time.signal);
    }
}
async function sendOnce(clock, time, send) {
    if (time.signal.aborted || clock.now() >= time.untilMs()) {
        return { failure: new Error('There was no time left to send the request.') };
    }
    const { signal, forget } = (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLimit */ .zc)(clock, attemptMs, time.signal);
    const attempt = await send(signal);
    forget();
    const isLate = signal.aborted && 'failure' in attempt && attempt.failure instanceof Error;
    return isLate ? { failure: new Error('No response was received in time.') } : attempt;
}
/** Octokit throws on every status outside 2xx, and wraps network errors as a 500 without a response. */
function failureOf(error) {
    const response = error instanceof Error && 'response' in error ? (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asRecord */ .qY)(error.response) : {};
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asNumber */ .i)(response?.['status']);
    if (status !== undefined) {
        return { status, headers: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asRecord */ .qY)(response?.['headers']) ?? {}, data: response?.['data'] };
    }
    const message = (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(causeOf(error));
    return new Error(message === '' ? 'No response.' : message.replace(/\.?$/, '.'), { cause: error });
}
/** The first cause. Fetch and Octokit wrap network errors, and "Request was cancelled." would hide the response of a proxy. */
function causeOf(error) {
    return error instanceof Error && error.cause instanceof Error ? causeOf(error.cause) : error;
}
function ignore() { }


/***/ })

};
