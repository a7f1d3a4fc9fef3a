export const id = 456;
export const ids = [456];
export const modules = {

/***/ 6456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectGitHub: () => (/* binding */ connectGitHub)
/* harmony export */ });
/* harmony import */ var _hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2402);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8046);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8508);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4492);




/**
 * Connects to GitHub's API over `@actions/github`, which supports the runner's proxies. It is loaded only here, so jobs
 * without these reports don't load it.
 */
async function connectGitHub(token, apiUrl, env) {
    const proxy = settledProxy(apiUrl, env);
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const octokit = getOctokit(token, {
        baseUrl: apiUrl,
        userAgent: `hex-run-action/${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r}`,
        // Its messages, such as deprecations of endpoints, are not for users of this action.
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
    return async ({ route, parameters, signal }) => {
        try {
            const { status, headers, data } = await octokit.request(route, {
                ...parameters,
                request: { signal },
            });
            return { status, headers: textsIn(headers), data };
        }
        catch (error) {
            const reply = replyIn(error);
            if (reply !== undefined)
                return reply;
            const message = (proxy && proxyFailureIn(proxy, error)) ?? (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
            throw new _call_js__WEBPACK_IMPORTED_MODULE_1__/* .NoReply */ .IG(message === '' ? 'No response.' : message.replace(/\.?$/, '.'), {
                cause: error,
            });
        }
    };
}
/** Ignores an invalid proxy. It also breaks the connection to Hex, which reports it. */
function settledProxy(apiUrl, env) {
    try {
        return (0,_hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .settleProxy */ .Au)(apiUrl, env);
    }
    catch (error) {
        if (error instanceof _hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .UnusableProxy */ .G1)
            return undefined;
        throw error;
    }
}
/** The proxy's failure, if it caused the error. Fetch and Octokit wrap network errors several times. */
function proxyFailureIn(proxy, error) {
    for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
        const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
        const words = (0,_hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyFailure */ .xh)(proxy, code, cause.message);
        if (words !== undefined)
            return words;
    }
    return undefined;
}
/** Octokit throws on every status outside 2xx, and wraps network errors as a 500 without a response. */
function replyIn(error) {
    if (typeof error !== 'object' || error === null || !('response' in error))
        return undefined;
    const { response } = error;
    if (typeof response !== 'object' || response === null || !('status' in response))
        return undefined;
    return {
        status: Number(response.status),
        headers: 'headers' in response ? textsIn(response.headers) : {},
        data: 'data' in response ? response.data : undefined,
    };
}
function textsIn(headers) {
    return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
function ignore() { }


/***/ })

};
