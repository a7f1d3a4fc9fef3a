export const id = 456;
export const ids = [456];
export const modules = {

/***/ 6456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectGitHub: () => (/* binding */ connectGitHub)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8508);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6545);


/**
 * A way to GitHub's API over `@actions/github`, which honours the runner's proxies and is loaded only here:
 * jobs without these reports never pay for it.
 */
async function connectGitHub(token, apiUrl) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const octokit = getOctokit(token, {
        baseUrl: apiUrl,
        userAgent: `hex-run-action/${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .version */ .r}`,
        // What it has to say (an endpoint to be removed some day) is no news for the user of this action.
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
            const message = error instanceof Error ? error.message : String(error);
            throw new _exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .NoReply */ .I(message === '' ? 'No answer came.' : `${message}.`, { cause: error });
        }
    };
}
/** Octokit throws on every status that is no success, and wraps network failures as a 500 without an answer. */
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


/***/ }),

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this action, as `package.json` has it; a test holds the two together. */
const version = '0.1.0';


/***/ })

};
