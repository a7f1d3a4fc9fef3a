export const id = 7;
export const ids = [7];
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


/***/ })

};
