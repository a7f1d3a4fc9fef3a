export const id = 727;
export const ids = [727];
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


/***/ })

};
